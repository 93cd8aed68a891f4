extension Segment {
  /// Where the units of a phrase's fields lie.
  struct FieldRanges {
    let title: Range<Int>
    /// Code and keywords.
    let rest: Range<Int>
    let text: Range<Int>
  }

  @inline(__always)
  func fieldRanges(at position: Int, in units: UnsafeBufferPointer<UInt16>) -> FieldRanges {
    Segment.fieldRanges(at: position, in: units, starts: unitStarts)
  }

  /// The same for a segment that is being packed.
  @inline(__always)
  static func fieldRanges(
    at position: Int, in units: UnsafeBufferPointer<UInt16>, starts: [UInt32]
  ) -> FieldRanges {
    let start = Int(starts[2 * position])
    let text = Int(starts[2 * position + 1])
    var title = start
    while units[title] != Unit.fieldEnd { title += 1 }
    return FieldRanges(
      title: start..<title, rest: title..<text, text: text..<Int(starts[2 * position + 2]))
  }
}
