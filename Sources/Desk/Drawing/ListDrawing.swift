import Phrases
import Search

extension Desk {
  /// The hits: number, title, code, and which field matched where it was not the title.
  func drawList(on canvas: inout Canvas) {
    let region = layout.list
    let heading =
      conversation.marked.isEmpty ? Label.phrases : .phrasesMarked(conversation.marked.count)
    drawHeading(heading, of: .list, in: region, on: &canvas)
    let hits = list.hits
    guard !hits.isEmpty else {
      drawEmptyList(on: &canvas)
      return
    }
    let visible = list.viewport.visible(count: hits.count, height: layout.listRows)
    let selectedRow = list.selected == nil ? "-" : (list.viewport.selected + 1).grouped
    canvas.markScrolling(
      in: region, isMoreAbove: visible.lowerBound > 0, isMoreBelow: visible.upperBound < hits.count,
      position: list.result.isTotalExact
        ? "\(selectedRow)/\(list.result.total.grouped)" : selectedRow)
    let phrases = hits[visible].map { library.phrase($0.number) }
    let alike = LikeTitles(phrases)
    let titles = phrases.map(\.title)
    let hasMarks = phrases.contains { mark(of: $0) != nil }
    var highlighter = Highlighter(list.rows.query)
    var tierAbove = Tier.exact
    var dayAbove: Day?
    for (line, phrase) in phrases.enumerated() {
      let isSelected = list.selected == hits[visible.lowerBound + line]
      let hit = hits[visible.lowerBound + line]
      let row = Row(
        phrase: phrase, isSelected: isSelected, tier: hit.tier, beginsTier: hit.tier != tierAbove,
        hasMarkColumn: hasMarks, titles: titles, place: alike.place(of: phrase, at: line),
        difference: alike.firstDifference(in: phrase, at: line),
        time: time(of: hit.number, phrase, below: dayAbove),
        matches: highlighter.matches(of: hit.number, in: library, foundBy: hit.tier))
      draw(row, line: line, on: &canvas)
      tierAbove = hit.tier
      dayAbove = lastChange(of: phrase)?.day
    }
    if visible.upperBound == hits.count { drawRemoved(below: visible.count, on: &canvas) }
  }

  private struct Row {
    let phrase: Phrase
    let isSelected: Bool
    let tier: Tier
    /// Whether it is the first of its tier in sight, which says in words what its mark means.
    let beginsTier: Bool
    /// Whether any row in sight has a mark of what became of it, for which a column is kept free.
    let hasMarkColumn: Bool
    /// All titles in sight.
    let titles: [String]
    /// Where the phrase stands, where others in sight have its title.
    let place: String
    /// From which scalar on its text differs from theirs, where they stand in the same place.
    let difference: Int?
    /// When it was sent or changed, where that is why it stands here.
    let time: String
    let matches: [Match]
  }

  private func draw(_ content: Row, line: Int, on canvas: inout Canvas) {
    let (phrase, isSelected) = (content.phrase, content.isSelected)
    let region = layout.list
    let row = region.row + 1 + line
    let end = region.column + region.columns
    let style = Style(.text, isSelected: isSelected)
    canvas.fill(
      Region(row: row, column: region.column, rows: 1, columns: region.columns), style: style)
    let number = line < 9 && !list.hasLostPin(onLine: line) ? "\(line + 1)" : " "
    let isPinned = list.firstRows.pinned[line + 1].map { library.phrase($0).key } == phrase.key
    canvas.write(
      (isSelected ? ">" : " ") + number, row: row, column: region.column, width: 2,
      style: Style(isPinned ? .key : isSelected ? .text : .faint, isSelected: isSelected))
    if content.tier > .exact {
      canvas.write(
        Desk.laterTierMark, row: row, column: region.column + 2, width: 1,
        style: Style(.faint, isSelected: isSelected))
    }

    // Apart from what stands left of it: a code with a sign behind it would be another code.
    var right = content.hasMarkColumn ? end - 2 : end
    if let mark = mark(of: phrase) {
      canvas.write(
        mark.sign, row: row, column: end - 1, width: 1,
        style: Style(.key, isSelected: isSelected))
    }
    var left = region.column + 3
    if let number = conversation.markNumber(of: phrase.key) {
      // In brackets, which tell it from the digit that sends the row.
      left +=
        canvas.write(
          "[\(number)]", row: row, column: left, width: right - left,
          style: Style(.key, isSelected: isSelected)) + 1
    }
    let room = right - left
    let titleColumns = GlyphRun(phrase.title, width: room).width
    let time = RowTags.Tag(text: content.time, role: .faint, isNeeded: false)
    let tags = RowTags([time] + tags(of: content), besideTitle: titleColumns, of: room)
    for (text, role) in tags.shown {
      let width = GlyphRun(text).width
      canvas.writeRight(
        text, row: row, end: right, width: width, style: Style(role, isSelected: isSelected))
      right -= width + 1
    }
    let title = RowTitle(phrase.title, among: content.titles, width: right - left)
    left += title.draw(
      row: row, column: left, matched: content.matches.first { $0.field == .title }?.ranges ?? [],
      isSelected: isSelected, on: &canvas)
    left += Desk.gapBehindTitle
    guard right - left >= RowText.fewestColumns else { return }
    RowText(
      of: phrase, matches: content.matches, difference: content.difference, width: right - left
    ).draw(row: row, column: left, width: right - left, isSelected: isSelected, on: &canvas)
  }

