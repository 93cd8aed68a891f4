/// Breaking a text into lines of a width in cells.
struct WrappedText: Equatable, Sendable {
  let run: GlyphRun
  /// The glyphs of each line, without the line break or the spaces that it was broken at.
  private(set) var lines: [Range<Int>] = []

  /// Breaks a text into lines of at most `width` cells; less than 2 counts as 2.
  ///
  /// Lines break at line breaks, behind spaces and hyphens, and beside wide characters, but not
  /// before closing or behind opening punctuation (避头尾). A word longer than a line is cut.
  init(_ text: String, width: Int) {
    run = GlyphRun(text, keepingLineBreaks: true)
    let glyphs = run.glyphs
    let width = max(width, 2)
    var start = 0
    var used = 0
    var breakAt: Int?
    var index = 0
    while index < glyphs.count {
      let glyph = glyphs[index]
      if glyph.isLineBreak {
        lines.append(trimmed(start..<index))
        (start, used, breakAt) = (index + 1, 0, nil)
        index += 1
        continue
      }
      if index > start, WrappedText.mayBreak(glyphs[start...], before: index) { breakAt = index }
      if used + glyph.width > width, glyph.scalar != " " {
        let end = breakAt.flatMap { $0 > start ? $0 : nil } ?? index
        lines.append(trimmed(start..<end))
        (start, breakAt) = (end, nil)
        used = glyphs[start..<index].reduce(0) { $0 + $1.width }
        continue
      }
      used += glyph.width
      index += 1
    }
    lines.append(trimmed(start..<glyphs.count))
  }

  /// What the longest line takes, in cells.
  var columns: Int { lines.map { run.glyphs[$0].width }.max() ?? 0 }

  /// The line that shows the glyph of that scalar of the text, nil when there is none.
  func line(ofScalar scalar: Int) -> Int? {
    lines.firstIndex { line in
      guard let last = run.glyphs[line].last else { return false }
      return scalar < last.source.upperBound
    }
  }

  private func trimmed(_ line: Range<Int>) -> Range<Int> {
    var end = line.upperBound
    while end > line.lowerBound, run.glyphs[end - 1].scalar == " " { end -= 1 }
    return line.lowerBound..<end
  }

  private static let closing = Set("，。！？、；：）》」』】〉”’,.!?;:)]}%".unicodeScalars)
  private static let opening = Set("（《「『【〈“‘([{".unicodeScalars)

  /// Whether a line may end before that glyph, which is not the first.
  private static func mayBreak(_ line: ArraySlice<Glyph>, before index: Int) -> Bool {
    let (left, right) = (line[index - 1], line[index])
    if right.scalar == " " { return false }
    if left.scalar == " " { return true }
    // Behind the hyphen of a word, not behind those of an option.
    if left.scalar == "-", index - 2 >= line.startIndex {
      let before = line[index - 2].scalar
      if before != "-", before != " ", right.scalar != "-" { return true }
    }
    guard left.width == 2 || right.width == 2 else { return false }
    return !closing.contains(right.scalar) && !opening.contains(left.scalar)
  }
}
