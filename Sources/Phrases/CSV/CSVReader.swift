/// Reads the records of a CSV file one after the other (RFC 4180).
///
/// Lenient where real files are and nothing is ambiguous: records end with CRLF, LF or CR, in
/// any mixture; a quote inside a cell that does not begin with one is an ordinary character
/// (`5" screen`). Strict where guessing would move text between cells: after a closing quote
/// only a delimiter or the end of the record may follow, and a quote that opens must close.
package struct CSVReader {
  /// One cell, as a range of bytes without its quotes.
  package struct Cell {
    package var range: Range<Int>
    /// Where it begins, its quote included.
    var offset: Int
    /// How many doubled quotes stand in it.
    var doubledQuotes: Int

    var byteCount: Int { range.count - doubledQuotes }

    /// Where it begins and ends, its quotes included.
    var whole: Range<Int> {
      offset..<(range.lowerBound == offset ? range.upperBound : range.upperBound + 1)
    }
  }

  /// What is wrong with a record; the reader goes on behind it.
  struct RecordFault {
    let problem: Finding.Problem
    let offset: Int
    /// The number of the cell, from 0.
    let cell: Int
  }

  private let text: SourceBytes
  private let delimiter: UInt8
  private let fieldLimit: Int
  /// How many cells are kept of a record.
  private let cellLimit: Int
  /// Whether a blank behind a delimiter belongs to it.
  private let isSpaced: Bool

  package private(set) var position: Int
  /// The cells of the current record, no more than the limit.
  package private(set) var cells: [Cell] = []
  package private(set) var recordOffset = 0
  /// Which row a spreadsheet shows for the current record: blank lines are rows there.
  package private(set) var rowNumber: Int
  private(set) var faults: [RecordFault] = []
  /// The first cell beyond the limit with something in it.
  private(set) var surplus: Cell?

  /// Starts at `position`, in bytes, behind so many rows.
  ///
  /// Of a record no more cells than `cellLimit` are kept: a file of commas alone must not take
  /// 32 times its size.
  package init(
    _ text: SourceBytes, delimiter: KnowledgeBaseFormat.Delimiter, from position: Int = 0,
    behind rowNumber: Int = 0, cellLimit: Int, fieldLimit: Int, isSpaced: Bool = false
  ) {
    self.rowNumber = rowNumber
    self.text = text
    self.delimiter = delimiter.rawValue
    self.position = position
    self.cellLimit = cellLimit
    self.fieldLimit = fieldLimit
    self.isSpaced = isSpaced
  }

  /// Reads the next record that is not a blank line; false at the end of the file.
  package mutating func next() -> Bool {
    skipBlankLines()
    guard position < text.count else { return false }
    cells.removeAll(keepingCapacity: true)
    faults.removeAll(keepingCapacity: true)
    surplus = nil
    recordOffset = position
    rowNumber += 1
    var number = 0
    while true {
      if position < text.count, text[position] == UInt8(ascii: " ") { skipBlank(number) }
      let isQuoted = position < text.count && text[position] == UInt8(ascii: "\"")
      let cell = isQuoted ? quotedCell(number) : plainCell()
      keep(cell, number)
      number += 1
      guard position < text.count else { return true }
      let byte = text[position]
      position += 1
      if byte == delimiter { continue }
      let isCRLF =
        byte == UInt8(ascii: "\r") && position < text.count
        && text[position] == UInt8(ascii: "\n")
      if isCRLF { position += 1 }
      return true
    }
  }

  /// Passes over the blank of a delimiter, and those in front of a whole cell in quotes: `a, "b, c"`.
  private mutating func skipBlank(_ number: Int) {
    var end = position
    while end < text.count, text[end] == UInt8(ascii: " ") { end += 1 }
    if end < text.count, text[end] == UInt8(ascii: "\"") {
      var close = text.next(UInt8(ascii: "\""), from: end + 1)
      while close + 1 < text.count, text[close + 1] == UInt8(ascii: "\"") {
        close = text.next(UInt8(ascii: "\""), from: close + 2)
      }
      let isWhole =
        close < text.count
        && (close + 1 == text.count || text[close + 1] == delimiter
          || isLineBreak(text[close + 1]))
      if isWhole {
        position = end
        return
      }
    }
    if isSpaced, number > 0 { position += 1 }
  }

  private mutating func skipBlankLines() {
    while position < text.count, isLineBreak(text[position]) {
      let isHalf =
        text[position] == UInt8(ascii: "\r") && position + 1 < text.count
        && text[position + 1] == UInt8(ascii: "\n")
      position += isHalf ? 2 : 1
      rowNumber += 1
    }
  }

  @inline(__always)
  private func isLineBreak(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }

  private mutating func keep(_ cell: Cell, _ number: Int) {
    guard number < cellLimit else {
      if surplus == nil, !cell.range.isEmpty { surplus = cell }
      return
    }
    cells.append(cell)
    if cell.byteCount > fieldLimit {
      let problem = Finding.Problem.fieldTooLong(bytes: cell.byteCount, limit: fieldLimit)
      faults.append(RecordFault(problem: problem, offset: cell.offset, cell: number))
    }
  }

  /// Leaves the position at the delimiter or the line break that ends the cell.
  private mutating func plainCell() -> Cell {
    let start = position
    var end = start
    while end < text.count {
      let byte = text[end]
      // Every byte that can end a cell is at or below the semicolon.
      if byte <= UInt8(ascii: ";"), byte == delimiter || isLineBreak(byte) { break }
      end &+= 1
    }
    position = end
    return Cell(range: start..<end, offset: start, doubledQuotes: 0)
  }

  private mutating func quotedCell(_ number: Int) -> Cell {
    let offset = position
    let start = offset + 1
    var doubled = 0
    var end = text.next(UInt8(ascii: "\""), from: start)
    while end + 1 < text.count, text[end + 1] == UInt8(ascii: "\"") {
      doubled += 1
      end = text.next(UInt8(ascii: "\""), from: end + 2)
    }
    let cell = Cell(range: start..<end, offset: offset, doubledQuotes: doubled)
    guard end < text.count else {
      faults.append(RecordFault(problem: .unterminatedQuote, offset: offset, cell: number))
      position = end
      return cell
    }
    position = end + 1
    if position < text.count, text[position] != delimiter, !isLineBreak(text[position]) {
      faults.append(RecordFault(problem: .textAfterQuote, offset: position, cell: number))
      _ = plainCell()
    }
    return cell
  }
}
