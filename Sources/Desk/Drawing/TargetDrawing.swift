extension Desk {
  func draw(_ dialog: TargetDialog, on canvas: inout Canvas) {
    let frame = layout.palette
    canvas.cursor = nil
    canvas.frame(frame, title: TargetLabel.title.sentence(language))
    let region = frame.droppingFirst(rows: 1).droppingLast(rows: 1).inset(columns: 2)
    guard let targets = dialog.targets else {
      canvas.write(
        TargetLabel.looking.sentence(language), row: region.row, column: region.column,
        width: region.columns)
      return
    }
    let visible = dialog.viewport.visible(count: targets.count, height: layout.departmentRows)
    drawScrollMark(
      in: frame.inset(columns: 1), isMoreAbove: visible.lowerBound > 0,
      isMoreBelow: visible.upperBound < targets.count, on: &canvas)
    for (line, index) in visible.enumerated() {
      let isSelected = index == dialog.viewport.selected
      let style = Style(.text, isSelected: isSelected)
      let row = Region(
        row: region.row + line, column: region.column, rows: 1, columns: region.columns)
      canvas.fill(row, style: style)
      canvas.write(
        (isSelected ? "> " : "  ") + TargetLabel.choice(targets[index]).sentence(language),
        row: row.row, column: row.column, width: row.columns, style: style)
    }
  }
}
