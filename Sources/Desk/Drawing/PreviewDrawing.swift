import Phrases

extension Desk {
  /// The whole text of the selected phrase, and below it what is to know about it.
  func drawPreview(on canvas: inout Canvas) {
    let pane = layout.preview
    let preview = Preview(self)
    if preview != nil || layout.shape != .narrow {
      drawHeading(.preview, of: .preview, in: pane, on: &canvas)
    }
    guard let preview else { return }
    let region = layout.previewText
    let last = min(preview.top + region.rows, preview.text.lines.count)
    canvas.markScrolling(
      in: pane, isMoreAbove: preview.top > 0, isMoreBelow: last < preview.text.lines.count)
    for (row, line) in preview.text.lines[preview.top..<last].enumerated() {
      canvas.write(
        preview.text.run.glyphs[line], row: region.row + row, column: region.column,
        width: region.columns
      ) { Style(preview.role(of: $0)) }
    }
    drawAttachment(of: preview.phrase, on: &canvas)
    drawGreeting(below: last - preview.top, on: &canvas)
    drawFooter(of: preview.phrase, on: &canvas)
  }

  private func drawFooter(of phrase: Phrase, on canvas: inout Canvas) {
    let region = layout.previewFooter
    let (facts, role) = facts(of: phrase, width: region.columns)
    let path = Canvas.path(phrase.path, width: region.columns)
    let rows =
      region.rows > 1
      ? [(path, Role.faint), (facts.joined(separator: "  "), role)]
      : [((facts + [path]).joined(separator: "  "), role)]
    for (row, (text, role)) in rows.enumerated() {
      canvas.write(
        text, row: region.row + row, column: region.column, width: region.columns,
        style: Style(role))
    }
  }

  /// What is to know about a phrase, without what matters least where there is no room for all.
  private func facts(of phrase: Phrase, width: Int) -> (facts: [String], role: Role) {
    if let newest = waiting?.phrase(phrase.key), newest.text != phrase.text {
      let whole = SourceLabel.rewordingWaits(isShort: false).sentence(language)
      let isShort = GlyphRun(whole).width > width
      return ([SourceLabel.rewordingWaits(isShort: isShort).sentence(language)], .warning)
    }
    if own.hasLostOriginal(phrase.key) {
      return ([OwnLabel.originalGone.sentence(language)], .warning)
    }
    if own.rewordedOriginal(of: phrase.key) != nil {
      return ([OwnLabel.originalChanged.sentence(language)], .warning)
    }
    let change = news.marks[phrase.key] == nil ? lastChange(of: phrase) : nil
    let mark =
      change.map { SourceLabel.changed($0.before == nil, $0.day, today: day).sentence(language) }
      ?? mark(of: phrase).map { SourceLabel.mark($0).sentence(language) }
    let warning = Label.validity(day.map { phrase.validity(on: $0) } ?? .valid)?.sentence(language)
    let until = phrase.validUntil.map { Label.validUntil($0).sentence(language) }
    let level = Label.level(phrase.level).sentence(language)
    let length = Label.length(SafeText.sendable(phrase.text).count).sentence(language)
    var facts = [mark, warning, level, length, warning == nil ? until : nil].compactMap(\.self)
    for least in [length, level] where GlyphRun(facts.joined(separator: "  ")).width > width {
      if facts.count > 1 { facts.removeAll { $0 == least } }
    }
    return (facts, warning == nil ? .faint : .warning)
  }
}
