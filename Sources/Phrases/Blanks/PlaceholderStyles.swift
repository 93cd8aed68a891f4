/// The styles of placeholder that a list has besides `{{x}}`: `--placeholders square,percent`.
///
/// A list is read with them, and what comes of it has `{{x}}` alone: whatever stores, shows and sends
/// phrases knows of no other.
public struct PlaceholderStyles: OptionSet, Hashable, Sendable {
  public let rawValue: UInt8

  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// As in `[x]`.
  public static let square = PlaceholderStyles(rawValue: 1)
  /// As in `【x】`.
  public static let lenticular = PlaceholderStyles(rawValue: 2)
  /// As in `{x}`.
  public static let brace = PlaceholderStyles(rawValue: 4)
  /// As in `${x}`.
  public static let dollar = PlaceholderStyles(rawValue: 8)
  /// As in `#{x}`.
  public static let hash = PlaceholderStyles(rawValue: 16)
  /// As in `%x%`.
  public static let percent = PlaceholderStyles(rawValue: 32)
  /// As in `[[x]]`.
  public static let doubleSquare = PlaceholderStyles(rawValue: 64)

  /// Every style and what it is called, in the order in which they are listed.
  static let named: [(name: String, style: PlaceholderStyles)] = [
    ("square", .square), ("lenticular", .lenticular), ("brace", .brace), ("dollar", .dollar),
    ("hash", .hash), ("percent", .percent), ("double-square", .doubleSquare),
  ]

  /// A part of the argument that is no style.
  public struct ParseError: Error, Hashable, Sendable {
    public let part: String
  }

  /// Reads `square,double-square`; white space around names and their case do not matter, and nothing
  /// at all is no style.
  public init(_ text: String) throws(ParseError) {
    self = []
    guard !text.isBlank else { return }
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let name = String(part).trimmed().lowercased()
      guard let known = PlaceholderStyles.named.first(where: { $0.name == name }) else {
        throw ParseError(part: String(part))
      }
      insert(known.style)
    }
  }

  /// The form that ``init(_:)`` reads; empty where there is none.
  public var argument: String {
    PlaceholderStyles.named.filter { contains($0.style) }.map(\.name).joined(separator: ",")
  }

  /// The text with the placeholders of these styles as `{{x}}`.
  ///
  ///     PlaceholderStyles.square.canonical("您的[订单号]已发货[微笑]")  // "您的{{订单号}}已发货[微笑]"
  func canonical(_ text: String) -> String {
    isEmpty ? text : canonical(text, Blank.all(in: text, trusting: self))
  }

  /// The same, with the blanks of the text where they are known.
  func canonical(_ text: String, _ blanks: [Blank]) -> String {
    let fields = blanks.filter(isField)
    guard !fields.isEmpty else { return text }
    var result = String.UnicodeScalarView()
    let scalars = text.unicodeScalars
    var (index, offset) = (scalars.startIndex, 0)
    for field in fields {
      let start = scalars.index(index, offsetBy: field.range.lowerBound - offset)
      result.append(contentsOf: scalars[index..<start])
      result.append(contentsOf: Placeholder.blank(named: field.name).unicodeScalars)
      index = scalars.index(start, offsetBy: field.range.count)
      offset = field.range.upperBound
    }
    result.append(contentsOf: scalars[index...])
    return String(result)
  }

  /// Whether a blank becomes a placeholder.
  func isField(_ blank: Blank) -> Bool {
    guard case .foreign(let form) = blank.kind, let style = form.style else { return false }
    return contains(style) && blank.name.unicodeScalars.count <= Placeholder.nameLimit
  }
}
