extension Desk {
  /// Draws the open dialogs in front of the panes, the topmost last.
  func drawDialogs(on canvas: inout Canvas) {
    for id in dialogs.ids.reversed() {
      guard let dialog = dialogs[id] else { continue }
      let frame = frame(of: dialog)
      canvas.cursor = nil
      canvas.frame(frame, title: dialog.title(of: self))
      dialog.draw(in: frame.insideFrame, on: &canvas, of: self)
    }
  }
}
