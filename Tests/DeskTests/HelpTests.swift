import Phrases
import Testing

@testable import Desk

@Suite struct HelpTests {
  /// `Alt+Up/Down` as the two keys that it stands for.
  private static func expanded(_ label: String) -> [String] {
    guard label.count > 1, let slash = label.firstIndex(of: "/") else { return [label] }
    let first = String(label[..<slash])
    let modifiers = first.split(separator: "+").dropLast().map { $0 + "+" }.joined()
    return [first, modifiers + label[label.index(after: slash)...]]
  }

  @Test(arguments: Language.allCases, [38, 80])
  func `Every key of every action and edit stands in the help`(language: Language, columns: Int) {
    let keys = Set(
      HelpDialog.rows(language, columns: columns).flatMap { row in
        row.keys.split(separator: "  ").flatMap { Self.expanded(String($0)) }
      })
    for action in Action.allCases {
      for label in action.keyLabels(language) { #expect(keys.contains(label), "\(label)") }
    }
    for key in Edit.table.flatMap(\.keys) { #expect(keys.contains(key.label(language))) }
  }

  @Test func `No action stands in it twice`() {
    let actions = HelpTopic.allCases.flatMap(\.groups).flatMap(\.self)
    #expect(Set(actions).count == actions.count)
    #expect(Set(actions) == Set(Action.allCases.filter { !$0.keys.isEmpty }))
  }

  @Test(arguments: Language.allCases)
  func `It begins with the five keys, and its first page at 80x24 has what agents need`(
    language: Language
  ) {
    var player = Player(rows: 24, columns: 80, language: language)
    player.press("<F1>")
    let page = player.screen
    let first = [
      "Alt+Z", language == .english ? "Up  Down" : "↑  ↓", "Enter", "Alt+1 .. Alt+9", "F1",
    ]
    let rows = HelpDialog.rows(language, columns: 68).prefix(5).map(\.keys)
    for (key, row) in zip(first, rows) { #expect(row.hasPrefix(key)) }
    for key in first + ["Alt+E", "Alt+M", "Ctrl+R", "Alt+T", "Esc", "Alt+C", "Ctrl+P"] {
      #expect(page.contains("│ \(key)"), "\(key)")
    }
  }

  @Test(arguments: [38, 80, 120], Language.allCases)
  func `The palette begins with what the screen does not tell of`(
    columns: Int, language: Language
  ) throws {
    var player = Player(rows: 24, columns: columns, language: language)
    let told = Set(player.desk.statusParts.compactMap(\.action))
    player.press("<C-p>")
    let dialog = try #require(player.desk.dialog as? PaletteDialog)
    let first = try #require(dialog.list?.selected)
    #expect(!told.contains(first) && first != .focusSearch)
    #expect(player.screen.contains("v┐"))
  }
}
