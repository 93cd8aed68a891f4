/// One press of a key, as the terminal tells it.
public struct Key: Hashable, Sendable {
  public enum Code: Hashable, Sendable {
    /// Text; upper case stands for itself, so Shift is never a modifier of a character.
    case character(Unicode.Scalar)
    case enter
    case escape
    case tab
    case backspace
    case delete
    case insert
    case up
    case down
    case left
    case right
    case pageUp
    case pageDown
    case home
    case end
    case function(UInt8)
  }

  public struct Modifiers: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    public static let control = Modifiers(rawValue: 1)
    public static let alt = Modifiers(rawValue: 2)
    public static let shift = Modifiers(rawValue: 4)
  }

  public var code: Code
  public var modifiers: Modifiers

  public init(_ code: Code, _ modifiers: Modifiers = []) {
    self.code = code
    self.modifiers = modifiers
  }
}

extension Key {
  /// Whether it types something.
  var isText: Bool {
    if case .character = code { modifiers.isEmpty } else { false }
  }

  /// What says yes to a question.
  ///
  /// No letter alone, which somebody types who has not seen the question, and not Enter.
  static let yes = Key(.character("y"), .alt)
}
