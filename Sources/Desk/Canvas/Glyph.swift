import Phrases

/// What one step of text looks like on the screen.
struct Glyph: Equatable, Sendable {
  var scalar: Unicode.Scalar
  var marks = Marks()
  /// In cells: 1 or 2; a line break has none.
  var width: Int
  /// The scalars of the text that it shows, counted from the text's first.
  var source: Range<Int>

  var isLineBreak: Bool { scalar == "\n" }
}

/// A text as it can be drawn: nothing in it moves the cursor, reorders or hides anything.
struct GlyphRun: Equatable, Sendable {
  private(set) var glyphs: [Glyph] = []
  /// Whether the text goes on behind the last glyph.
  private(set) var isCut = false

  /// Makes a text drawable; a line break stays one only for a text that is wrapped, and is a
  /// space otherwise.
  ///
  /// Of a text that is longer than `limit` scalars, or that takes more than `columns` cells, only as much is
  /// taken.
  init(
    _ text: some StringProtocol, keepingLineBreaks: Bool = false, limit: Int = .max,
    columns: Int = .max
  ) {
    glyphs.reserveCapacity(min(text.utf8.count, limit, columns))
    var index = 0
    var used = 0
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      if index == limit || used > columns {
        isCut = true
        break
      }
      if let width = Width.ofCommon(scalar) {
        glyphs.append(Glyph(scalar: scalar, width: width, source: index..<index + 1))
        (index, used, previous) = (index + 1, used + width, scalar)
        continue
      }
      let source = index..<index + 1
      index += 1
      let countBefore = glyphs.count
      defer {
        previous = scalar
        used += glyphs[countBefore...].width
      }
      switch scalar {
      case "\n", "\r":
        if scalar == "\n", previous == "\r" {
          extendLast(to: index)
        } else {
          let shown: Unicode.Scalar = keepingLineBreaks ? "\n" : " "
          glyphs.append(Glyph(scalar: shown, width: keepingLineBreaks ? 0 : 1, source: source))
        }
      case "\t":
        glyphs.append(Glyph(scalar: " ", width: 1, source: source))
      case "\u{200D}", "\u{FE0E}", "\u{FE0F}":
        // Joiners and presentation selectors: terminals disagree on what they do to widths, so
        // the screen shows the parts. What is sent keeps them.
        extendLast(to: index)
      default:
        append(scalar, source: source)
      }
    }
  }

  private mutating func append(_ scalar: Unicode.Scalar, source: Range<Int>) {
    if let mark = SafeText.mark(for: scalar) {
      for part in mark.unicodeScalars {
        glyphs.append(Glyph(scalar: part, width: Width.cells(of: part) ?? 1, source: source))
      }
      return
    }
    switch Width.cells(of: scalar) {
    case 0?:
      if let last = glyphs.indices.last, !glyphs[last].isLineBreak {
        glyphs[last].marks.append(scalar)
        extendLast(to: source.upperBound)
      } else {
        glyphs.append(Glyph(scalar: " ", marks: [scalar], width: 1, source: source))
      }
    case let width?:
      glyphs.append(Glyph(scalar: scalar, width: width, source: source))
    case nil:
      glyphs.append(Glyph(scalar: "?", width: 1, source: source))
    }
  }

  private mutating func extendLast(to end: Int) {
    guard let last = glyphs.indices.last else { return }
    glyphs[last].source = glyphs[last].source.lowerBound..<end
  }

  /// In cells, on one line.
  var width: Int { glyphs.width }

  /// The glyphs of a text that may be shown in so many cells, as one that is cut where it is longer:
  /// work for what is seen, however much there is.
  init(_ text: some StringProtocol, width: Int) {
    let cells = min(max(width, 0), GlyphRun.widest) + 1
    self.init(text, limit: cells * GlyphRun.scalarsPerCell, columns: cells)
  }

  /// The same with all blanks beside one another as one, and none at its beginning: what stands on several
  /// lines, on one.
  var withBlanksJoined: GlyphRun {
    var joined = self
    joined.glyphs.removeAll(keepingCapacity: true)
    for glyph in glyphs where glyph.scalar != " " || (joined.glyphs.last?.scalar ?? " ") != " " {
      joined.glyphs.append(glyph)
    }
    return joined
  }

  /// No place is wider, in cells; whoever asks for more wants all.
  private static let widest = 1 << 20

  /// As many scalars as a cell may have: one that is seen, marks, and joiners between them.
  private static let scalarsPerCell = 4 * (1 + Cell.markLimit)
}

extension Sequence where Element == Glyph {
  /// In cells.
  var width: Int { reduce(0) { $0 + $1.width } }
}
