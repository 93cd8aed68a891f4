import Phrases
import Search
import Testing

@testable import Desk

/// A desk on a screen of some size, played by key scripts.
struct Player {
  var desk: Desk
  /// What was to be done about it, but for ``fruitless``.
  private(set) var effects: [Effect] = []
  /// The searches that were given up with nothing sent, as they are to be kept.
  private(set) var fruitless: [(query: String, hits: Int)] = []
  private var time: Milliseconds = 0

  init(
    rows: Int = 24, columns: Int = 80, language: Language = .english,
    purpose: Desk.Purpose = .send, phrases: [Phrase] = .shop, today: String = "2026-11-22"
  ) {
    desk = Desk(purpose: purpose, language: language, target: Target(.clipboard, name: "xclip"))
    take(.resize(rows: rows, columns: columns))
    if let day = Day(iso: today) { take(.day(day)) }
    take(.library(Library(phrases), origin: .file(name: "shop.csv")))
    take(.drawn)
  }

  mutating func take(_ event: Event) {
    for effect in desk.handle(event) {
      if case .noteFruitless(let query, let hits) = effect {
        fruitless.append((query, hits))
      } else {
        effects.append(effect)
      }
    }
  }

  /// Presses the keys of a script, a tenth of a second apart: `fh<Down><Enter>`.
  mutating func press(_ script: String, sourceLocation: SourceLocation = #_sourceLocation) {
    guard let keys = Key.script(script) else {
      Issue.record("no such key in \(script)", sourceLocation: sourceLocation)
      return
    }
    for key in keys {
      time += 100
      take(.key(key, at: time))
    }
  }

  /// The screen as text, without the blanks at the ends of rows.
  var screen: String { desk.draw().text }

  /// The row of the screen that holds a text.
  func row(with text: String) -> String? {
    screen.split(separator: "\n").map(String.init).first { $0.contains(text) }
  }

  /// Lets the search under way go on to its end, and the screen show it.
  mutating func settle() {
    while desk.ongoing != nil { take(.continueSearch) }
    take(.drawn)
  }

  var selectedTitle: String? { desk.selectedPhrase?.title }

  /// What was delivered so far.
  var delivered: [String] {
    effects.compactMap { effect in
      if case .deliver(let outgoing, _) = effect { outgoing.text } else { nil }
    }
  }
}

extension Canvas {
  var text: String {
    (0..<rows).map { row in
      var line = ""
      for cell in self.row(row) {
        guard case .scalar(let scalar, let marks) = cell.content else { continue }
        line.unicodeScalars.append(scalar)
        line.unicodeScalars.append(contentsOf: marks)
      }
      while line.last == " " { line.removeLast() }
      return line
    }.joined(separator: "\n")
  }

  /// The text of the cells that play a role.
  func text(in role: Role) -> String {
    var text = ""
    for cell in cells where cell.style.role == role {
      guard case .scalar(let scalar, let marks) = cell.content else { continue }
      text.unicodeScalars.append(scalar)
      text.unicodeScalars.append(contentsOf: marks)
    }
    return text
  }
}
