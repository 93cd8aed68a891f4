import Phrases

extension FormDialog {
  func draw(in region: Region, on canvas: inout Canvas, of desk: Desk) {
    let places = FormPlaces(self, in: region)
    for line in 0..<places.fields.count {
      draw(
        field: places.fields.lowerBound + line, line: line, places, desk.language, on: &canvas)
    }
    canvas.write(
      Canvas.hints(hintLabel.sentence(desk.language), width: places.hint.columns),
      row: places.hint.row,
      column: places.hint.column, width: places.hint.columns, style: Style(.faint))
    drawText(places, on: &canvas)
    let lines = WrappedText(shownText, width: places.text.columns).lines.count
    canvas.markScrolling(
      onFrameOf: region, isMoreAbove: places.fields.lowerBound > 0 || places.textTop > 0,
      isMoreBelow: places.fields.upperBound < fields.count
        || places.textTop + places.text.rows < lines)
    if let reworded { reworded.draw(in: places.reworded, on: &canvas, desk.language) }
  }

  private func draw(
    field: Int, line: Int, _ places: FormPlaces, _ language: Language, on canvas: inout Canvas
  ) {
    let hasFocus = focus == field
    let input = places.input(line: line)
    canvas.write(
      (hasFocus ? "> " : "  ") + names[field], row: input.row,
      column: places.fieldRegion.column, width: places.labelColumns,
      style: Style(hasFocus ? .focusedHeading : .heading))
    canvas.write(
      field: fields[field], row: input.row, column: input.column, width: input.columns,
      hasCursor: hasFocus)
    guard let offer = doubtfulOffer(in: field) else {
      return canvas.write(hint: hint(behind: field), behind: fields[field], in: input)
    }
    canvas.write(
      Label.doubtful(offer, hasFocus: hasFocus).sentence(language), row: input.row,
      column: input.column + 1, width: input.columns - 1, style: Style(.faint))
  }

  /// The options of a choice, or what fills in an empty field on its own.
  private func hint(behind field: Int) -> String {
    if case .choice(let options) = placeholders[field].kind {
      return options.joined(separator: " / ")
    }
    let name = placeholders[field].name
    return fields[field].isEmpty && presets.isSettled(name) ? presets[name] ?? "" : ""
  }

  private func drawText(_ places: FormPlaces, on canvas: inout Canvas) {
    let region = places.text
    guard region.rows > 0 else { return }
    let shown = shownText
    canvas.write(
      editor: editor ?? TextField(shown), in: region, top: places.textTop, hasCursor: isTextFocused,
      placeholders: dispatch.template(of: shown).placeholderScalars)
  }
}
