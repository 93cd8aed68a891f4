/// Whether texts whose names say nothing read like something that is said to customers.
///
/// Files of programs are full of texts (`"build": "tsc -p ."`); what counts are words.
enum PhraseLikeness {
  /// Whether half of the texts do.
  static func holds(for texts: [String]) -> Bool {
    !texts.isEmpty && texts.count(where: isSentence) * 2 >= texts.count
  }

  /// Three words of letters, or four characters of a script without spaces.
  static func isSentence(_ text: String) -> Bool {
    var (words, dense) = (0, 0)
    for part in text.prefix(400).split(whereSeparator: \.isWhitespace) {
      // An option or an operator of a command line.
      if part == "&&" || part == "|" || part.hasPrefix("--") { return false }
      let scalars = part.unicodeScalars
      let letters = scalars.count { $0.properties.isAlphabetic }
      dense += scalars.count {
        (0x3040...0x9FFF).contains($0.value) || (0xAC00...0xD7AF).contains($0.value)
      }
      // A word may have a sign at its end, or an apostrophe within.
      if letters > 0, scalars.count - letters <= 2, part.first != "-", part.first != ".",
        !part.contains(where: isOfPrograms)
      {
        words += 1
      }
      if words >= 3 || dense >= 4 { return true }
    }
    return false
  }

  private static func isOfPrograms(_ character: Character) -> Bool {
    switch character {
    case "/", "\\", "=", "&", "$", "_", "@", "^", "*", "|", ";", "<", ">", "#": true
    default: false
    }
  }
}
