/// The lines that git leaves where two changes did not go together.
enum ConflictMarkers {
  /// Where lines begin that are markers: `<<<<<<< name`, `>>>>>>> name`, and `=======` between those two.
  ///
  /// Anywhere in the file: in a cell of several lines a marker is none the less one.
  static func offsets(in text: SourceBytes) -> [Int] {
    var offsets: [Int] = []
    var isOpen = false
    var start = 0
    while start < text.count {
      // A spreadsheet that saved the file again put the line in quotes.
      let line = text[start] == UInt8(ascii: "\"") ? start + 1 : start
      if line < text.count {
        switch text[line] {
        case UInt8(ascii: "<") where isMarker(line, of: text, isNamed: true):
          offsets.append(start)
          isOpen = true
        case UInt8(ascii: ">") where isMarker(line, of: text, isNamed: true):
          offsets.append(start)
          isOpen = false
        case UInt8(ascii: "=") where isOpen && isMarker(line, of: text, isNamed: false):
          offsets.append(start)
        default: break
        }
      }
      start = text.next(UInt8(ascii: "\n"), from: start) + 1
    }
    return offsets
  }

  /// Whether seven of one character stand at `start`, and then a space and a name, or nothing of the kind.
  private static func isMarker(_ start: Int, of text: SourceBytes, isNamed: Bool) -> Bool {
    guard start + 7 <= text.count, (1..<7).allSatisfy({ text[start + $0] == text[start] })
    else { return false }
    guard start + 7 < text.count else { return !isNamed }
    let next = text[start + 7]
    guard isNamed else {
      return next < 0x20 || next == UInt8(ascii: ",") || next == UInt8(ascii: ";")
        || next == UInt8(ascii: "\"")
    }
    return next == 0x20 && start + 8 < text.count && text[start + 8] > 0x20
  }
}
