import Phrases

extension Desk {
  /// What goes with the selected phrase, below its text: a line that says what it is, then the picture.
  func drawAttachment(of phrase: Phrase, on canvas: inout Canvas) {
    let region = layout.previewAttachment
    guard region.rows > 0, let request = attachmentInSight else { return }
    let look = pictures[request]
    drawLine(phrase, request.attachment, look, row: region.row, in: region, on: &canvas)
    guard case .file(_, let picture?)? = look else { return }
    canvas.draw(picture, in: region.droppingFirst(rows: 1))
  }

  private func drawLine(
    _ phrase: Phrase, _ attachment: Attachment, _ look: AttachmentLook?, row: Int,
    in region: Region,
    on canvas: inout Canvas
  ) {
    if case .failed(let sentence)? = look {
      canvas.write(
        sentence, row: row, column: region.column, width: region.columns, style: Style(.warning))
      return
    }
    let isPicture = AttachmentLabel.looksLikePicture(attachment.name)
    let key = (isPicture ? Action.copyPicture : .copyFile).keyLabel
    let others = phrase.attachments.count - 1
    let name = SafeText.visible(attachment.fileName) + (others > 0 ? " +\(others)" : "")
    let facts: String? = if case .file(let facts, _)? = look { facts.text(language) } else { nil }
    let behind = [facts, key].compactMap(\.self).joined(separator: "  ")
    let width = max(region.columns - GlyphRun(behind).width - 2, RowText.fewestColumns)
    let shown = Canvas.cut(name, width: width)
    canvas.write(
      "\(shown)  \(behind)", row: row, column: region.column, width: region.columns,
      style: Style(.faint))
  }
}

extension Canvas {
  /// Draws as much of a picture as there is room for.
  mutating func draw(_ picture: Picture, in region: Region) {
    for (row, cells) in picture.rows.prefix(region.rows).enumerated() {
      for (column, cell) in cells.prefix(region.columns).enumerated() {
        self[region.row + row, region.column + column] = cell
      }
    }
  }
}
