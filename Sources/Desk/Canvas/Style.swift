/// What a cell means, from which the terminal's theme makes colours and attributes.
///
/// Text never names a colour: a screen must read the same on a terminal that has none. Only what is
/// a picture itself has colours of its own.
public struct Style: Hashable, Sendable {
  public var role: Role
  /// Part of the row that keys act on, which shows without colour.
  public var isSelected: Bool
  /// Colours in place of the theme's, as far as the terminal has them; nil for text.
  public var paint: Paint?

  /// A part of the desk's text, or with a paint a cell of a picture.
  public init(_ role: Role, isSelected: Bool = false, paint: Paint? = nil) {
    self.role = role
    self.isSelected = isSelected
    self.paint = paint
  }

  public static let text = Style(.text)
}

/// The parts that text plays on the desk.
public enum Role: UInt8, Hashable, Sendable, CaseIterable {
  case text
  /// Counts, paths, hints: readable, but never what the eye looks for.
  case faint
  /// The heading of a pane that has not the focus.
  case heading
  /// The heading of the pane that has the focus.
  case focusedHeading
  /// What is typed into a field.
  case input
  /// Text in a field that the next typed letter replaces.
  case selectedInput
  /// The part of a phrase that the query matched.
  case match
  case placeholder
  case warning
  case error
  /// The name of a key.
  case key
  case border
  case code
  case status
}
