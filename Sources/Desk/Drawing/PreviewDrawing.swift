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
    drawFooter(of: preview.phrase, on: &canvas)
  }

  private func drawFooter(of phrase: Phrase, on canvas: inout Canvas) {
    let region = layout.previewFooter
    var facts = [
      Label.level(phrase.level).sentence(language),
      Label.length(SafeText.sendable(phrase.text).count).sentence(language),
    ]
    var role = Role.faint
    let validity = day.map { phrase.validity(on: $0) } ?? .valid
    if let warning = Label.validity(validity) {
      role = .warning
      facts.insert(warning.sentence(language), at: 0)
    } else if let until = phrase.validUntil {
      facts.append(Label.validUntil(until).sentence(language))
    }
    if let mark = mark(of: phrase) {
      facts.insert(SourceLabel.mark(mark).sentence(language), at: 0)
    }
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
}
