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
    purpose: Desk.Purpose = .send, phrases: [Phrase] = .shop, today: String = "2026-11-22",
    locked: Set<DeskChoice.Kind> = []
  ) {
    desk = Desk(
      purpose: purpose, language: language, target: Target(.clipboard, name: "xclip"),
      locked: locked)
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

  /// Tells the desk that what is hers is arranged otherwise.
  mutating func arrange(_ change: (inout Arrangement) -> Void) {
    var arrangement = desk.own.arrangement
    change(&arrangement)
    take(.arrangement(arrangement, originals: desk.own.originals))
  }

  mutating func pass(minutes: Int) { time += Milliseconds(minutes) * 60_000 }

  /// Clicks on the first cell of a text on the screen, `pause` milliseconds after what came before.
  mutating func click(
    on text: String, offset: Int = 0, after pause: Milliseconds = 1_000,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    guard let position = position(of: text) else {
      Issue.record("no \(text) on the screen", sourceLocation: sourceLocation)
      return
    }
    click(row: position.row, column: position.column + offset, after: pause)
  }

  mutating func click(row: Int, column: Int, after pause: Milliseconds = 1_000) {
    time += pause
    take(.mouse(MouseEvent(.click, at: Position(row: row, column: column)), at: time))
  }

  mutating func doubleClick(on text: String, sourceLocation: SourceLocation = #_sourceLocation) {
    guard let position = position(of: text) else {
      Issue.record("no \(text) on the screen", sourceLocation: sourceLocation)
      return
    }
    click(row: position.row, column: position.column)
    click(row: position.row, column: position.column, after: 200)
  }

  /// Turns the wheel by so many steps over the first cell of a text on the screen.
  mutating func wheel(
    _ steps: Int, over text: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    guard let position = position(of: text) else {
      Issue.record("no \(text) on the screen", sourceLocation: sourceLocation)
      return
    }
    for _ in 0..<abs(steps) {
      time += 20
      take(.mouse(MouseEvent(steps < 0 ? .wheelUp : .wheelDown, at: position), at: time))
    }
  }

  /// Where a text begins on the screen, in cells, looked for from the top.
  func position(of text: String) -> Position? {
    let canvas = desk.draw()
    let wanted = GlyphRun(text).glyphs.map(\.scalar)
    for row in 0..<canvas.rows {
      var cells: [(scalar: Unicode.Scalar, column: Int)] = []
      for (column, cell) in canvas.row(row).enumerated() {
        if case .scalar(let scalar, _) = cell.content { cells.append((scalar, column)) }
      }
      let scalars = cells.map(\.scalar)
      for start in cells.indices.dropLast(max(wanted.count - 1, 0))
      where scalars[start...].starts(with: wanted) {
        return Position(row: row, column: cells[start].column)
      }
    }
    return nil
  }

  /// The screen as text, without the blanks at the ends of rows.
  var screen: String { desk.draw().text }

  /// The row of the screen that holds a text.
  func row(with text: String) -> String? {
    screen.split(separator: "\n").map(String.init).first { $0.contains(text) }
  }

  /// Lets the search under way go on to its end, and the screen show it.
  mutating func settle() {
    while desk.list.ongoing != nil { take(.continueSearch) }
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
