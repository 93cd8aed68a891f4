/// A phrase's text with its placeholders: `Dear {{name}}, your parcel {{number}} …`.
///
/// A placeholder is `{{name}}`; the name, without white space around it, is one to sixty-four
/// Unicode scalars with no brace and no line break. Everything else is text, other people's
/// styles of placeholder too (`[变量]`, `{name}`).
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

  public init(_ text: String) {
    var segments: [Segment] = []
    var names: [String] = []
    let scalars = text.unicodeScalars
    var literalStart = scalars.startIndex
    var index = scalars.startIndex
    while let open = scalars[index...].firstIndex(of: "{") {
      index = scalars.index(after: open)
      guard let (name, end) = Template.placeholder(in: scalars, at: open) else { continue }
      if literalStart < open {
        segments.append(Segment(range: literalStart..<open, placeholder: nil))
      }
      segments.append(Segment(range: open..<end, placeholder: name))
      if !names.contains(name) { names.append(name) }
      literalStart = end
      index = end
    }
    if literalStart < scalars.endIndex {
      segments.append(Segment(range: literalStart..<scalars.endIndex, placeholder: nil))
    }
    self.text = text
    self.segments = segments
    self.names = names
  }

  private static func placeholder(
    in scalars: String.UnicodeScalarView, at open: String.Index
  ) -> (name: String, end: String.Index)? {
    let second = scalars.index(after: open)
    guard second < scalars.endIndex, scalars[second] == "{" else { return nil }
    let start = scalars.index(after: second)
    guard let stop = scalars[start...].firstIndex(where: endsName), scalars[stop] == "}" else {
      return nil
    }
    let last = scalars.index(after: stop)
    guard last < scalars.endIndex, scalars[last] == "}" else { return nil }
    let name = String(scalars[start..<stop]).trimmed()
    guard !name.isEmpty, name.unicodeScalars.count <= nameLimit else { return nil }
    return (name, scalars.index(after: last))
  }

  private static func endsName(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "{", "}", "\n", "\r", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}": true
    default: false
    }
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

  /// Puts `values` in by name.
  ///
  /// Values are put in literally: one that holds `{{name}}` is not filled again. An empty value
  /// counts as none, so that an empty field never makes a half-filled phrase ready to send.
  public func filled(with values: [String: String]) -> Filling {
    let pieces = segments.map { segment in
      let own = String(text[segment.range])
      guard let name = segment.placeholder else { return Piece(kind: .text, text: own) }
      guard let value = values[name], !value.isEmpty else {
        return Piece(kind: .unfilled, text: own)
      }
      return Piece(kind: .value, text: value)
    }
    return Filling(pieces: pieces, unfilled: names.filter { values[$0]?.isEmpty ?? true })
  }
}
