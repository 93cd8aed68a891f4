import Phrases

/// The keys, from the one action table, scrolled when they do not fit.
struct HelpDialog: Equatable, Sendable {
  private(set) var top = 0

  struct Row: Equatable {
    var keys: String
    var meaning: String
  }

  static func rows(_ language: Language) -> [Row] {
    let actions = Action.allCases.map { action in
      Row(
        keys: keyLabels(of: action).joined(separator: "  "), meaning: action.sentence(language))
    }
    let edits = Edit.table.map { edit, keys in
      Row(keys: keys.map(\.label).joined(separator: "  "), meaning: edit.sentence(language))
    }
    return actions + [Row(keys: "", meaning: "")]
      + [Row(keys: "", meaning: Label.inTextFields.sentence(language))] + edits
  }

  /// `Alt+1 .. Alt+9` where a row of nine would say no more.
  static func keyLabels(of action: Action) -> [String] {
    let labels = Action.keyTable.filter { $0.action == action }.map { row in
      let labels = row.keys.compactMap { Key($0)?.label }
      guard labels.count == 9, let first = labels.first, let last = labels.last else {
        return labels
      }
      return ["\(first) .. \(last)"]
    }
    return labels.flatMap { $0 }
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
