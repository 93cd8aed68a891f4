import Phrases

/// What has to be known of a text in YAML before a parser may see it.
///
/// The parser goes a level of the stack deeper with each level of nesting, needs some 300 bytes for each
/// value, and compares keys by all that aliases repeat in them. So depth, count and aliases are told from
/// the text itself, in one pass, and rather too many than too few: what stands in a block of text looks
/// the same as what is structure.
struct YAMLSurvey {
  /// A value for each line, and for each sign that begins one.
  private(set) var mostValues = 0
  /// The most levels that there may be, and where that many begin.
  private(set) var deepest = (depth: 0, offset: 0)
  /// The first anchor that an alias repeats.
  var repeated: (name: String, offset: Int)? {
    anchors.filter { aliases.contains($0.key) }.min { $0.value < $1.value }
      .map { ($0.key, $0.value) }
  }

  private let text: SourceBytes
  private var anchors: [String: Int] = [:]
  private var aliases: Set<String> = []
  /// The columns of the blocks that are open.
  private var indents: [Int] = []
  /// How many brackets are open.
  private var brackets = 0
  private var quote: UInt8?

  init(of text: SourceBytes) {
    self.text = text
    var index = 0
    while index < text.count {
      let end = min(text.next(UInt8(ascii: "\n"), from: index), text.count)
      look(atLine: index..<end)
      index = end + 1
    }
  }

  private mutating func look(atLine line: Range<Int>) {
    mostValues += 1
    var index = line.lowerBound
    while index < line.upperBound, isSpace(text[index]) { index += 1 }
    // A dash begins a line of no bracket: whatever looked like one was text.
    if brackets > 0, quote == nil, isMark(at: index, in: line), text[index] == UInt8(ascii: "-") {
      brackets = 0
    }
    if brackets == 0 { index = openBlocks(from: index, in: line) }
    look(atContent: index..<line.upperBound)
  }

  /// Takes the indentation of a line, and of what begins within it (`- - key:`); gives what is left.
  private mutating func openBlocks(from start: Int, in line: Range<Int>) -> Int {
    var index = start
    guard index < line.upperBound else { return index }
    while let last = indents.last, last >= index - line.lowerBound { indents.removeLast() }
    indents.append(index - line.lowerBound)
    while isMark(at: index, in: line) {
      index += 1
      while index < line.upperBound, isSpace(text[index]) { index += 1 }
      mostValues += 1
      indents.append(index - line.lowerBound)
    }
    note(depth: indents.count, at: start)
    return index
  }

  /// Whether `-`, `?` or `:` stands there before a space.
  private func isMark(at index: Int, in line: Range<Int>) -> Bool {
    guard index < line.upperBound else { return false }
    let isSign = [UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":")].contains(text[index])
    return isSign && (index + 1 == line.upperBound || isSpace(text[index + 1]))
  }

  private mutating func look(atContent range: Range<Int>) {
    // What stood before, and whether a value may begin here.
    var mayBegin = true
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = text[index]
      if let open = quote {
        if byte == UInt8(ascii: "\\"), open == UInt8(ascii: "\"") { index += 1 }
        if byte == open { quote = nil }
        mayBegin = false
      } else {
        switch byte {
        case UInt8(ascii: "["), UInt8(ascii: "{"):
          if brackets > 0 || mayBegin {
            brackets += 1
            mostValues += 1
            note(depth: indents.count + brackets, at: index)
          }
        case UInt8(ascii: "]"), UInt8(ascii: "}"): brackets = max(brackets - 1, 0)
        case UInt8(ascii: ","): mostValues += brackets > 0 ? 1 : 0
        case UInt8(ascii: ":"): mostValues += 1
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
          if brackets > 0, mayBegin { quote = byte }
        case UInt8(ascii: "&"):
          if let name = name(after: index) { anchors[name] = anchors[name] ?? index }
        case UInt8(ascii: "*"): if let name = name(after: index) { aliases.insert(name) }
        default: break
        }
        mayBegin = beginsValue(behind: byte, at: index, mayBegin)
      }
      index += 1
    }
  }

  /// Whether a value may begin behind a byte.
  private func beginsValue(behind byte: UInt8, at index: Int, _ before: Bool) -> Bool {
    switch byte {
    case UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: ","): return true
    case UInt8(ascii: ":"), UInt8(ascii: "?"), UInt8(ascii: "-"):
      return index + 1 < text.count && isSpace(text[index + 1])
    default: return isSpace(byte) && before
    }
  }

  private func name(after index: Int) -> String? {
    var end = index + 1
    while end < text.count, end - index < 64,
      text[end] > 0x20,
      ![UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}")].contains(text[end])
    {
      end += 1
    }
    // Within a character nothing ends.
    while end < text.count, text[end] & 0xC0 == 0x80 { end += 1 }
    return end > index + 1 ? text.string(index + 1..<end) : nil
  }

  private mutating func note(depth: Int, at offset: Int) {
    if depth > deepest.depth { deepest = (depth, offset) }
  }

  private func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
  }
}
