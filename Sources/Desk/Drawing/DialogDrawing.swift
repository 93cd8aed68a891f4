import Phrases

extension Desk {
  /// What stands in front of the panes.
  func drawDialog(on canvas: inout Canvas) {
    switch dialog {
    case .help(let help)?: draw(help, on: &canvas)
    case .palette(let palette)?: draw(palette, on: &canvas)
    case .form(let form)?: draw(form, on: &canvas)
    case .question(let question)?: draw(question, on: &canvas)
    case .sources(let sources)?: draw(sources, on: &canvas)
    case .held(let held)?: draw(held, on: &canvas)
    case .department(let department)?: draw(department, on: &canvas)
    case .target(let target)?: draw(target, on: &canvas)
    case nil: break
    }
  }

  private func draw(_ help: HelpDialog, on canvas: inout Canvas) {
    let frame = layout.help
    canvas.cursor = nil
    canvas.frame(frame, title: Label.helpTitle.sentence(language))
    let region = frame.insideFrame
    let rows = HelpDialog.rows(language, columns: layout.helpColumns)
    let top = min(help.top, max(rows.count - region.rows, 0))
    let visible = top..<min(top + region.rows, rows.count)
    drawScrollMark(
      in: frame.inset(columns: 1), isMoreAbove: top > 0,
      isMoreBelow: visible.upperBound < rows.count,
      on: &canvas)
    // Keys as wide as the widest, but never more than half of the dialog.
    let widest = rows.map { GlyphRun($0.keys).width }.max() ?? 0
    let keyColumns = widest * 2 > region.columns ? region.columns : widest
    for (line, row) in rows[visible].enumerated() {
      let at = region.row + line
      canvas.write(
        row.keys, row: at, column: region.column, width: keyColumns, style: Style(.key))
      let start = row.keys.isEmpty ? 0 : keyColumns + 2
      canvas.write(
        row.meaning, row: at, column: region.column + start, width: region.columns - start)
    }
  }

  private func draw(_ palette: PaletteDialog, on canvas: inout Canvas) {
    let frame = layout.palette
    canvas.frame(frame, title: Label.paletteTitle.sentence(language))
    let region = frame.insideFrame
    canvas.write(
      field: palette.field, row: region.row, column: region.column, width: region.columns,
      hasCursor: true)
    let rows = region.droppingFirst(rows: 1)
    if palette.actions.isEmpty {
      canvas.write(
        Label.noAction.sentence(language), row: rows.row, column: rows.column, width: rows.columns)
    }
    let visible = palette.viewport.visible(count: palette.actions.count, height: rows.rows)
    for (line, index) in visible.enumerated() {
      let action = palette.actions[index]
      let isSelected = index == palette.viewport.selected
      let style = Style(.text, isSelected: isSelected)
      let row = rows.row + line
      canvas.fill(
        Region(row: row, column: rows.column, rows: 1, columns: rows.columns), style: style)
      let keys = action.keyLabels.joined(separator: " ")
      let keyWidth = min(GlyphRun(keys).width, rows.columns / 2)
      canvas.write(
        (isSelected ? "> " : "  ") + action.sentence(language), row: row, column: rows.column,
        width: rows.columns - keyWidth - 1, style: style)
      canvas.writeRight(
        keys, row: row, end: rows.column + rows.columns, width: keyWidth,
        style: Style(.key, isSelected: isSelected))
    }
  }

  private func draw(_ question: QuestionDialog, on canvas: inout Canvas) {
    let frame = layout.question
    canvas.cursor = nil
    canvas.frame(frame, title: Label.questionTitle.sentence(language))
    let region = frame.insideFrame
    let sentence = Label.question(title: question.title, question.validity)
      .sentence(language)
    let text = WrappedText(sentence, width: region.columns)
    for (row, line) in text.lines.prefix(region.rows - 1).enumerated() {
      canvas.write(
        text.run.glyphs[line], row: region.row + row, column: region.column, width: region.columns
      ) { _ in .text }
    }
    questionKeys.draw(on: &canvas)
  }

  /// The two answers to a question.
  var questionKeys: KeyRow {
    let region = layout.question.insideFrame
    return KeyRow(
      choices: [
        (Label.questionYes.sentence(language), Key.yes),
        (Label.questionNo.sentence(language), Key(.escape)),
      ], region: region.droppingFirst(rows: region.rows - 1))
  }

  private func draw(_ form: FormDialog, on canvas: inout Canvas) {
    let frame = layout.form
    canvas.frame(frame, title: form.reply.title)
    let places = FormPlaces(form, layout)
    for line in 0..<places.fields.count {
      draw(form, field: places.fields.lowerBound + line, line: line, places, on: &canvas)
    }
    canvas.write(
      Label.formHint(isTextFocused: form.isTextFocused).sentence(language), row: places.hint.row,
      column: places.hint.column, width: places.hint.columns, style: Style(.faint))
    drawText(of: form, places, on: &canvas)
  }

  private func draw(
    _ form: FormDialog, field: Int, line: Int, _ places: FormPlaces, on canvas: inout Canvas
  ) {
    let hasFocus = form.focus == field
    let input = places.input(line: line)
    canvas.write(
      (hasFocus ? "> " : "  ") + form.names[field], row: input.row,
      column: places.fieldRegion.column, width: places.labelColumns,
      style: Style(hasFocus ? .focusedHeading : .heading))
    canvas.write(
      field: form.fields[field], row: input.row, column: input.column, width: input.columns,
      hasCursor: hasFocus)
  }

  private func drawText(of form: FormDialog, _ places: FormPlaces, on canvas: inout Canvas) {
    let region = places.text
    guard region.rows > 0 else { return }
    let shown = form.editor?.text ?? form.filled
    let text = WrappedText(shown, width: layout.formTextColumns)
    let placeholders = Template(shown).placeholderScalars
    if form.isTextFocused, let editor = form.editor {
      let place = editor.cursorPlace(in: text)
      canvas.cursor = Position(
        row: region.row + place.row - places.textTop,
        column: region.column + min(place.column, region.columns - 1))
    }
    for (row, line) in text.lines.dropFirst(places.textTop).prefix(region.rows).enumerated() {
      canvas.write(
        text.run.glyphs[line], row: region.row + row, column: region.column, width: region.columns
      ) { glyph in
        Style(placeholders.contains { $0.overlaps(glyph.source) } ? .placeholder : .text)
      }
    }
  }
}
