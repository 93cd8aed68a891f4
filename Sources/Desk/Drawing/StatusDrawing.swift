import Phrases

extension Desk {
  /// What happened last, or which keys there are; and where the phrases come from and go to.
  func drawStatus(on canvas: inout Canvas) {
    let region = layout.status
    let (facts, role) = statusFacts(width: region.columns - 2)
    if region.rows > 1, let notice, notice.isError {
      drawError(notice, on: &canvas)
      return
    }
    if region.rows > 1 {
      drawLeft(row: region.row, width: region.columns, on: &canvas)
      canvas.write(
        " \(facts)", row: region.row + 1, column: 0, width: region.columns, style: Style(role))
      return
    }
    // A notice is said whole, at the facts' cost; the hints make room for the facts.
    let room = notice == nil ? GlyphRun(facts).width + 3 : 0
    let used = drawLeft(row: region.row, width: region.columns - room, on: &canvas)
    canvas.writeRight(
      facts, row: region.row, end: region.columns - 1, width: region.columns - used - 3,
      style: Style(role))
  }

  /// Where phrases come from, and where they go as far as there is room for that too.
  private func statusFacts(width: Int) -> (text: String, role: Role) {
    let (source, role) = sourceFact(width: width)
    var facts = [source]
    if purpose == .pick {
      facts.append(Label.toStandardOutput.sentence(language))
    } else if !target.name.isEmpty || target.destination != .clipboard {
      facts.append(TargetLabel.fact(target).sentence(language))
    }
    let all = facts.joined(separator: ", ")
    let isRoomForAll = sources.isEmpty || GlyphRun(all).width <= width
    return (isRoomForAll ? all : source, role)
  }

  /// What went wrong takes every row there is.
  private func drawError(_ notice: Notice, on canvas: inout Canvas) {
    let region = layout.status.inset(columns: 1)
    let text = WrappedText(notice.sentence(language), width: region.columns)
    for (row, line) in text.lines.prefix(region.rows).enumerated() {
      canvas.write(
        text.run.glyphs[line], row: region.row + row, column: region.column, width: region.columns
      ) { _ in Style(.error) }
    }
  }

  @discardableResult
  private func drawLeft(row: Int, width: Int, on canvas: inout Canvas) -> Int {
    if let notice {
      return canvas.write(
        " \(notice.sentence(language))", row: row, column: 0, width: width - 1,
        style: Style(notice.isError ? .error : .status))
    }
    var column = 1
    for (key, label) in hints {
      let text = GlyphRun("\(key) \(label)")
      guard column + text.width < width else { continue }
      column += canvas.write(key, row: row, column: column, width: width, style: Style(.key)) + 1
      column +=
        canvas.write(label, row: row, column: column, width: width, style: Style(.faint))
        + Desk.hintGap
    }
    return column - Desk.hintGap
  }

  private static let hintGap = 2

  /// The keys worth knowing where the desk stands.
  private var hints: [(key: String, label: String)] {
    let hasMarksToSend = !marked.isEmpty && focus != .categories
    let actions: [Action] =
      switch focus {
      case _ where hasMarksToSend: [.send, .mark, .clearMarks, .editAndSend, .help]
      case .search, .list: [.send, .help, .nextPane, .limitToCategory, .palette, .mark]
      case .categories: [.right, .nextPane, .focusSearch, .help]
      case .preview: [.send, .down, .focusSearch, .help]
      }
    return actions.compactMap { action in
      action.keys.first.map { ($0.label, hint(action).sentence(language)) }
    }
  }

  private func hint(_ action: Action) -> Label {
    action == .send && !marked.isEmpty ? .sendMarked(marked.count) : .hint(action)
  }
}
