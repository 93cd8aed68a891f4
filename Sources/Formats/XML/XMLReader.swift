import Phrases

/// Reads XML that comes piece by piece: whoever asks gets the next tag or text.
///
///     var xml = XMLReader(part: "sheet1.xml") { try part.next() }
///     while let event = try xml.next() {
///       if event == .start, xml.name == .row { … try xml.text(of: .r) … }
///     }
///
/// A text comes in as many pieces as it happens to be in. Prefixes of names are taken off. What is not well
/// formed or not whole is refused, and so are document types: with them a few bytes become gigabytes.
struct XMLReader: ~Copyable {
  enum Event {
    case start
    case text
    case end
  }

  /// The next bytes, which may be overwritten at the next call; nil at the end.
  typealias Pieces = () throws(Finding.WorkbookProblem) -> UnsafeBufferPointer<UInt8>?

  /// The element that begins or ends.
  private(set) var name = XMLName()
  /// What the document is called in sentences.
  let part: String

  var source: XMLSource
  /// The elements that are open.
  private var open: [Element] = []
  /// Of the tag at hand; the values by their places in the source, until the next one is asked for.
  var attributes: [(name: XMLName, value: Range<Int>)] = []
  /// Whether the tag at hand ends its element as well.
  private var isEmptyElement = false
  private var hasRoot = false
  /// Where the text at hand is in the source; nil: it is `resolved`.
  private var textRange: Range<Int>?
  private var resolved: [UInt8] = []

  private struct Element {
    /// With its prefix, as it has to be closed.
    let full: XMLName
    let local: XMLName
  }

  /// Elements may not be nested deeper.
  private static let depthLimit = 256

  init(part: String, pieces: @escaping Pieces) {
    self.part = part
    source = XMLSource(part: part, pieces: pieces)
  }

  /// How many elements are open: 1 within the root.
  var depth: Int { open.count }

  /// The next tag or text; nil at the end of a whole document.
  mutating func next() throws(Finding.WorkbookProblem) -> Event? {
    if isEmptyElement {
      isEmptyElement = false
      name = open.removeLast().local
      return .end
    }
    while try source.has(1) {
      guard source.byte(0) == UInt8(ascii: "<") else {
        if try readText() { return .text }
        continue
      }
      guard try source.has(2) else { throw damaged }
      switch source.byte(1) {
      case UInt8(ascii: "/"):
        try readEndTag()
        return .end
      case UInt8(ascii: "?"): try readInstruction()
      case UInt8(ascii: "!"): if try readDeclaration() { return .text }
      default:
        try readStartTag()
        return .start
      }
    }
    guard open.isEmpty, hasRoot else { throw damaged }
    return nil
  }

  /// Appends the bytes of the text at hand, with its references resolved.
  func appendText(to bytes: inout [UInt8]) {
    guard let textRange else { return bytes.append(contentsOf: resolved) }
    source.append(textRange, to: &bytes)
  }

  var damaged: Finding.WorkbookProblem { .damaged(part: part) }
}

// The parts of the grammar.
extension XMLReader {
  private mutating func readStartTag() throws(Finding.WorkbookProblem) {
    let end = try source.tagEnd()
    var index = source.position + 1
    var element = Element(full: XMLName(), local: XMLName())
    (element, index) = try readName(from: index, to: end)
    attributes.removeAll(keepingCapacity: true)
    while true {
      while index < end, isSpace(source[index]) { index += 1 }
      if index == end { break }
      if source[index] == UInt8(ascii: "/") {
        guard index + 1 == end else { throw damaged }
        isEmptyElement = true
        break
      }
      index = try readAttribute(from: index, to: end)
    }
    guard !(open.isEmpty && hasRoot), open.count < XMLReader.depthLimit else { throw damaged }
    hasRoot = true
    open.append(element)
    name = element.local
    source.drop(end + 1 - source.position)
  }

  /// Reads a name and tells where it ends.
  private func readName(
    from start: Int, to end: Int
  ) throws(Finding.WorkbookProblem) -> (Element, end: Int) {
    var full = XMLName()
    var local = XMLName()
    var index = start
    while index < end {
      let byte = source[index]
      if isSpace(byte) || byte == UInt8(ascii: "=") || byte == UInt8(ascii: "/") { break }
      guard byte != UInt8(ascii: "<"), byte != UInt8(ascii: "\"") else { throw damaged }
      full.append(byte)
      if byte == UInt8(ascii: ":") { local = XMLName() } else { local.append(byte) }
      index &+= 1
    }
    guard index > start else { throw damaged }
    return (Element(full: full, local: local), index)
  }

  /// Reads `name="value"` and tells where it ends.
  private mutating func readAttribute(
    from start: Int, to end: Int
  ) throws(Finding.WorkbookProblem) -> Int {
    var (element, index) = try readName(from: start, to: end)
    while index < end, isSpace(source[index]) { index += 1 }
    guard index < end, source[index] == UInt8(ascii: "=") else { throw damaged }
    index += 1
    while index < end, isSpace(source[index]) { index += 1 }
    guard index < end else { throw damaged }
    let quote = source[index]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { throw damaged }
    index += 1
    let valueStart = index
    while index < end, source[index] != quote {
      guard source[index] != UInt8(ascii: "<") else { throw damaged }
      index &+= 1
    }
    guard index < end else { throw damaged }
    attributes.append((element.local, valueStart..<index))
    return index + 1
  }

