/// What a text still holds to be filled in, besides its placeholders: a placeholder that is damaged, or
/// one in another tool's clothes.
///
/// It would be sent as it stands, so it is asked for. What counts is told by shape and by words:
///
/// ```swift
/// Blank.all(in: "亲[微笑]，【温馨提示】您的[订单号]已发货").map(\.text)  // ["[订单号]"]
/// ```
public struct Blank: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// Double braces that are no placeholder.
    case damaged(Damage)
    case foreign(Form)
  }

  /// Why double braces, of either width, are no placeholder.
  public enum Damage: Hashable, Sendable, CaseIterable {
    /// `{{order number}`
    case notClosed
    /// `order number}}`
    case notOpened
    /// `{{}}`
    case noName
    /// More than sixty-four characters.
    case longName
    /// A line break within the name.
    case brokenName
    /// `{{{name}}}`
    case surplusBrace
  }

  /// What a foreign blank looks like.
  public enum Form: Hashable, Sendable, CaseIterable {
    /// `[x]`
    case square
    /// `【x】`
    case lenticular
    /// `{x}`
    case brace
    /// `${x}`
    case dollar
    /// `#{x}`
    case hash
    /// `%x%`
    case percent
    /// `[[x]]`
    case doubleSquare
    /// `<Insert x>`, `(insert x)`, `<order number>`, `#order number#`
    case instruction
    /// `____`
    case line
    /// `XXX`, `xx月xx日`, `****`, `○○`
    case crosses
    /// `$|$`, where another tool puts the cursor
    case cursor
  }

  public let kind: Kind
  /// Where it stands, in Unicode scalars.
  public let range: Range<Int>
  /// As it stands.
  public let text: String
  /// What is asked for: the name within, or the whole where there is none.
  public let name: String

  /// Whether a value can stand in its place: not where nothing says how far a name goes.
  ///
  /// `{{order number is 8012` has one word of the name for certain, and the rest would be left behind it.
  var isFillable: Bool {
    guard case .damaged(.notClosed) = kind, let last = text.unicodeScalars.last else { return true }
    return Braces.isClosing(last)
  }

  /// Whether two of the same name are the same: two lines to write on are not.
  var hasName: Bool {
    switch kind {
    case .foreign(.line), .foreign(.crosses), .foreign(.cursor), .damaged(.noName),
      .damaged(.notOpened):
      false
    case .foreign, .damaged: true
    }
  }

  /// The blanks of a text, in its order; those of the styles that a source `trusts` need no telling word.
  ///
  /// - Complexity: O(*n*).
  public static func all(
    in text: String, trusting styles: PlaceholderStyles = []
  ) -> [Blank] {
    scan(text, trusting: styles).blanks
  }

  /// The blanks of a text, and the placeholders that say more than a name, or should; nil is an escape.
  static func scan(
    _ text: String, trusting styles: PlaceholderStyles
  ) -> (blanks: [Blank], placeholders: [(range: Range<Int>, text: String, Placeholder?)]) {
    guard BlankScanner.mayHold(text) else { return ([], []) }
    var scanner = BlankScanner(text, trusting: styles)
    scanner.run()
    return (
      scanner.blanks,
      scanner.remarkable.map { ($0.range, scanner.string($0.range), $0.placeholder) }
    )
  }
}

extension Blank.Form {
  /// What a source declares to make it a placeholder; nil where it can be none.
  public var style: PlaceholderStyles? {
    switch self {
    case .square: .square
    case .lenticular: .lenticular
    case .brace: .brace
    case .dollar: .dollar
    case .hash: .hash
    case .percent: .percent
    case .doubleSquare: .doubleSquare
    case .instruction, .line, .crosses, .cursor: nil
    }
  }
}
