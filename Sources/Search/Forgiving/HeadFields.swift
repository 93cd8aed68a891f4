/// The fields in the head of a phrase, and the places in them; see ``FieldUnits``.
struct HeadFields: IteratorProtocol {
  typealias Element = (range: Range<Int>, place: Ranking.Field)

  private var left: Range<Int>
  private let units: UnsafePointer<UInt16>
  private var place = Ranking.Field.title

  init(head: Range<Int>, units: UnsafePointer<UInt16>) {
    left = head
    self.units = units
  }

  mutating func next() -> Element? {
    guard !left.isEmpty else { return nil }
    var end = left.lowerBound
    while end < left.upperBound, units[end] > Unit.keywordEnd { end += 1 }
    defer {
      left = min(end + 1, left.upperBound)..<left.upperBound
      place = place == .title ? .code : .keyword
    }
    return (left.lowerBound..<end, place)
  }

  /// Where in a field a piece stands.
  static func placement(
    _ piece: Range<Int>, in field: Range<Int>, of units: UnsafePointer<UInt16>
  ) -> Ranking.Placement {
    let before = field.lowerBound..<piece.lowerBound
    if before.allSatisfy({ Unit.kind(of: units[$0]) == .other }) {
      return piece.upperBound == field.upperBound ? .whole : .start
    }
    let kind = Unit.kind(of: units[piece.lowerBound])
    let startsWord = kind == .other || kind != Unit.kind(of: units[piece.lowerBound - 1])
    return startsWord ? .wordStart : .inside
  }
}