  private mutating func readEndTag() throws(Finding.WorkbookProblem) {
    let end = try source.tagEnd()
    var (element, index) = try readName(from: source.position + 2, to: end)
    while index < end, isSpace(source[index]) { index += 1 }
    guard index == end, open.last?.full == element.full else { throw damaged }
    open.removeLast()
    name = element.local
    source.drop(end + 1 - source.position)
  }

  /// Passes over `<?…?>`, of which the first may say an encoding.
  private mutating func readInstruction() throws(Finding.WorkbookProblem) {
    var content: [UInt8] = []
    source.drop(2)
    try source.drop(through: "?>") { if content.count < 1_024 { content += $0 } }
    guard content.starts(with: "xml ".utf8) else { return }
    guard !hasRoot, let encoding = XMLReader.encoding(saidBy: content) else { return }
    let isRead = ["utf-8", "utf8", "us-ascii", "ascii"].contains(encoding.lowercased())
    guard isRead || source.isUTF16 else { throw .encoding(encoding, part: part) }
  }

  /// The encoding that a declaration names.
  private static func encoding(saidBy declaration: [UInt8]) -> String? {
    let words = String(decoding: declaration, as: UTF8.self)
      .split(whereSeparator: { $0.isWhitespace || $0 == "=" || $0 == "\"" || $0 == "'" })
    return words.firstIndex(of: "encoding")
      .flatMap { words.indices.contains($0 + 1) ? String(words[$0 + 1]) : nil }
  }

  /// Passes over a comment; true where it was a text instead that nothing is resolved in.
  private mutating func readDeclaration() throws(Finding.WorkbookProblem) -> Bool {
    if try source.begins(with: "<!--") {
      source.drop(4)
      try source.drop(through: "-->")
      return false
    }
    if try source.begins(with: "<!DOCTYPE") { throw .doctype(part: part) }
    guard try source.begins(with: "<![CDATA["), !open.isEmpty else { throw damaged }
    source.drop(9)
    resolved.removeAll(keepingCapacity: true)
    textRange = nil
    var isBehindReturn = false
    var text = resolved
    try source.drop(through: "]]>") { piece in
      for byte in piece {
        if byte == UInt8(ascii: "\r") {
          text.append(UInt8(ascii: "\n"))
        } else if byte != UInt8(ascii: "\n") || !isBehindReturn {
          text.append(byte)
        }
        isBehindReturn = byte == UInt8(ascii: "\r")
      }
    }
    resolved = text
    return true
  }

  /// Takes the text at hand up to the next markup, or a piece of it; false where it is outside of the root.
  private mutating func readText() throws(Finding.WorkbookProblem) -> Bool {
    switch source.byte(0) {
    case UInt8(ascii: "&"):
      var end = 1
      while try source.has(end + 1), source.byte(end) != UInt8(ascii: ";") {
        end += 1
        if end > 16 { throw damaged }
      }
      guard try source.has(end + 1),
        let scalar = reference(source.position + 1..<source.position + end)
      else { throw damaged }
      setResolved(scalar)
      source.drop(end + 1)
    case UInt8(ascii: "\r"):
      // Every line ends with a line feed.
      let isPair = try source.has(2) && source.byte(1) == UInt8(ascii: "\n")
      setResolved("\n")
      source.drop(isPair ? 2 : 1)
    default: textRange = source.takeText()
    }
    guard open.isEmpty else { return true }
    // Outside of the root there may be white space.
    var outside: [UInt8] = []
    appendText(to: &outside)
    guard outside.allSatisfy(isSpace) else { throw damaged }
    return false
  }

  private mutating func setResolved(_ scalar: Unicode.Scalar) {
    resolved.removeAll(keepingCapacity: true)
    if let units = UTF8.encode(scalar) { resolved.append(contentsOf: units) }
    textRange = nil
  }

  /// What `&name;` stands for, without its signs.
  func reference(_ range: Range<Int>) -> Unicode.Scalar? {
    let name = String(decoding: range.map { source[$0] }, as: UTF8.self)
    switch name {
    case "lt": return "<"
    case "gt": return ">"
    case "amp": return "&"
    case "quot": return "\""
    case "apos": return "'"
    default: break
    }
    guard name.hasPrefix("#") else { return nil }
    let isHexadecimal = name.hasPrefix("#x")
    let digits = name.dropFirst(isHexadecimal ? 2 : 1)
    guard digits.first != "+", let number = UInt32(digits, radix: isHexadecimal ? 16 : 10) else {
      return nil
    }
    return Unicode.Scalar(number)
  }
}

@inline(__always)
private func isSpace(_ byte: UInt8) -> Bool {
  byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
}
