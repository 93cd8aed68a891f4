import Phrases

/// What a line typed at the prompt of the ``PlainDesk`` asks for.
enum PlainCommand: Equatable {
  /// An empty line: the phrases that stand first.
  case first
  case more
  /// Go into the category of that number; nil lists them all, and 0 leaves the one gone into.
  case category(Int?)
  /// The whole text of the hit of that number.
  case text(Int)
  /// The hit or category of that number, whichever was listed last.
  case number(Int)
  case help
  case quit
  case search(String)
  case own(Own)

  /// Reads a line; one that is no command is a query.
  ///
  /// A slash in front makes a query of everything behind it, so that a phrase with the code `q` or
  /// `12` can be found, too.
  init(_ line: String) {
    let text = line.trimmed()
    switch text {
    case "": self = .first
    case "more": self = .more
    case "c": self = .category(nil)
    case "?", "？": self = .help
    case "q": self = .quit
    default:
      if text.hasPrefix("/") {
        self = .search(String(text.dropFirst()).trimmed())
      } else if text.hasPrefix(":") || text.hasPrefix("：") {
        self = .own(Own(String(text.dropFirst())))
      } else if let number = PlainCommand.number(text[...]) {
        self = .number(number)
      } else if let number = PlainCommand.number(text, behind: "c ") {
        self = .category(number)
      } else if let number = PlainCommand.number(text, behind: "p ") {
        self = .text(number)
      } else {
        self = .search(text)
      }
    }
  }

  /// The longest number, in digits: an order number is a query.
  private static let digitLimit = 3

  private static func number(_ text: String, behind letter: String) -> Int? {
    text.hasPrefix(letter) ? number(text.dropFirst(letter.count).drop { $0 == " " }) : nil
  }

  private static func number(_ text: Substring) -> Int? {
    let isNumber = text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    return isNumber && text.utf8.count <= digitLimit ? Int(text) : nil
  }
}