  /// When a phrase was sent that stands among the first rows for that, and in what changed the day, at the
  /// first of it; empty for any other.
  private func time(of number: PhraseNumber, _ phrase: Phrase, below dayAbove: Day?) -> String {
    if let change = lastChange(of: phrase) {
      return change.day == dayAbove
        ? "" : SourceLabel.day(change.day, today: day).sentence(language)
    }
    return list.firstRows.sends[number].map {
      $0.day == day ? $0.timeOfDay.description : $0.shortDay
    } ?? ""
  }

  /// What became of a phrase last, while what changed is listed.
  func lastChange(of phrase: Phrase) -> RecentChange? {
    list.subject == .changes ? news.lastChanges[phrase.key] : nil
  }

  /// Between a title and what stands behind it of the text, in cells.
  private static let gapBehindTitle = 2

  /// What became of a phrase since the agent last looked; it may be gone by now.
  func mark(of phrase: Phrase) -> ChangeMark? {
    if let waiting, waiting.phrase(phrase.key) == nil { return .gone }
    if news.contested.contains(phrase.key) { return .contested }
    if !news.marks.isEmpty, let mark = news.marks[phrase.key] { return mark }
    return lastChange(of: phrase).map { $0.before == nil ? .new : .changed }
  }

  /// Stands before the title of what was not found as it was typed.
  private static let laterTierMark = "~"

  /// What stands right of a title, from the right edge inwards.
  private func tags(of row: Row) -> [RowTags.Tag] {
    let phrase = row.phrase
    var tags: [RowTags.Tag] = []
    if row.beginsTier {
      let words = Label.tier(row.tier).sentence(language)
      let short = Label.tierShort(row.tier).sentence(language)
      tags.append(RowTags.Tag(text: words, short: short, role: .faint, isNeeded: false))
    }
    // A code stands there itself, and says so by its colours; so does what was found in the text.
    if let field = row.matches.first?.field, field != .title, field != .text,
      field != .code || phrase.code.isEmpty
    {
      let words = Label.field(field).sentence(language)
      tags.append(RowTags.Tag(text: words, role: .faint, isNeeded: false))
    }
    if let name = phrase.attachments.first {
      let mark = AttachmentLabel.mark(isPicture: AttachmentLabel.looksLikePicture(name))
      tags.append(RowTags.Tag(text: mark.sentence(language), role: .key))
    }
    if !phrase.code.isEmpty { tags.append(RowTags.Tag(text: phrase.code, role: .code)) }
    switch day.map({ phrase.validity(on: $0) }) ?? .valid {
    case .valid, .contested: break
    case .expired: tags.append(tag(.expired, short: .expiredShort))
    case .notYet: tags.append(tag(.notYetValid, short: .notYetValidShort))
    }
    // The same title many times over is common in real lists: then the place tells them apart.
    tags.append(RowTags.Tag(text: row.place, role: .faint))
    return tags
  }

  private func tag(_ label: Label, short: Label) -> RowTags.Tag {
    RowTags.Tag(
      text: label.sentence(language), short: short.sentence(language), role: .warning)
  }

  /// Says what to do next where there is nothing to show.
  private func drawEmptyList(on canvas: inout Canvas) {
    var region = layout.list.droppingFirst(rows: 1).inset(columns: 1)
    // In one column nothing is previewed then, and the sentence needs the room.
    if layout.shape == .narrow { region.rows += layout.preview.rows }
    let label: Label?
    if origin == .loading {
      label = .loading
    } else if list.subject == .changes {
      label = nil
    } else if tree.total == 0 {
      label = .noPhrases
    } else if list.ongoing != nil {
      label = .searching
    } else if list.subject == .category {
      label = .emptyCategory
    } else if case .message = list.subject {
      label = .nothingSuggested
    } else if !search.isLimited, let department, let count = list.countElsewhere, count > 0 {
      label = .foundElsewhere(count, query: search.text, department: department)
    } else if search.isLimited {
      label = .nothingFoundIn(category: categoryName(of: tree.selected), query: search.text)
    } else {
      label = .nothingFound(query: search.text, count: tree.total)
    }
    let sentence =
      label?.sentence(language) ?? SourceLabel.nothingListed.sentence(language)
    let text = WrappedText(sentence, width: region.columns)
    canvas.write(text, in: region)
    drawRemoved(below: text.lines.count + 1, on: &canvas)
  }
}
