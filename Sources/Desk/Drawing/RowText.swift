import Phrases
import Search

/// What a row of the list shows of a phrase's text behind its title: one line of it, from its
/// beginning, from what was found in it, or from where it differs.
struct RowText {
  /// What it takes to say anything, in cells.
  static let fewestColumns = 6

  private let run: GlyphRun
  /// What the query matched, in scalars of the run.
  private let matched: [Range<Int>]
  /// Whether the text has something before it that the row does not show.
  private let isCutBefore: Bool

  /// One line of a text for so many cells.
  ///
  /// `difference` is the scalar from which on it differs from other texts of its title.
  init(of phrase: Phrase, matches: [Match], difference: Int?, width: Int) {
    let text = phrase.text
    let matched = matches.first { $0.field == .text }?.ranges ?? []
    // A match in the title is seen there.
    let found = matches.first?.field == .text ? matched.first?.lowerBound : nil
    var start = 0
    if let place = difference ?? found, place < Self.farthestScalar {
      start = RowText.start(of: text, before: place, width: width)
    }
    isCutBefore = start > 0
    if start == 0 { start = RowText.behindTitle(of: phrase) }
    run = GlyphRun(text.dropFirst(scalars: start), width: width + width / 4).withBlanksJoined
    self.matched = matched.map { $0.lowerBound - start..<$0.upperBound - start }
  }

  /// Beyond it the way there would cost more than the row is worth.
  private static let farthestScalar = 8_192

  /// Where to begin so that a place is in sight: with its sentence, if that begins close before it.
  private static func start(of text: String, before place: Int, width: Int) -> Int {
    let reach = min(place, max(width / 4, 4))
    let before = Array(text.dropFirst(scalars: place - reach).unicodeScalars.prefix(reach))
    guard let end = before.lastIndex(where: isSentenceEnd) else {
      return reach == place ? 0 : place - min(reach, 4)
    }
    return place - reach + end + 1
  }

  private static func isSentenceEnd(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "。", "！", "？", "；", "，", "、", ".", "!", "?", ";", ",", "\n", "\r", " ": true
    case _: false
    }
  }

  /// Where a text goes on that begins with its title, as where the title was made of it.
  private static func behindTitle(of phrase: Phrase) -> Int {
    let title = phrase.title.unicodeScalars
    guard !title.isEmpty, phrase.text.utf8.starts(with: phrase.title.utf8) else { return 0 }
    let rest = phrase.text.unicodeScalars.dropFirst(title.count)
    return title.count + rest.prefix { isSentenceEnd($0) || $0 == "：" || $0 == ":" }.count
  }

  var isEmpty: Bool { run.glyphs.isEmpty }

  /// Draws it in grey, with what was found in it.
  func draw(row: Int, column: Int, width: Int, isSelected: Bool, on canvas: inout Canvas) {
    let faint = Style(.faint, isSelected: isSelected)
    var lead = 0
    if isCutBefore {
      lead = canvas.write(
        Canvas.cutMark, row: row, column: column, width: width, style: faint)
    }
    canvas.write(run, row: row, column: column + lead, width: width - lead) { glyph in
      let isMatch = matched.contains { $0.overlaps(glyph.source) }
      return isMatch ? Style(.match, isSelected: isSelected) : faint
    }
  }
}

extension String {
  /// What is left behind so many scalars.
  ///
  /// Counts bytes that begin one, as views of a string step slowly.
  fileprivate func dropFirst(scalars count: Int) -> Substring {
    if count == 0 { return self[...] }
    let offset = utf8.withContiguousStorageIfAvailable { bytes in
      var (left, offset) = (count, 0)
      while offset < bytes.count {
        if bytes[offset] & 0xC0 != 0x80 {
          if left == 0 { break }
          left -= 1
        }
        offset += 1
      }
      return offset
    }
    guard let offset else { return Substring(unicodeScalars.dropFirst(count)) }
    return self[utf8.index(startIndex, offsetBy: offset)...]
  }
}
