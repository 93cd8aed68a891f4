/// What one column of one row of the screen shows.
///
/// A wide character takes two cells: the first holds it, the second is a `.continuation`.
public struct Cell: Hashable, Sendable {
  public enum Content: Hashable, Sendable {
    /// A scalar one or two cells wide, and what combines with it (at most ``Cell/markLimit``).
    case scalar(Unicode.Scalar, marks: Marks)
    /// The right half of the wide character before it.
    case continuation

    static let blank = Content.scalar(" ", marks: [])
  }

  /// The most combining marks a cell keeps, in scalars.
  ///
  /// ncurses keeps five scalars in a cell, the base among them (`CCHARW_MAX`), and no writing
  /// system that chats use needs more.
  public static let markLimit = 4

  public var content: Content
  public var style: Style

  public init(_ content: Content, style: Style) {
    self.content = content
    self.style = style
  }

  public static let blank = Cell(.blank, style: .text)
}
