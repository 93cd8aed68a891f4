/// A cell by its name in a sheet: `B7`.
struct CellReference: Equatable {
  /// As the sheet has it, from 1.
  private(set) var row = 0
  /// From 0.
  var column: Int { letters - 1 }
  /// The letters as a number, A being 1.
  private var letters = 0
  private var isSound = true

  static let mostRows = 1_048_576
  static let mostColumns = 16_384

  /// Takes the next character of a name; `$` means nothing here.
  @inline(__always)
  mutating func append(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z") where row == 0:
      letters = min(letters &* 26 &+ Int(byte) &- 0x40, 1_000_000)
    case UInt8(ascii: "a")...UInt8(ascii: "z") where row == 0:
      letters = min(letters &* 26 &+ Int(byte) &- 0x60, 1_000_000)
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      row = min(row &* 10 &+ Int(byte) &- 0x30, 100_000_000)
    case UInt8(ascii: "$"): break
    default: isSound = false
    }
  }

  /// A column, from 0, as sheets name it: A to Z, then AA.
  static func letters(_ column: Int) -> String {
    var rest = column + 1
    var letters: [UInt8] = []
    while rest > 0 {
      letters.insert(UInt8(ascii: "A") + UInt8((rest - 1) % 26), at: 0)
      rest = (rest - 1) / 26
    }
    return String(decoding: letters, as: UTF8.self)
  }

  /// Whether it names a cell that a sheet can have.
  var isInSheet: Bool {
    isSound && (1...CellReference.mostRows).contains(row)
      && (1...CellReference.mostColumns).contains(letters)
  }
}

/// A rectangle of cells by its name: `B7:C9`.
struct CellArea {
  let rows: ClosedRange<Int>
  let columns: ClosedRange<Int>

  /// Nil where the text names none.
  init?(_ text: String) {
    let corners = text.utf8.split(separator: UInt8(ascii: ":")).map { name in
      var corner = CellReference()
      for byte in name { corner.append(byte) }
      return corner
    }
    guard let first = corners.first, let last = corners.last, corners.count <= 2,
      first.isInSheet, last.isInSheet, first.row <= last.row, first.column <= last.column
    else { return nil }
    rows = first.row...last.row
    columns = first.column...last.column
  }
}
