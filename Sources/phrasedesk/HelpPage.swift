import Phrases

/// A help page of the argument parser, in the agent's language.
///
/// The parser knows one language, and writes its own words between ours. So the page is made without
/// line breaks, each of its sentences is exchanged for the Chinese one (``HelpWording``), and the lines
/// are broken here.
struct HelpPage {
  /// As the parser wrote it, with every sentence on one line.
  let page: String

  /// Nil for what is no help page, as the version or a completion script.
  init?(_ page: String) {
    guard page.split(separator: "\n").contains(where: { $0.hasPrefix("USAGE: ") }) else {
      return nil
    }
    self.page = page
  }

  /// In Chinese, with lines of that many cells.
  func chinese(columns: Int = 80) -> String {
    page.split(separator: "\n", omittingEmptySubsequences: false)
      .map { HelpPage.broken(HelpWording.chinese(String($0)), columns: columns) }
      .joined(separator: "\n")
  }

  /// The line in pieces of that many cells, the later ones below where the sentence began.
  ///
  /// A command's usage, its examples and paths stay whole: they are copied.
  private static func broken(_ line: String, columns: Int) -> String {
    let whole = [HelpWording.usage, "  phrasedesk ", "  /", "  ~"]
    guard !whole.contains(where: line.hasPrefix) else { return line }
    let isOption = line.hasPrefix("  ") && line.count > HelpPage.labelWidth
    let indent = isOption ? String(repeating: " ", count: HelpPage.labelWidth) : ""
    var pieces = [""]
    var used = 0
    for character in line {
      let cells = character.isASCII ? 1 : 2
      if used + cells > columns, !HelpPage.closing.contains(character) {
        // A word of letters goes to the next line as a whole.
        let last = pieces[pieces.count - 1]
        let begun = character.isASCII && character != " " ? HelpPage.lastWord(of: last) : ""
        let moved = begun.count < columns - indent.count ? begun : ""
        pieces[pieces.count - 1] = String(last.dropLast(moved.count))
        pieces.append(indent + moved)
        used = indent.count + moved.count
        if character == " " { continue }
      }
      pieces[pieces.count - 1].append(character)
      used += cells
    }
    return pieces.joined(separator: "\n")
  }

  /// The letters at the end of a line, back to a blank or a 汉字.
  private static func lastWord(of line: String) -> String {
    String(line.reversed().prefix { $0.isASCII && $0 != " " }.reversed())
  }

  /// Where the parser begins what it says of an option.
  private static let labelWidth = 26

  /// What begins no line.
  private static let closing: Set<Character> = ["，", "。", "；", "：", "、", "）", "？"]
}
