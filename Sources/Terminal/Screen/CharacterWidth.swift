import Desk
import Glibc

/// The C library's `wcwidth` in this program, which ncurses counts its cells by.
///
/// The C library knows one width for each scalar; a terminal may draw those of ambiguous width in two
/// cells, and then ncurses has to know it, or its columns are not the terminal's. A program's own
/// symbol comes before that of a library (ld.so(8)), so ncurses calls this one.
///
/// - Returns: cells, or -1 for what cannot be printed.
@_cdecl("wcwidth")
func characterWidth(_ character: wchar_t) -> Int32 {
  guard character != 0, let scalar = Unicode.Scalar(UInt32(bitPattern: character)) else {
    return character == 0 ? 0 : -1
  }
  return Int32(Width.cells(of: scalar) ?? -1)
}
