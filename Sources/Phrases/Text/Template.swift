/// A phrase's text with its placeholders: `Dear {{name}}, your parcel {{number}} …`.
///
/// A placeholder is `{{name}}`, also with the full-width braces that Chinese input methods type, and may
/// say more than its name (``Placeholder``); there is no brace and no line break in it. `\{{` are braces
/// that go out. Everything else is text; what of that looks as if it had to be filled in is told by
/// ``Blank``.
public struct Template: Hashable, Sendable {
  /// A stretch of the text.
  public struct Segment: Hashable, Sendable {
    /// Where it stands in ``Template/text``, braces included.
    public let range: Range<String.Index>
    /// The name when it is a placeholder, nil when it is plain text.
    public let placeholder: String?
    /// Whether it is the `\` before braces, which does not go out.
    let isEscape: Bool
  }

  public let text: String
  /// The whole text in order; no segment is empty, no two of plain text follow each other.
  public let segments: [Segment]
  /// The distinct placeholders, in the order in which they first appear; where one of a name says more
  /// than the name, it speaks for all of them.
  public let placeholders: [Placeholder]
  /// Those of ``names`` that stand for blanks, not for placeholders.
  private(set) var blankNames: Set<String> = []
  /// Those of them that name nothing, such as `____`: what one was filled with says nothing of another.
  public private(set) var namelessBlanks: Set<String> = []

  /// The names of ``placeholders``, computed ones too.
  public var names: [String] { placeholders.map(\.name) }

  /// A stretch that is no plain text; an escape where there is no placeholder.
  private typealias Field = (range: Range<String.Index>, placeholder: Placeholder?)

  public init(_ text: String) { self.init(text, Template.fields(of: text)) }

  private static func fields(of text: String) -> [Field] {
    var fields: [Field] = []
    let scalars = text.unicodeScalars
    var index = scalars.startIndex
    while let open = scalars[index...].firstIndex(where: Braces.isOpening) {
      let start = index
      index = scalars.index(after: open)
      if open > start, index < scalars.endIndex, Braces.isOpening(scalars[index]) {
        let before = scalars.index(before: open)
        if scalars[before] == Braces.escape {
          fields.append((before..<open, nil))
          index = scalars[index...].firstIndex { !Braces.isOpening($0) } ?? scalars.endIndex
          continue
        }
      }
      guard let (placeholder, end) = Braces.field(in: scalars, at: open) else { continue }
      fields.append((open..<end, placeholder))
      index = end
    }
    return fields
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
    var fields: [Field] = []
    var own = Template.fields(of: text)[...]
    var namelessCounts: [String: Int] = [:]
    var (blankNames, namelessBlanks): (Set<String>, Set<String>) = ([], [])
    var (index, offset) = (scalars.startIndex, 0)
    for blank in blanks where blank.isFillable {
      let start = scalars.index(index, offsetBy: blank.range.lowerBound - offset)
      index = scalars.index(start, offsetBy: blank.range.count)
      offset = blank.range.upperBound
      while let field = own.first, field.range.lowerBound < index {
        own.removeFirst()
        if field.range.upperBound <= start { fields.append(field) }
      }
      var name = blank.name
      if !blank.hasName {
        let count = namelessCounts[name, default: 0] + 1
        namelessCounts[name] = count
        if count > 1 { name += " (\(count))" }
        namelessBlanks.insert(name)
      }
      blankNames.insert(name)
      fields.append((start..<index, Placeholder(named: name)))
    }
    fields += own
    self.init(text, fields)
    self.blankNames = blankNames.subtracting(Template(text).names)
    self.namelessBlanks = namelessBlanks
  }

  /// The fields are in the order of the text, and do not overlap.
  private init(_ text: String, _ fields: [Field]) {
    var segments: [Segment] = []
    var placeholders: [Placeholder] = []
    var places: [String: Int] = [:]
    var literalStart = text.startIndex
    for (range, placeholder) in fields {
      if literalStart < range.lowerBound {
        segments.append(
          Segment(range: literalStart..<range.lowerBound, placeholder: nil, isEscape: false))
      }
      segments.append(
        Segment(range: range, placeholder: placeholder?.name, isEscape: placeholder == nil))
      literalStart = range.upperBound
      guard let placeholder else { continue }
      if let place = places[placeholder.name] {
        if placeholders[place].kind == .blank { placeholders[place] = placeholder }
      } else {
        places[placeholder.name] = placeholders.count
        placeholders.append(placeholder)
      }
    }
    if literalStart < text.endIndex {
      segments.append(
        Segment(range: literalStart..<text.endIndex, placeholder: nil, isEscape: false))
    }
    self.text = text
    self.segments = segments
    self.placeholders = placeholders
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
      /// The `\` before braces: part of the template, and not of what goes out.
      case escape
    }

    public let kind: Kind
    public let text: String
  }

  /// A text with values put in.
  public struct Filling: Hashable, Sendable {
    public let pieces: [Piece]
    /// The names that had no value, in the order in which they first appear.
    public let unfilled: [String]

    /// What goes out; placeholders without a value stay as they are.
    public var text: String { pieces.filter { $0.kind != .escape }.map(\.text).joined() }

    /// The text of a template that says the same: with what keeps braces from being placeholders.
    public var templateText: String { templatePieces.joined() }

    /// The pieces as they stand in that: braces of a value are text, and a `\` at its end is none of what follows.
    public var templatePieces: [String] {
      var written: [String] = []
      for piece in pieces {
        var text = piece.kind == .value ? Template(piece.text).escaped : piece.text
        if piece.kind == .unfilled, written.last?.last == "\\" { text = " " + text }
        written.append(text)
      }
      return written
    }
  }

  /// A placeholder or blank as it stands in the text: `{{name}}`, or `[name]` where that is a blank.
  public func standing(_ name: String) -> String {
    guard let segment = segments.first(where: { $0.placeholder == name }) else { return name }
    return String(text[segment.range])
  }

  /// Puts `values` in by name, and where there is none what the clock says.
  ///
  /// Values are put in literally: one that holds `{{name}}` is not filled again. One that shows nothing,
  /// as a blank, counts as none: it would leave a half-filled phrase ready to send.
  public func filled(with values: [String: String], at moment: Moment = .unknown) -> Filling {
    var known: [String: String] = [:]
    for placeholder in placeholders {
      if let value = values[placeholder.name], SafeText.showsSomething(value) {
        known[placeholder.name] = value
      } else if placeholder.isComputed {
        known[placeholder.name] = placeholder.initialValue(at: moment)
      }
    }
    let pieces = segments.map { segment in
      let own = String(text[segment.range])
      guard let name = segment.placeholder else {
        return Piece(kind: segment.isEscape ? .escape : .text, text: own)
      }
      return known[name].map { Piece(kind: .value, text: $0) } ?? Piece(kind: .unfilled, text: own)
    }
    return Filling(pieces: pieces, unfilled: names.filter { known[$0] == nil })
  }
}

extension Template {
  /// The text with `\` before what would be a placeholder: all of it goes out as it stands.
  public var escaped: String {
    segments.map { segment in
      (segment.placeholder == nil ? "" : "\\") + text[segment.range]
    }.joined()
  }
}
