import Desk

/// What a terminal tells of the mouse, as far as it matters here.
///
/// Followed: xterm's ctlseqs ("Mouse Tracking"), modes 1002 and 1006.
struct MouseReport: Equatable {
  enum Kind: Equatable {
    /// Of the left button.
    case press
    case release
    /// The pointer moved to another cell while the left button was held down.
    case motion
    case wheelUp
    case wheelDown
  }

  var kind: Kind
  var position: Position

  /// A report of three parameters `CSI < button ; column ; row`, ended by `M` or, for a button that
  /// was let go, by `m`.
  ///
  /// Nil for what means nothing here: other buttons, motion without one, and whatever is held down with Control
  /// or Alt (with Shift the terminal keeps the mouse to itself).
  init?(sgr parameters: [Int], isRelease: Bool) {
    guard parameters.count == 3 else { return nil }
    self.init(button: parameters[0], column: parameters[1], row: parameters[2])
    if isRelease { kind = .release }
  }

  /// The three bytes behind `CSI M`, of terminals that do not know mode 1006.
  ///
  /// They do not tell which button was let go, nor cells beyond the 223rd.
  init?(legacy bytes: ArraySlice<UInt8>) {
    let numbers = bytes.map { Int($0) - 32 }
    guard numbers.count == 3 else { return nil }
    let isRelease = numbers[0] == 3
    self.init(button: isRelease ? 0 : numbers[0], column: numbers[1], row: numbers[2])
    if isRelease { kind = .release }
  }

  private init?(button: Int, column: Int, row: Int) {
    guard column > 0, row > 0 else { return nil }
    switch button {
    case 0: kind = .press
    // 32 is added for motion.
    case 32: kind = .motion
    case 64: kind = .wheelUp
    case 65: kind = .wheelDown
    default: return nil
    }
    position = Position(row: row - 1, column: column - 1)
  }
}

/// Makes clicks and drags out of what is told of the button.
///
/// ```swift
/// var clicks = ClickRecognizer()
/// clicks.take(press at 2, 4)    // []
/// clicks.take(release at 2, 4)  // [.click at 2, 4]
/// clicks.take(press at 2, 4)    // []
/// clicks.take(motion to 3, 4)   // [.drag at 2, 4, .drag at 3, 4]
/// clicks.take(release at 3, 4)  // [.release at 3, 4]
/// ```
struct ClickRecognizer {
  private var pressed: Position?
  /// Where the pointer was last, once it has left the cell that was pressed.
  private var dragged: Position?

  /// What the agent did, once it is done: a press alone is nothing yet, and a button that is let go
  /// on another cell was not meant for this one.
  mutating func take(_ report: MouseReport) -> [MouseEvent] {
    switch report.kind {
    case .press:
      (pressed, dragged) = (report.position, nil)
      return []
    case .motion: return drag(to: report.position)
    case .release:
      defer { (pressed, dragged) = (nil, nil) }
      if dragged != nil { return [MouseEvent(.release, at: report.position)] }
      return pressed == report.position ? [MouseEvent(.click, at: report.position)] : []
    case .wheelUp: return [MouseEvent(.wheelUp, at: report.position)]
    case .wheelDown: return [MouseEvent(.wheelDown, at: report.position)]
    }
  }

  private mutating func drag(to position: Position) -> [MouseEvent] {
    guard let pressed, (dragged ?? pressed) != position else { return [] }
    let isFirst = dragged == nil
    dragged = position
    let drag = MouseEvent(.drag, at: position)
    return isFirst ? [MouseEvent(.drag, at: pressed), drag] : [drag]
  }
}
