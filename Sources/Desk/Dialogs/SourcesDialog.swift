import Phrases

/// Every connected source with all there is to say of it.
struct SourcesDialog: Equatable, Sendable {
  /// The name of the source that Enter acts on.
  private(set) var selected: String
  private var top = 0

  init(selecting name: String) { selected = name }

  /// One line of what is said, and the source that it is said of.
  struct Line: Equatable, Sendable {
    var glyphs: [Glyph]
    var role: Role
    var source: String
    /// Whether the source's name stands on it.
    var isFirst: Bool
  }

  /// All lines in `width` cells, two of which are the margin that the selection's mark stands in.
  static func lines(of sources: [SourceFacts], width: Int, _ language: Language) -> [Line] {
    sources.flatMap { source in
      source.report(language).enumerated().flatMap { index, sentence in
        let indent = index == 0 ? 2 : 4
        let text = WrappedText(SafeText.visible(sentence.text), width: width - indent)
        return text.lines.enumerated().map { row, line in
          Line(
            glyphs: Array(text.run.glyphs[line]), role: sentence.role, source: source.name,
            isFirst: index == 0 && row == 0)
        }
      }
    }
  }

  /// The first line in sight.
  func top(of lines: [Line], height: Int) -> Int { min(top, max(lines.count - height, 0)) }

  /// Moves, closes, or asks about the version that waits; `height` of the lines are in sight.
  mutating func handle(
    _ key: Key, action: Action?, sources: [SourceFacts], lines: [Line], height: Int
  ) -> DialogOutcome {
    top = top(of: lines, height: height)
    let last = max(lines.count - height, 0)
    switch action {
    case .up?: move(by: -1, among: sources, lines: lines, height: height)
    case .down?: move(by: 1, among: sources, lines: lines, height: height)
    case .pageUp?: top = max(top - height, 0)
    case .pageDown?: top = min(top + height, last)
    case .toFirst?: top = 0
    case .toLast?: top = last
    case .send?:
      guard sources.contains(where: { $0.name == selected && $0.held != nil }) else { return .stay }
      return .askAboutHeld(source: selected)
    case .sync?: return .sync
    case .reviewHeld?: return .perform(.reviewHeld)
    case .back?, .sources?: return .close
    default: break
    }
    return .stay
  }

  /// What came of a click on a line.
  enum Selecting {
    /// The source of that line was selected already.
    case isSelected
    /// It is now.
    case wasSelected
  }

  /// Selects the source that a line in sight tells of; nil where there is no line.
  mutating func select(line: Int, of lines: [Line], height: Int) -> Selecting? {
    top = top(of: lines, height: height)
    guard lines.indices.contains(top + line) else { return nil }
    let name = lines[top + line].source
    defer { selected = name }
    return name == selected ? .isSelected : .wasSelected
  }

  /// Goes to the next source; a report that is longer than the dialog is scrolled through first.
  private mutating func move(
    by step: Int, among sources: [SourceFacts], lines: [Line], height: Int
  ) {
    let block = place(of: selected, in: lines)
    if step > 0, block.upperBound > top + height {
      top += 1
      return
    }
    if step < 0, block.lowerBound < top, !block.isEmpty {
      top -= 1
      return
    }
    let index = sources.firstIndex { $0.name == selected } ?? -step
    guard sources.indices.contains(index + step) else { return }
    selected = sources[index + step].name
    let next = place(of: selected, in: lines)
    if step > 0 {
      top = max(top, min(next.lowerBound, next.upperBound - height))
    } else {
      top = min(top, max(next.lowerBound, next.upperBound - height))
    }
  }

  private func place(of source: String, in lines: [Line]) -> Range<Int> {
    guard let first = lines.firstIndex(where: { $0.source == source }),
      let last = lines.lastIndex(where: { $0.source == source })
    else { return 0..<0 }
    return first..<last + 1
  }
}
