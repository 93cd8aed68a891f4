import Phrases

/// One text of the status line.
struct StatusPart {
  var text: String
  var role: Role
  /// What it takes, one row.
  var region: Region
  /// What a click on it does; nil where it names nothing to do.
  var action: Action?
}

extension Desk {
  /// The status line laid out, from left to right; nothing where an error takes all of it.
  var statusParts: [StatusPart] {
    let region = layout.status
    if wrappedError != nil { return [] }
    if region.rows > 1 {
      let left = leftParts(width: region.columns).parts
      return left + facts(row: region.row + 1, column: 1, width: region.columns - 1)
    }
    // A notice is said whole, at the facts' cost, and so is what Enter would send unseen; the hints make room for the facts.
    let facts = statusFacts(width: region.columns - 2)
    let width = facts.reduce(0) { $0 + GlyphRun($1.text).width }
    let isWhole = notice != nil || sendsOthersThanSelected
    let (left, used) = leftParts(width: region.columns - (isWhole ? 0 : width + 3))
    guard width <= region.columns - used - 3 else { return left }
    return left + self.facts(row: region.row, column: region.columns - 1 - width, width: width)
  }

  /// A click on where phrases come from shows the sources, one on where they go the places.
  private func facts(row: Int, column: Int, width: Int) -> [StatusPart] {
    let (end, role) = (column + width, sourceFact(width: layout.status.columns - 2).role)
    var column = column
    return statusFacts(width: layout.status.columns - 2).map { text, action in
      let columns = min(GlyphRun(text).width, end - column)
      defer { column += columns }
      return StatusPart(
        text: text, role: role, region: Region(row: row, column: column, rows: 1, columns: columns),
        action: action)
    }
  }

  /// Where phrases come from, and where they go as far as there is room for that too.
  private func statusFacts(width: Int) -> [(text: String, action: Action?)] {
    let source = sourceFact(width: width).text
    let sourceAction = announcesNews ? Action.changes : .sources
    var target: (text: String, action: Action?)?
    if purpose == .pick {
      target = (Label.toStandardOutput.sentence(language), nil)
    } else if !self.target.name.isEmpty || self.target.destination != .clipboard {
      target = (TargetLabel.fact(self.target).sentence(language), .target)
    }
    guard let target else { return [(source, sourceAction)] }
    let room = width - GlyphRun(target.text).width - 2
    // Where both have no room, how old the list is gives way, never where phrases go.
    let least = announcesNews ? nil : news.mostUrgent?.leastSentence(language)
    for shorter in [source, sourceFact(width: room).text, least].compactMap(\.self)
    where GlyphRun(shorter).width <= room {
      return [("\(shorter), ", sourceAction), target]
    }
    return sourceFact(width: width).role == .warning || news.sources.isEmpty
      ? [("\(source), ", sourceAction), target] : [target]
  }

  /// What went wrong or has to be looked at, where it takes all of the status line: where that has
  /// two rows, or is too short for it.
  var wrappedError: WrappedText? {
    guard let notice else { return nil }
    let width = layout.status.inset(columns: 1).columns
    let text = WrappedText(notice.sentence(language, width: width), width: width)
    if notice.isError || notice.isWarning {
      return layout.status.rows > 1 || text.lines.count > 1 ? text : nil
    }
    // What is said to be done next stands at the end.
    return layout.status.rows > 1 && text.lines.count > 1 ? text : nil
  }

  /// What stands at the left, and the column that it ends before.
  private func leftParts(width: Int) -> (parts: [StatusPart], end: Int) {
    let row = layout.status.row
    func region(_ column: Int, _ columns: Int) -> Region {
      Region(row: row, column: column, rows: 1, columns: columns)
    }
    if let notice {
      let sentence = " \(notice.sentence(language, width: width - 2))"
      let part = StatusPart(text: sentence, role: notice.role, region: region(0, width - 1))
      return ([part], GlyphRun(Canvas.cut(sentence, width: width - 1)).width)
    }
    if sendsOthersThanSelected {
      let sentence = " \(Label.sendsOthers(conversation.marked.count).sentence(language))"
      let part = StatusPart(
        text: sentence, role: .warning, region: region(0, width - 1), action: .send)
      return ([part], GlyphRun(Canvas.cut(sentence, width: width - 1)).width)
    }
    var parts: [StatusPart] = []
    var column = 1
    for (action, key, label) in hints {
      let (keyWidth, labelWidth) = (GlyphRun(key).width, GlyphRun(label).width)
      guard column + keyWidth + 1 + labelWidth < width else { continue }
      let start = column + keyWidth + 1
      // With the blank behind the key, so that a click between the two counts.
      parts.append(
        StatusPart(text: key, role: .key, region: region(column, keyWidth + 1), action: action))
      parts.append(
        StatusPart(text: label, role: .faint, region: region(start, labelWidth), action: action))
      column = start + labelWidth + Desk.hintGap
    }
    return (parts, column - Desk.hintGap)
  }

  /// Whether Enter sends marked phrases, and the one that is shown as selected is none of them.
  private var sendsOthersThanSelected: Bool {
    guard dialogs.isEmpty, focus != .categories, !conversation.marked.isEmpty,
      let selectedPhrase
    else { return false }
    return conversation.markNumber(of: selectedPhrase.key) == nil
  }

  private static let hintGap = 2

  /// The keys worth knowing where the desk stands.
  private var hints: [(action: Action, key: String, label: String)] {
    // A dialog says its own.
    if !dialogs.isEmpty { return [] }
    let hasMarksToSend = !conversation.marked.isEmpty && focus != .categories
    let actions: [Action] =
      switch focus {
      case _ where hasMarksToSend: [.send, .mark, .clearMarks, .editAndSend, .help]
      case .search, .list: [.send, .help, .nextPane, .limitToCategory, .palette, .mark]
      case .categories: [.right, .nextPane, .focusSearch, .help]
      case .preview: [.send, .down, .focusSearch, .help]
      }
    return actions.compactMap { action in
      action.keys.first.map { (action, $0.label, hint(action).sentence(language)) }
    }
  }

  private func hint(_ action: Action) -> Label {
    action == .send && !conversation.marked.isEmpty
      ? .sendMarked(conversation.marked.count) : .hint(action)
  }
}
