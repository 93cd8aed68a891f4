import Phrases

extension Desk {
  /// Where the phrases come from, in the most words that fit in `width` cells.
  func sourceFact(width: Int) -> (text: String, role: Role) {
    if let expectedCount {
      return (Label.indexing(library.count, of: expectedCount).sentence(language), .faint)
    }
    guard origin != .loading, let source = mostUrgentSource else {
      return (Label.origin(origin).sentence(language), .faint)
    }
    let role = source.standing <= .held ? Role.warning : .faint
    let others = sources.count > 1 ? " +\(sources.count - 1)" : ""
    let whole = source.statusSentence(language) + others
    guard GlyphRun(whole).width > width else { return (whole, role) }
    let short = source.statusSentence(language, isShort: true) + others
    let excess = GlyphRun(short).width - width
    guard excess > 0 else { return (short, role) }
    let room = max(GlyphRun(source.name).width - excess, 4)
    return (source.statusSentence(language, isShort: true, nameWidth: room) + others, role)
  }

  func draw(_ sources: SourcesDialog, on canvas: inout Canvas) {
    let frame = layout.sources
    canvas.cursor = nil
    canvas.frame(frame, title: SourceLabel.sourcesTitle.sentence(language))
    let region = frame.insideFrame
    let lines = SourcesDialog.lines(of: self.sources, width: region.columns, language)
    let top = sources.top(of: lines, height: region.rows)
    let visible = top..<min(top + region.rows, lines.count)
    drawScrollMark(
      in: frame.inset(columns: 1), isMoreAbove: top > 0,
      isMoreBelow: visible.upperBound < lines.count,
      on: &canvas)
    for (row, line) in lines[visible].enumerated() {
      let isSelected = line.source == sources.selected
      let at = region.row + row
      // The mark stays in sight beside a report that is longer than the dialog.
      if isSelected, line.isFirst || row == 0 {
        canvas.write(">", row: at, column: region.column, width: 1)
      }
      let indent = line.role == .heading ? 2 : 4
      canvas.write(
        line.glyphs, row: at, column: region.column + indent, width: region.columns - indent
      ) { _ in Style(line.role) }
    }
  }

  func draw(_ held: HeldDialog, on canvas: inout Canvas) {
    let frame = layout.sources
    canvas.cursor = nil
    canvas.frame(frame, title: SourceLabel.heldTitle(source: held.source).sentence(language))
    let region = frame.insideFrame
    let lines = held.lines(width: region.columns, language)
    let top = held.top(of: lines.count, height: layout.heldRows)
    let visible = top..<min(top + layout.heldRows, lines.count)
    drawScrollMark(
      in: frame.inset(columns: 1), isMoreAbove: top > 0,
      isMoreBelow: visible.upperBound < lines.count,
      on: &canvas)
    for (row, line) in lines[visible].enumerated() {
      canvas.write(
        line.glyphs, row: region.row + row, column: region.column, width: region.columns
      ) { _ in Style(line.role) }
    }
    heldKeys.draw(on: &canvas)
  }

  /// The two answers to whether a version that waits is to be taken.
  var heldKeys: KeyRow {
    let region = layout.sources.insideFrame
    return KeyRow(
      choices: [
        (SourceLabel.heldYes.sentence(language), Key.yes),
        (SourceLabel.heldNo.sentence(language), Key(.escape)),
      ], region: region.droppingFirst(rows: region.rows - 1))
  }

  func draw(_ dialog: DepartmentDialog, on canvas: inout Canvas) {
    let frame = layout.palette
    canvas.cursor = nil
    canvas.frame(frame, title: SourceLabel.departmentTitle.sentence(language))
    let region = frame.insideFrame
    let visible = dialog.viewport.visible(
      count: dialog.departments.count, height: layout.departmentRows)
    drawScrollMark(
      in: frame.inset(columns: 1), isMoreAbove: visible.lowerBound > 0,
      isMoreBelow: visible.upperBound < dialog.departments.count, on: &canvas)
    for (line, index) in visible.enumerated() {
      let isSelected = index == dialog.viewport.selected
      let style = Style(.text, isSelected: isSelected)
      let name = dialog.departments[index] ?? SourceLabel.allDepartments.sentence(language)
      let row = Region(
        row: region.row + line, column: region.column, rows: 1, columns: region.columns)
      canvas.fill(row, style: style)
      canvas.write(
        (isSelected ? "> " : "  ") + name, row: row.row, column: row.column, width: row.columns,
        style: style)
    }
  }
}
