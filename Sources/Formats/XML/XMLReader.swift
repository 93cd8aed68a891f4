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
  private var open: [XMLTag.Element] = []
  /// Of the tag at hand; the values by their places in the source, until the next one is asked for.
  var attributes: [XMLTag.Attribute] = []
  /// Whether the tag at hand ends its element as well.
  private var isEmptyElement = false
  private var hasRoot = false
  /// Where the text at hand is in the source; nil: it is `resolved`.
  private var textRange: Range<Int>?
  private var resolved: [UInt8] = []

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
    let start = source.position + 1
    guard !(open.isEmpty && hasRoot), open.count < XMLReader.depthLimit,
      let tag = source.withBytes(start..<end, { XMLTag($0, at: start, &attributes) })
    else { throw damaged }
    hasRoot = true
    open.append(tag.element)
    name = tag.element.local
    isEmptyElement = tag.isEmpty
    source.drop(end + 1 - source.position)
  }

  private mutating func readEndTag() throws(Finding.WorkbookProblem) {
    let end = try source.tagEnd()
    let element = source.withBytes(source.position + 2..<end) { XMLTag.element(endedBy: $0) }
    guard let element, let last = open.popLast(), last == element else { throw damaged }
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
    guard outside.allSatisfy(XMLTag.isSpace) else { throw damaged }
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
