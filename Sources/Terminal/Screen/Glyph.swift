import CNcurses
import Desk

/// The scalars that a cell may put on the terminal.
///
/// The desk sanitises every text it draws. This is the second wall: whatever stands in a cell, no
/// control character, no bidirectional override and nothing invisible goes out.
struct Glyph: Equatable {
  /// `CCHARW_MAX`: a base and four marks, which is all that ncurses keeps in a cell.
  static let limit = 5

  var scalars: [Unicode.Scalar]
  /// In cells, 1 or 2.
  var width: Int

  /// The glyph for a cell's content, which has one or two cells of room.
  init(_ base: Unicode.Scalar, marks: Marks, room: Int, borders: ScreenOptions.Borders) {
    var base = base
    if borders == .ascii { base = Self.asciiBorders[base] ?? base }
    let width = Int(wcwidth(wchar_t(bitPattern: base.value)))
    guard width >= 1, width <= room, !Self.isForbidden(base) else {
      scalars = [borders == .ascii ? "?" : "\u{FFFD}"]
      self.width = 1
      return
    }
    self.width = width
    scalars = [base]
    for mark in marks.prefix(Self.limit - 1)
    where wcwidth(wchar_t(bitPattern: mark.value)) == 0 && !Self.isForbidden(mark) {
      scalars.append(mark)
    }
  }

  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    // Controls; zero-width and bidirectional format characters (the zero-width joiner, 200D, is part
    // of emoji); line separators; byte order mark; interlinear annotations; tags.
    case 0x00...0x1F, 0x7F...0x9F, 0x200B, 0x200C, 0x200E, 0x200F, 0x2028...0x202E,
      0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F:
      true
    default: false
    }
  }

  private static let asciiBorders: [Unicode.Scalar: Unicode.Scalar] = [
    "│": "|", "─": "-", "┌": "+", "┐": "+", "└": "+", "┘": "+", "├": "+", "┤": "+", "┬": "+",
    "┴": "+", "┼": "+",
  ]
}
