import Phrases
import Search

/// What stands right of a title, from the right edge inwards, as far as the title leaves room.
///
/// What an agent must know (that a phrase is expired, where it stands, its code) may shorten a title, though not
/// beyond half of the row; what only explains the hit stands in what is left.
struct RowTags {
  struct Tag {
    var text: String
    /// The same in fewer cells; empty where there is none.
    var short = ""
    var role: Role
    var isNeeded = true
  }

  private(set) var shown: [(text: String, role: Role)] = []
  /// What they take with the blanks that set them apart, in cells.
  private(set) var columns = 0

  /// The tags, the rightmost first, of a row of so many cells for title and tags.
  init(_ tags: [Tag], besideTitle title: Int, of room: Int) {
    let least = min(title, max(room / 2, 1))
    var texts = tags.map { _ in "" }
    func take(_ index: Int, _ text: String, leaving columns: Int) -> Bool {
      let run = GlyphRun(text, width: room)
      let width = run.width + 1
      guard !run.isCut, run.width > 0, room - self.columns - width >= columns else { return false }
      texts[index] = text
      self.columns += width
      return true
    }
    for isNeeded in [true, false] {
      for (index, tag) in tags.enumerated() where tag.isNeeded == isNeeded {
        if take(index, tag.text, leaving: title) { continue }
        guard isNeeded else {
          _ = take(index, tag.short, leaving: title)
          continue
        }
        if take(index, tag.short.isEmpty ? tag.text : tag.short, leaving: least) { continue }
        let left = room - columns - least - 1
        if left >= RowText.fewestColumns {
          _ = take(index, Canvas.cut(tag.text, width: left), leaving: least)
        }
      }
    }
    shown = zip(texts, tags).compactMap { $0.isEmpty ? nil : ($0, $1.role) }
  }
}
