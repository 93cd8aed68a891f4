extension Desk {
  /// What happened last, or which keys there are; and where the phrases come from and go to.
  func drawStatus(on canvas: inout Canvas) {
    if let error = wrappedError {
      drawError(error, on: &canvas)
      return
    }
    for part in statusParts {
      canvas.write(
        part.text, row: part.region.row, column: part.region.column, width: part.region.columns,
        style: Style(part.role))
    }
  }

  /// Says whole what went wrong, and so where the phrase is now, in rows from above if need be.
  private func drawError(_ text: WrappedText, on canvas: inout Canvas) {
    let status = layout.status
    let rows = max(status.rows, min(text.lines.count, 4))
    let first = max(0, status.row + status.rows - rows)
    let region = Region(row: first, column: status.column, rows: rows, columns: status.columns)
    canvas.fill(region)
    canvas.write(text, in: region.inset(columns: 1), style: Style(notice?.role ?? .error))
  }
}
