/// A phrase's text with its placeholders: `Dear {{name}}, your parcel {{number}} …`.
///
/// A placeholder is `{{name}}`, also with the full-width braces that Chinese input methods type; the
/// name, without white space around it, is one to sixty-four Unicode scalars with no brace and no line
/// break. Everything else is text; what of that looks as if it had to be filled in is told by ``Blank``.
public struct Template: Hashable, Sendable {
  /// A stretch of the text.
  public struct Segment: Hashable, Sendable {
    /// Where it stands in ``Template/text``, braces included.
    public let range: Range<String.Index>
    /// The name when it is a placeholder, nil when it is plain text.
    public let placeholder: String?
  }

  /// The longest name, in Unicode scalars.
  static let nameLimit = 64

  public let text: String
  /// The whole text in order; no segment is empty, no two of plain text follow each other.
  public let segments: [Segment]
  /// The distinct names, in the order in which they first appear.
  public let names: [String]
  /// Those of ``names`` that stand for blanks, not for placeholders.
  private(set) var blankNames: Set<String> = []
  /// Those of them that name nothing, such as `____`: what one was filled with says nothing of another.
  public private(set) var namelessBlanks: Set<String> = []

  public init(_ text: String) {
    var fields: [(range: Range<String.Index>, name: String)] = []
    let scalars = text.unicodeScalars
    var index = scalars.startIndex
    while let open = scalars[index...].firstIndex(where: Braces.isOpening) {
      index = scalars.index(after: open)
      guard let (name, end) = Braces.field(in: scalars, at: open) else { continue }
      fields.append((open..<end, name))
      index = end
    }
    self.init(text, fields)
  }

  /// The text with its blanks as placeholders too, by their names.
  ///
  /// The `blanks` are those of the text, ``Blank/all(in:trusting:)``; one that holds a placeholder takes
  /// its place. Blanks without a name of their own, such as `____`, are each one by itself, and what no
  /// value can stand in for is left as it is.
  ///
  ///     Template("单号 [订单号]，{{快递}}", filling: blanks).names  // ["订单号", "快递"]
  public init(_ text: String, filling blanks: [Blank]) {
    let scalars = text.unicodeScalars
    var fields: [(range: Range<String.Index>, name: String)] = []
    var own = Template(text).segments.filter { $0.placeholder != nil }[...]
    var namelessCounts: [String: Int] = [:]
    var (blankNames, namelessBlanks): (Set<String>, Set<String>) = ([], [])
    var (index, offset) = (scalars.startIndex, 0)
    for blank in blanks where blank.isFillable {
      let start = scalars.index(index, offsetBy: blank.range.lowerBound - offset)
      index = scalars.index(start, offsetBy: blank.range.count)
      offset = blank.range.upperBound
      while let field = own.first, field.range.lowerBound < index {
        own.removeFirst()
        if field.range.upperBound <= start { fields.append((field.range, field.placeholder ?? "")) }
      }
      var name = blank.name
      if !blank.hasName {
        let count = namelessCounts[name, default: 0] + 1
        namelessCounts[name] = count
        if count > 1 { name += " (\(count))" }
        namelessBlanks.insert(name)
      }
      blankNames.insert(name)
      fields.append((start..<index, name))
    }
    fields += own.map { ($0.range, $0.placeholder ?? "") }
    self.init(text, fields)
    self.blankNames = blankNames.subtracting(Template(text).names)
    self.namelessBlanks = namelessBlanks
  }

  /// The fields are in the order of the text, and do not overlap.
  private init(_ text: String, _ fields: [(range: Range<String.Index>, name: String)]) {
    var segments: [Segment] = []
    var names: [String] = []
    var known: Set<String> = []
    var literalStart = text.startIndex
    for (range, name) in fields {
      if literalStart < range.lowerBound {
        segments.append(Segment(range: literalStart..<range.lowerBound, placeholder: nil))
      }
      segments.append(Segment(range: range, placeholder: name))
      if known.insert(name).inserted { names.append(name) }
      literalStart = range.upperBound
    }
    if literalStart < text.endIndex {
      segments.append(Segment(range: literalStart..<text.endIndex, placeholder: nil))
    }
    self.text = text
    self.segments = segments
    self.names = names
  }
}

extension Template {
  /// A stretch of the text with values put in.
  public struct Piece: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
      case text
      /// A value in the place of a placeholder.
      case value
      /// A placeholder without a value, as it stands in the text.
      case unfilled
    }

    public let kind: Kind
    let text: String
  }

  /// A text with values put in.
  public struct Filling: Hashable, Sendable {
    public let pieces: [Piece]
    /// The names that had no value, in the order in which they first appear.
    public let unfilled: [String]

    /// The whole text; placeholders without a value stay as they are.
    public var text: String { pieces.map(\.text).joined() }
  }

  /// A placeholder or blank as it stands in the text: `{{name}}`, or `[name]` where that is a blank.
  public func standing(_ name: String) -> String {
    guard let segment = segments.first(where: { $0.placeholder == name }) else { return name }
    return String(text[segment.range])
  }

  /// Puts `values` in by name.
  ///
  /// Values are put in literally: one that holds `{{name}}` is not filled again. One that shows nothing,
  /// as a blank, counts as none: it would leave a half-filled phrase ready to send.
  public func filled(with values: [String: String]) -> Filling {
    let pieces = segments.map { segment in
      let own = String(text[segment.range])
      guard let name = segment.placeholder else { return Piece(kind: .text, text: own) }
      guard let value = values[name], SafeText.showsSomething(value) else {
        return Piece(kind: .unfilled, text: own)
      }
      return Piece(kind: .value, text: value)
    }
    return Filling(
      pieces: pieces, unfilled: names.filter { !SafeText.showsSomething(values[$0] ?? "") })
  }
}
