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
    let places = Dictionary(
      phrases.map { (Desk.beginning(of: $0), Set([$0.path])) }, uniquingKeysWith: { $0.union($1) })
    var highlighter = Highlighter(list.rows.query)
    var tierAbove = Tier.exact
    for (line, phrase) in phrases.enumerated() {
      let isSelected = list.selected == hits[visible.lowerBound + line]
      let place = PhraseList.place(of: phrase, among: places[Desk.beginning(of: phrase)] ?? [])
      let hit = hits[visible.lowerBound + line]
      let row = Row(
        phrase: phrase, isSelected: isSelected, tier: hit.tier, beginsTier: hit.tier != tierAbove,
        place: place, matches: highlighter.matches(of: hit.number, in: library, foundBy: hit.tier))
      draw(row, line: line, on: &canvas)
      tierAbove = hit.tier
    }
    if visible.upperBound == hits.count { drawRemoved(below: visible.count, on: &canvas) }
  }

  private struct Row {
    let phrase: Phrase
    let isSelected: Bool
    let tier: Tier
    /// Whether it is the first of its tier in sight, which says in words what its mark means.
    let beginsTier: Bool
    /// Where the phrase stands, where others in sight have its title.
    let place: String
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
    let number = line < 9 ? "\(line + 1)" : " "
    canvas.write(
      (isSelected ? ">" : " ") + number, row: row, column: region.column, width: 2,
      style: Style(isSelected ? .text : .faint, isSelected: isSelected))
    if content.tier > .exact {
      canvas.write(
        Desk.laterTierMark, row: row, column: region.column + 2, width: 1,
        style: Style(.faint, isSelected: isSelected))
    }

    var right = end - 1
    if let mark = mark(of: phrase) {
      // Apart from what stands left of it: a code with a sign behind it would be another code.
      right -= 1
      canvas.write(
        mark.sign, row: row, column: end - 1, width: 1,
        style: Style(.key, isSelected: isSelected))
    }

    let matches = content.matches
    var tags = tags(of: phrase, matches: matches)
    if content.beginsTier {
      tags.insert((Label.tier(content.tier).sentence(language), .faint), at: 0)
    }
    // The same title many times over is common in real lists: then the place tells them apart.
    tags.append((content.place, .faint))
    for (text, role) in tags {
      let run = GlyphRun(text, width: region.columns)
      let width = run.width
      guard !run.isCut, width > 0, right - width > region.column + region.columns * 2 / 5 else {
        continue
      }
      canvas.writeRight(
        text, row: row, end: right, width: width, style: Style(role, isSelected: isSelected))
      right -= width + 1
    }
    var left = region.column + 3
    if let number = conversation.markNumber(of: phrase.key) {
      // In brackets, which tell it from the digit that sends the row.
      left +=
        canvas.write(
          "[\(number)]", row: row, column: left, width: right - left,
          style: Style(.key, isSelected: isSelected)) + 1
    }
    let matched = matches.first { $0.field == .title }?.ranges ?? []
    let title = GlyphRun(phrase.title, width: right - left)
    canvas.write(title, row: row, column: left, width: right - left) { glyph in
      let isMatch = matched.contains { $0.overlaps(glyph.source) }
      return Style(isMatch ? .match : .text, isSelected: isSelected)
    }
  }

  /// As much of a title as tells it from others on the screen, however long it is.
  private static func beginning(of phrase: Phrase) -> [UInt8] {
    Array(phrase.title.utf8.prefix(1_024))
  }

  /// What became of a phrase since the agent last looked; it may be gone by now.
  func mark(of phrase: Phrase) -> ChangeMark? {
    if let waiting, waiting.phrase(phrase.key) == nil { return .gone }
    if news.contested.contains(phrase.key) { return .contested }
    return news.marks.isEmpty ? nil : news.marks[phrase.key]
  }

  /// Stands before the title of what was not found as it was typed.
  private static let laterTierMark = "~"

  /// What stands right of a title, from the right edge inwards.
  private func tags(of phrase: Phrase, matches: [Match]) -> [(text: String, role: Role)] {
    var tags: [(String, Role)] = []
    // A code stands there itself, and says so by its colours.
    if let field = matches.first?.field, field != .title, field != .code || phrase.code.isEmpty {
      tags.append((Label.field(field).sentence(language), .faint))
    }
    if !phrase.code.isEmpty { tags.append((phrase.code, .code)) }
    if let day {
      switch phrase.validity(on: day) {
      case .valid, .contested: break
      case .expired: tags.append((Label.expired.sentence(language), .warning))
      case .notYet: tags.append((Label.notYetValid.sentence(language), .warning))
      }
    }
    return tags
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
