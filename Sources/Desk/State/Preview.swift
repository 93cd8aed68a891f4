import Phrases
import Search

/// The selected phrase's text as the preview pane shows it.
struct Preview {
  let phrase: Phrase
  let text: WrappedText
  /// The scalars of the text that the query matched.
  let matched: [Range<Int>]
  /// The scalars that placeholders take.
  let placeholders: [Range<Int>]
  /// What became of it, while what changed is listed: that is the text then.
  private let difference: DifferenceText?
  /// The first line in sight, and the highest it may be.
  let top: Int
  let lastTop: Int

  /// Nil when nothing is selected.
  init?(_ desk: Desk) {
    guard let hit = desk.list.selected else { return nil }
    phrase = desk.library.phrase(hit.number)
    let region = desk.layout.previewText
    let shown = phrase.text
    difference = desk.lastChange(of: phrase)?.before.map {
      DifferenceText(from: $0.text, to: shown)
    }
    text = WrappedText(difference?.text ?? phrase.text, width: region.columns)
    placeholders =
      difference == nil
      ? Template(phrase.text, filling: Blank.all(in: phrase.text)).placeholderScalars : []
    let matches = desk.list.rows.matches(of: hit, in: desk.library)
    matched = matches.first { $0.field == .text }?.ranges ?? []
    lastTop = max(text.lines.count - region.rows, 0)
    let firstMatch = matched.first.flatMap { [text] in text.line(ofScalar: $0.lowerBound) } ?? 0
    // A match below the fold is brought into sight, two lines from the upper edge.
    let automatic = firstMatch < region.rows ? 0 : firstMatch - min(2, region.rows / 2)
    top = min(desk.list.previewTop ?? automatic, lastTop)
  }

  /// The role a glyph plays: a match shows also inside a placeholder.
  func role(of glyph: Glyph) -> Role {
    if let difference { return difference.role(of: glyph) }
    func isIn(_ ranges: [Range<Int>]) -> Bool { ranges.contains { $0.overlaps(glyph.source) } }
    return isIn(matched) ? .match : isIn(placeholders) ? .placeholder : .text
  }
}
