import Phrases

/// The keys, from the one action table, scrolled when they do not fit.
struct HelpDialog: Equatable, Sendable {
  private(set) var top = 0

  struct Row: Equatable {
    var keys: String
    var meaning: String
  }

  /// Fewer columns than this have no room for keys and meaning on one row.
  private static let columnsForOneRow = 50

  /// What a help of that many columns lists: narrow, the meaning stands below its keys.
  static func rows(_ language: Language, columns: Int) -> [Row] {
    let rows = rows(language)
    guard columns < columnsForOneRow else { return rows }
    return rows.flatMap { row in
      row.keys.isEmpty
        ? [row] : [Row(keys: row.keys, meaning: ""), Row(keys: "", meaning: "  \(row.meaning)")]
    }
  }

  private static func rows(_ language: Language) -> [Row] {
    let actions = Action.allCases.filter { !$0.keys.isEmpty }.map { action in
      Row(
        keys: action.keyLabels.joined(separator: "  "), meaning: action.sentence(language))
    }
    let edits = Edit.table.map { edit, keys in
      Row(keys: keys.map(\.label).joined(separator: "  "), meaning: edit.sentence(language))
    }
    return actions + [Row(keys: "", meaning: "")]
      + [Row(keys: "", meaning: Label.inTextFields.sentence(language))] + edits
  }

  /// Scrolls or closes; `height` rows of `rowCount` are in sight.
  mutating func handle(_ key: Key, action: Action?, rowCount: Int, height: Int) -> DialogOutcome {
    let last = max(rowCount - height, 0)
    switch action {
    case .up?: top -= 1
    case .down?: top += 1
    case .pageUp?: top -= height
    case .pageDown?: top += height
    case .toFirst?: top = 0
    case .toLast?: top = last
    case .back?, .help?, .send?: return .close
    default:
      if key == Key(.character("q")) { return .close }
    }
    top = min(max(top, 0), last)
    return .stay
  }
}
