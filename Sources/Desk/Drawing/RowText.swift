import Phrases
import Search

/// What a row of the list shows of a phrase's text behind its title: one line of it, from its
/// beginning, from what was found in it, or from where it differs.
struct RowText {
  /// What it takes to say anything, in cells.
  static let fewestColumns = 6

  private let run: GlyphRun
  /// For each scalar of the run whether the query matched it.
  private let isMatched: [Bool]
  /// Whether the text has something before it that the row does not show.
  private let isCutBefore: Bool

  /// One line of a text for so many cells.
  ///
  /// `difference` is the scalar from which on it differs from other texts of its title.
  init(of phrase: Phrase, matches: [Match], difference: Int?, width: Int) {
    let text = phrase.text.unicodeScalars
    let matched = matches.first { $0.field == .text }?.ranges ?? []
    // A match in the title is seen there.
    let found = matches.first?.field == .text ? matched.first?.lowerBound : nil
    var start = 0
    if let place = difference ?? found, place < Self.farthestScalar {
      start = RowText.start(of: text, before: place, width: width)
    }
    isCutBefore = start > 0
    if start == 0 { start = RowText.behindTitle(of: phrase) }
    var line = String.UnicodeScalarView()
    var marks: [Bool] = []
    var offset = start
    let limit = max(width, 1) * 4
    for scalar in text.dropFirst(start) {
      defer { offset += 1 }
      if marks.count == limit { break }
      let isBlank = RowText.isBlank(scalar)
      // Line breaks and what stands between paragraphs are one blank.
      if isBlank, line.last == " " || line.isEmpty { continue }
      line.append(isBlank ? " " : scalar)
      marks.append(matched.contains { $0.contains(offset) })
    }
    run = GlyphRun(String(line), width: width)
    isMatched = marks
  }

  /// Beyond it the way there would cost more than the row is worth.
  private static let farthestScalar = 8_192

  /// Where to begin so that a place is in sight: with its sentence, if that begins close before it.
  private static func start(
    of text: String.UnicodeScalarView, before place: Int, width: Int
  ) -> Int {
    let reach = min(place, max(width / 4, 4))
    let before = Array(text.dropFirst(place - reach).prefix(reach))
    guard let end = before.lastIndex(where: { sentenceEnds.contains($0) }) else {
      return reach == place ? 0 : place - min(reach, 4)
    }
    return place - reach + end + 1
  }

  private static let sentenceEnds = Set("。！？；，、.!?;,\n\r ".unicodeScalars)

  /// Where a text goes on that begins with its title, as where the title was made of it.
  private static func behindTitle(of phrase: Phrase) -> Int {
    let title = phrase.title.unicodeScalars
    guard !title.isEmpty, phrase.text.unicodeScalars.starts(with: title) else { return 0 }
    let rest = phrase.text.unicodeScalars.dropFirst(title.count)
    return title.count + rest.prefix { sentenceEnds.contains($0) || colons.contains($0) }.count
  }

  /// The properties of a scalar are not asked for where its number tells: most of a text is 汉字 or Latin.
  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x21...0x7E, 0x3001...0xFFFF: false
    case _: scalar.properties.isWhitespace
    }
  }

  private static let colons = Set("：:".unicodeScalars)

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
      let isMatch =
        isMatched.indices.contains(glyph.source.lowerBound)
        && isMatched[glyph.source.lowerBound]
      return isMatch ? Style(.match, isSelected: isSelected) : faint
    }
  }
}
