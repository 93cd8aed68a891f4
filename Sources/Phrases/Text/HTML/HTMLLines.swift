/// Writes down what HTML shows.
struct HTMLLines {
  /// The most levels by which an item is indented.
  private static let deepest = 8

  private var output: [UInt8] = []
  /// Whether something stands on the line that is being written.
  private var hasContent = false
  /// Line breaks to be written before the next content.
  private var breaks = 0
  /// White space that is written only between two words, and whether it held a line break.
  private var space: (isPending: Bool, hasBreak: Bool) = (false, false)
  /// The mark of an item that nothing was written of so far.
  private var mark = ""
  /// The lists around, the number of the next item for those with numbers.
  private var lists: [Int?] = []
  private var row = Row()
  private var preformatted = 0
  private var link: (address: String, start: Int?)?
  private let keepsWhitespace: Bool

  /// What is known of a table's row.
  private struct Row {
    /// Whether a cell has something.
    var hasContent = false
    /// Whether the cell that began has nothing yet.
    var isAtCellStart = false
    var needsBar = false
  }

  init(keepsWhitespace: Bool) { self.keepsWhitespace = keepsWhitespace }

  mutating func add(_ token: HTMLToken, of bytes: [UInt8]) {
    switch token {
    case .text(let range): write(bytes[range])
    case .start(let name, let attributes): start(name, attributes, bytes)
    case .end(let name): end(name)
    }
  }

  /// All that was written: no blank line at either end, and no two of them in the middle.
  mutating func text() -> String {
    endLink()
    var result: [UInt8] = []
    var blanks = 0
    for line in output.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      guard let last = line.lastIndex(where: { $0 > 0x20 }) else {
        blanks += 1
        continue
      }
      if !result.isEmpty { result += blanks > 0 ? [0x0A, 0x0A] : [0x0A] }
      result += line[...last]
      blanks = 0
    }
    return String(decoding: result, as: UTF8.self)
  }
}

// Elements.
extension HTMLLines {
  private mutating func start(_ name: String, _ attributes: Range<Int>, _ bytes: [UInt8]) {
    switch name {
    case "br": breakLine()
    case "a":
      endLink()
      let address = HTMLScanner.value(of: "href", in: attributes, bytes)
      link = address.flatMap(HTMLLink.shown).map { ($0, nil) }
    case "ul", "ol":
      endLine()
      let first = HTMLScanner.value(of: "start", in: attributes, bytes).flatMap { Int($0) }
      lists.append(name == "ol" ? first ?? 1 : nil)
    case "li":
      endLine()
      mark = nextMark()
    case "td", "th": beginCell()
    case "tr", "table", "thead", "tbody", "tfoot": endRow()
    case "pre":
      endLine()
      preformatted += 1
    default: block(name)
    }
  }

  private mutating func end(_ name: String) {
    switch name {
    case "a": endLink()
    case "ul", "ol":
      endLine()
      lists = lists.dropLast()
    case "li":
      endLine()
      mark = ""
    case "tr", "table", "thead", "tbody", "tfoot": endRow()
    case "pre":
      endLine()
      preformatted = max(preformatted - 1, 0)
    default: block(name)
    }
  }

  private mutating func block(_ name: String) {
    guard HTMLElements.blocks.contains(name) else { return }
    endLine()
    let hasMargin = HTMLElements.paragraphs.contains(name)
    // Within an item or a cell a paragraph is only what an editor wraps it in.
    if hasMargin, lists.isEmpty, !row.isAtCellStart { breaks = 2 }
  }

  private mutating func nextMark() -> String {
    let indent = String(repeating: "  ", count: min(max(lists.count - 1, 0), HTMLLines.deepest))
    guard let last = lists.last, let number = last else { return indent + "- " }
    lists[lists.count - 1] = number &+ 1
    return indent + "\(number). "
  }

  private mutating func beginCell() {
    if row.hasContent {
      (breaks, hasContent, row.needsBar) = (0, true, true)
    }
    row.isAtCellStart = true
  }

  private mutating func endRow() {
    row = Row()
    endLine()
  }

  private mutating func endLink() {
    guard let (address, start) = link else { return }
    link = nil
    guard let start else {
      put(Array(address.utf8)[...])
      return
    }
    let text = String(decoding: output[start...], as: UTF8.self)
    guard !HTMLLink.isSame(text, address) else { return }
    output += " (\(address))".utf8
  }
}

// Text.
extension HTMLLines {
  private mutating func write(_ text: ArraySlice<UInt8>) {
    var index = text.startIndex
    while index < text.endIndex {
      let byte = text[index]
      if byte < 0x20 || byte == 0x20 || byte == 0x7F {
        write(space: byte)
        index += 1
      } else if byte == UInt8(ascii: "&"),
        let (scalar, end) = HTMLEntities.character(in: text, at: index)
      {
        write(scalar)
        index = end
      } else if byte == 0xC2, index + 1 < text.endIndex, text[index + 1] == 0xA0 {
        write("\u{A0}" as Unicode.Scalar)
        index += 2
      } else {
        let end =
          text[(index + 1)...].firstIndex { $0 <= 0x20 || $0 == UInt8(ascii: "&") || $0 == 0xC2 }
          ?? text.endIndex
        put(text[index..<end])
        index = end
      }
    }
  }

  private mutating func write(space byte: UInt8) {
    guard byte.isHTMLSpace else { return }
    guard keepsWhitespace || preformatted > 0 else {
      space = (true, space.hasBreak || byte == UInt8(ascii: "\n"))
      return
    }
    switch byte {
    case UInt8(ascii: "\n"): breakLine()
    case UInt8(ascii: "\r"): break
    default: put([byte])
    }
  }

  private mutating func write(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\u{A0}": put([0x20])
    case _ where scalar.value <= 0x20: write(space: UInt8(scalar.value))
    case _ where scalar.isControl: break
    default: put(Array(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)[...])
    }
  }

  /// Writes what is seen, and before it what had to wait for it.
  private mutating func put(_ bytes: ArraySlice<UInt8>) {
    if !hasContent {
      if !output.isEmpty { output += repeatElement(UInt8(ascii: "\n"), count: breaks) }
      output += mark.utf8
      mark = ""
    } else if row.needsBar {
      output += " | ".utf8
    } else if space.isPending, !(space.hasBreak && isWithinEastAsian(bytes)) {
      output.append(0x20)
    }
    (hasContent, breaks, space) = (true, 0, (false, false))
    row.needsBar = false
    if row.isAtCellStart { (row.isAtCellStart, row.hasContent) = (false, true) }
    if link?.start == nil { link?.start = output.count }
    output += bytes
  }

  /// A line break of the source between 汉字 is none of the text (CSS Text 3, 4.1.3).
  private func isWithinEastAsian(_ next: ArraySlice<UInt8>) -> Bool {
    let last = String(decoding: output.suffix(4), as: UTF8.self).unicodeScalars.last
    let first = String(decoding: next.prefix(4), as: UTF8.self).unicodeScalars.first
    return last?.isEastAsian == true && first?.isEastAsian == true
  }

  private mutating func breakLine() {
    breaks = hasContent ? 1 : min(breaks + 1, 2)
    (hasContent, space) = (false, (false, false))
  }

  /// Ends the line, where something stands on it.
  private mutating func endLine() {
    space = (false, false)
    guard !row.isAtCellStart, hasContent else { return }
    breaks = max(breaks, 1)
    hasContent = false
  }
}
