/// What the mouse did on one cell of the screen.
public struct MouseEvent: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// The left button was pressed and let go on the same cell.
    case click
    /// The pointer is here while the left button is held down.
    ///
    /// The first of them tells the cell that it was pressed on, once the pointer has left that.
    case drag
    /// The left button was let go behind a ``drag``, wherever that is.
    case release
    case wheelUp
    case wheelDown
  }

  public var kind: Kind
  public var position: Position

  public init(_ kind: Kind, at position: Position) {
    self.kind = kind
    self.position = position
  }
}
