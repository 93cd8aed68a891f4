/// Walks once through a text and finds its blanks.
///
/// Nothing is looked at further ahead than ``lookahead`` scalars, but for the name behind `{{`, which ends
/// at the next brace.
struct BlankScanner {
  /// The longest blank in brackets, in Unicode scalars: examples stand in some (`[Gift, e.g. a pouch]`).
  static let lookahead = 128
  /// The most steps of a way through menus.
  static let mostSteps = 6
  /// The longest that is broken over two lines.
  static let brokenLimit = 24

  let scalars: [Unicode.Scalar]
  let trusted: PlaceholderStyles
  private(set) var blanks: [Blank] = []
  /// The placeholders that say more than a name, or should, and where they stand in scalars; nil where
  /// braces go out.
  var remarkable: [(range: Range<Int>, placeholder: Placeholder?)] = []
  /// Whether the text has ends of elements, as HTML has.
  private(set) lazy var isMarkup = zip(scalars, scalars.dropFirst()).contains {
    $0 == "<" && $1 == "/"
  }

  init(_ text: String, trusting styles: PlaceholderStyles) {
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(text.utf8.count)
    scalars.append(contentsOf: text.unicodeScalars)
    self.scalars = scalars
    trusted = styles
  }

  /// Whether anything in a text begins as a blank does, for most of them do not.
  static func mayHold(_ text: String) -> Bool {
    text.utf8.withContiguousStorageIfAvailable(mayHold)
      ?? Array(text.utf8).withUnsafeBufferPointer(mayHold)
  }

  private static func mayHold(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    var last: UInt8 = 0
    while index < bytes.count {
      let byte = bytes[index]
      defer { last = byte }
      if byte < 0x80 {
        index += 1
        guard begins(byte) else { continue }
        switch byte {
        // One of these alone is no blank.
        case UInt8(ascii: "_"), UInt8(ascii: "x"): if last == byte { return true }
        default: return true
        }
        continue
      }
      // One x before 汉字, as in x月x日.
      if last == UInt8(ascii: "x") { return true }
      switch byte {
      // Nothing of three bytes but what begins with these is looked at: 汉字 begin with others.
      case 0xE2, 0xE3, 0xEF:
        guard index + 2 < bytes.count else { return false }
        let sign = UInt16(bytes[index + 1]) << 8 | UInt16(bytes[index + 2])
        if begins(lead: byte, sign) { return true }
        index += 3
      case 0xE0...: index += byte < 0xF0 ? 3 : 4
      default:
        guard index + 1 < bytes.count else { return false }
        if byte == 0xC3, bytes[index + 1] == 0x97 { return true }  // ×
        index += 2
      }
    }
    return false
  }

  /// Whether a character of three bytes in UTF-8, the last two of which are `sign`, may be the first of a blank.
  private static func begins(lead: UInt8, _ sign: UInt16) -> Bool {
    switch (lead, sign) {
    // 【 〔 〇, ﹛ ﹜ （ ［ ＿ ｛ ｝ ＊ ＜ Ｘ ｘ, ○ ◯ △.
    case (0xE3, 0x8090), (0xE3, 0x8094), (0xE3, 0x8087), (0xEF, 0xB99B), (0xEF, 0xB99C),
      (0xEF, 0xBC88), (0xEF, 0xBCBB), (0xEF, 0xBCBF), (0xEF, 0xBD9B), (0xEF, 0xBD9D),
      (0xEF, 0xBC8A), (0xEF, 0xBC9C), (0xEF, 0xBCB8), (0xEF, 0xBD98), (0xE2, 0x978B),
      (0xE2, 0x97AF), (0xE2, 0x96B3):
      true
    default: false
    }
  }

  /// Whether an ASCII character may be the first of a blank.
  private static func begins(_ byte: UInt8) -> Bool {
    let marks = byte < 64 ? lowMarks : highMarks
    return marks >> UInt64(byte & 63) & 1 == 1
  }

  private static let lowMarks = marks("$#%&<(*", from: 0)
  private static let highMarks = marks("{}[_Xx", from: 64)

  private static func marks(_ characters: StaticString, from first: UInt8) -> UInt64 {
    characters.withUTF8Buffer { $0.reduce(0) { $0 | 1 << UInt64($1 - first) } }
  }

  private static func begins(_ scalar: Unicode.Scalar) -> Bool {
    if let byte = UInt8(exactly: scalar.value), byte < 0x80 { return begins(byte) }
    switch scalar {
    case "×", "【", "〔", "﹛", "﹜", "（", "［", "＿", "｛", "｝", "＊", "＜", "Ｘ", "ｘ", "○", "◯", "〇", "△":
      return true
    default: return false
    }
  }

  mutating func run() {
    var index = 0
    while index < scalars.count {
      guard BlankScanner.begins(scalars[index]) else {
        index += 1
        continue
      }
      index = max(step(at: index), index + 1)
    }
  }

  /// Takes what begins at `index`; gives the end behind it, or `index` where nothing does.
  private mutating func step(at index: Int) -> Int {
    switch scalars[index] {
    case "{", "｛", "﹛": opening(at: index)
    case "}", "｝", "﹜": closing(at: index)
    case "$":
      if self[index + 1] == "|", self[index + 2] == "$" {
        add(.foreign(.cursor), index..<index + 3)
      } else {
        sigil(.dollar, at: index)
      }
    case "#":
      self[index + 1].map(Braces.isOpening) == true
        ? sigil(.hash, at: index) : between("#", at: index)
    case "&": between("&", at: index)
    case "%": percent(at: index)
    case "[", "［": square(at: index)
    case "【": lenticular(at: index)
    case "<", "＜": angle(at: index)
    case "〔": shell(at: index)
    case "(", "（": instruction(at: index)
    case "○", "◯", "〇", "△": circles(at: index)
    case "_", "＿": line(at: index)
    case "X", "x", "×", "Ｘ", "ｘ": crosses(at: index)
    case "*" where self[index + 1] == "|": merge(at: index)
    case "*", "＊": stars(at: index)
    default: index
    }
  }

  subscript(index: Int) -> Unicode.Scalar? {
    scalars.indices.contains(index) ? scalars[index] : nil
  }

  func string(_ range: Range<Int>) -> String {
    String(String.UnicodeScalarView(scalars[range]))
  }

  /// Keeps a blank, and gives the end of it.
  mutating func add(_ kind: Blank.Kind, _ range: Range<Int>, name: String? = nil) -> Int {
    let text = string(range)
    let name = name?.trimmed() ?? ""
    blanks.append(Blank(kind: kind, range: range, text: text, name: name.isEmpty ? text : name))
    return range.upperBound
  }

  /// The end of the run of what `belongs` that begins at `index`.
  func run(from index: Int, _ belongs: (Unicode.Scalar) -> Bool) -> Int {
    scalars[index...].firstIndex { !belongs($0) } ?? scalars.count
  }
}
