extension Desk {
  /// Draws a pane's heading: whether it has the focus shows without colour.
  func drawHeading(_ label: Label, of pane: Pane, in region: Region, on canvas: inout Canvas) {
    let hasFocus = focus == pane && dialogs.isEmpty
    let text = hasFocus ? "[\(label.sentence(language))]" : " \(label.sentence(language)) "
    canvas.write(
      text, row: region.row, column: region.column,
      // Beside it stand the marks of scrolling, and in the list the selected row's number.
      width: region.columns - (pane == .list ? 8 : 4),
      style: Style(hasFocus ? .focusedHeading : .heading))
  }
}
