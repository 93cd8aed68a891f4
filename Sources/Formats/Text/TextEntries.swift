import Phrases

/// The phrases of an outline.
///
/// Headings that hold others are groups. Whether the innermost are groups of phrases or the titles of one
/// each is told by what stands below most of them: several blocks, or blocks with titles of their own, make
/// a group.
struct TextEntries {
  struct Entry {
    let path: [String]
    var title: String
    var text: String
    let offset: Int
    /// What a row of a table says besides.
    var cells: [PhraseColumn: String] = [:]
  }

  private(set) var entries: [Entry] = []
  private let headingsAreTitles: Bool
  /// Whether nothing but lists stands below headings: then each item is a phrase.
  private let hasBullets: Bool

  private let known: ColumnNames

  init(_ outline: TextOutline, _ hints: ReadingHints) {
    known = ColumnNames(hints)
    let sections = TextEntries.byLines(outline.sections)
    let leaves = sections.indices.filter { index in
      sections[index].level > 0 && !sections[index].blocks.isEmpty
    }
    let known = known
    func hasTable(_ section: TextOutline.Section) -> Bool {
      section.blocks.contains { TextTable($0, known) != nil }
    }
    let single = leaves.count { index in
      sections[index].blocks.count == 1 && !hasTable(sections[index])
        && TextTitle.title(sections[index].blocks[0][0].text) == nil
    }
    let questions = leaves.count { index in
      sections[index].heading.last.map { "?？".contains($0) } ?? false
    }
    hasBullets =
      !leaves.isEmpty
      && leaves.allSatisfy { index in
        sections[index].blocks.allSatisfy(TextEntries.isBulleted)
      }
    headingsAreTitles =
      !hasBullets && (single * 2 > leaves.count || questions * 2 > leaves.count)

    var path: [(level: Int, name: String)] = []
    for (index, section) in sections.enumerated() {
      while let last = path.last, last.level >= section.level { path.removeLast() }
      let next = index + 1 < sections.count ? sections[index + 1].level : 0
      let isTitle = section.level > 0 && next <= section.level && headingsAreTitles
      if isTitle {
        addWhole(section, path.map(\.name))
        continue
      }
      if section.level > 0 { path.append((section.level, section.heading)) }
      addBlocks(section.blocks, path.map(\.name))
    }
  }

  /// Where nothing stands between phrases, no heading and no blank line, each line is one.
  private static func byLines(_ sections: [TextOutline.Section]) -> [TextOutline.Section] {
    guard sections.count == 1, sections[0].blocks.count == 1,
      !sections[0].blocks[0].contains(where: { TextTable.isRule($0.text) }),
      sections[0].blocks[0].allSatisfy({ TextTitle.title($0.text) == nil })
    else { return sections }
    return [TextOutline.Section(blocks: sections[0].blocks[0].map { [$0] })]
  }

  /// One phrase of all that stands below a heading.
  private mutating func addWhole(_ section: TextOutline.Section, _ path: [String]) {
    guard let first = section.blocks.first?.first else { return }
    let text = section.blocks.map(TextEntries.text).joined(separator: "\n\n")
    entries.append(
      Entry(path: path, title: section.heading, text: text, offset: first.offset))
  }

  private mutating func addBlocks(_ blocks: [[TextOutline.Line]], _ path: [String]) {
    // A title that stood alone belongs to the block below it.
    var title = ""
    for block in blocks {
      if let table = TextTable(block, known) {
        add(table, path)
        continue
      }
      var lines = block[...]
      // What somebody says stands between the same marks as a title.
      let isSpeech = block.count == 1 && block[0].text.trimmed().hasPrefix("「")
      if !isSpeech, let own = TextTitle.title(block[0].text) {
        title = own
        lines = lines.dropFirst()
      }
      // Questions follow each other without a blank line, too.
      while let next = lines.dropFirst().firstIndex(where: { TextEntries.isQuestion($0.text) }) {
        add(lines[..<next], title, path)
        title = TextTitle.title(lines[next].text) ?? ""
        lines = lines[(next + 1)...]
      }
      guard !lines.isEmpty else { continue }
      if hasBullets, path.count > 0 {
        addBullets(lines, path)
      } else {
        add(lines, title, path)
      }
      title = ""
    }
  }

  private mutating func add(_ table: TextTable, _ path: [String]) {
    for row in table.rows {
      entries.append(
        Entry(
          path: path, title: row.cells[.title] ?? "", text: row.cells[.text] ?? "",
          offset: row.offset, cells: row.cells))
    }
  }

  /// Whether every line is an item, or goes on with one.
  private static func isBulleted(_ block: [TextOutline.Line]) -> Bool {
    bullet(block[0].text) != nil
      && block.allSatisfy { bullet($0.text) != nil || $0.text.first?.isWhitespace == true }
  }

  /// An item of a list without its mark; nil where a line is none, or one of a list with numbers, which are
  /// steps.
  private static func bullet(_ line: String) -> String? {
    for mark in ["- ", "* ", "+ ", "• "] where line.hasPrefix(mark) {
      return String(line.dropFirst(mark.count)).trimmed()
    }
    return nil
  }

  private mutating func addBullets(_ lines: ArraySlice<TextOutline.Line>, _ path: [String]) {
    for line in lines {
      if let text = TextEntries.bullet(line.text) {
        entries.append(Entry(path: path, title: "", text: text, offset: line.offset))
      } else if !entries.isEmpty {
        entries[entries.count - 1].text += "\n" + line.text.trimmed()
      }
    }
  }

  private static func isQuestion(_ line: String) -> Bool {
    line.first.map { "QqＱ问問提".contains($0) } == true && TextTitle.title(line) != nil
  }

  private mutating func add(
    _ lines: ArraySlice<TextOutline.Line>, _ title: String, _ path: [String]
  ) {
    guard let first = lines.first else { return }
    entries.append(
      Entry(path: path, title: title, text: TextEntries.text(Array(lines)), offset: first.offset))
  }

  /// The lines of a block; without the marks of a quotation, or of an answer.
  private static func text(_ lines: [TextOutline.Line]) -> String {
    var texts = lines.map(\.text)
    if texts.allSatisfy({ $0.hasPrefix(">") }) {
      texts = texts.map { String($0.dropFirst()).trimmed() }
    }
    if let answer = TextTitle.answer(texts[0]) { texts[0] = answer }
    return texts.joined(separator: "\n").trimmed()
  }
}
