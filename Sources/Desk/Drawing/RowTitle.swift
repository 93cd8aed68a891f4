import Phrases

/// A title as a row has room for it: cut at its end, or in the middle where others in sight begin
/// alike.
struct RowTitle {
  /// The glyphs to draw; those of a cut mark stand for no scalar of the title.
  private(set) var glyphs: [Glyph] = []

  /// A title for so many cells, told from `others`.
  init(_ title: String, among others: [String], width: Int) {
    let run = GlyphRun(title, width: width)
    guard run.isCut || run.width > width else {
      glyphs = run.glyphs
      return
    }
    let room = max(width - Canvas.cutMark.count, 0)
    let head = RowTitle.fitting(run.glyphs[...], columns: room)
    let isShort = title.utf8.count <= RowTitle.longestInMiddle
    let whole = isShort ? GlyphRun(title).glyphs : []
    guard isShort, let place = RowTitle.difference(of: title, from: others, behind: head),
      let place = whole.firstIndex(where: { $0.source.upperBound > place })
    else {
      glyphs = head + RowTitle.mark
      return
    }
    let least = room / 3
    if whole[place...].width > room - least {
      // Not even what differs fits: its beginning does.
      let start = RowTitle.fitting(whole[...], columns: least)
      let rest = RowTitle.fitting(
        whole[place...], columns: room - start.width - Canvas.cutMark.count)
      glyphs = start + RowTitle.mark + rest + RowTitle.mark
      return
    }
    var tailStart = place
    while tailStart > 0, whole[(tailStart - 1)...].width <= room / 2 { tailStart -= 1 }
    let tail = whole[tailStart...]
    glyphs = RowTitle.fitting(whole[...], columns: room - tail.width) + RowTitle.mark + tail
  }

  /// Longer titles, in bytes, are only cut at their end.
  private static let longestInMiddle = 1_024

  /// The first scalar in which a title differs from others that begin with what is shown of it.
  ///
  /// Nil where there is no such other: then the beginning tells it from all.
  private static func difference(
    of title: String, from others: [String], behind head: [Glyph]
  ) -> Int? {
    let title = title.unicodeScalars
    let shown = head.last?.source.upperBound ?? 0
    return others.compactMap { other -> Int? in
      let common = zip(title, other.unicodeScalars).prefix { $0 == $1 }.count
      return common >= shown && common < title.count ? common : nil
    }.max()
  }

  private static func fitting(_ glyphs: ArraySlice<Glyph>, columns: Int) -> [Glyph] {
    var used = 0
    return Array(
      glyphs.prefix { glyph in
        used += glyph.width
        return used <= columns
      })
  }

  private static let mark = Canvas.cutMark.unicodeScalars.map {
    Glyph(scalar: $0, width: 1, source: -1..<(-1))
  }

  /// Draws it, with what was found in it.
  ///
  /// - Returns: how many cells it takes.
  func draw(
    row: Int, column: Int, matched: [Range<Int>], isSelected: Bool, on canvas: inout Canvas
  ) -> Int {
    canvas.write(glyphs, row: row, column: column, width: glyphs.width) { glyph in
      if glyph.source.lowerBound < 0 { return Style(.faint, isSelected: isSelected) }
      let isMatch = matched.contains { $0.overlaps(glyph.source) }
      return Style(isMatch ? .match : .text, isSelected: isSelected)
    }
  }
}
