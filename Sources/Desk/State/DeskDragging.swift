import Phrases

/// What the pointer holds while the button is down.
struct Drag: Equatable, Sendable {
  enum Load: Equatable, Sendable {
    case phrase(PhraseKey)
    /// A category, by its row.
    case category(Int)
  }

  /// Nil where the button was pressed on nothing that can be moved.
  let load: Load?
}

/// Dragging a row to where another stands: one's own order, by the mouse.
extension Desk {
  /// Takes up what the button was pressed on, and says where it would go.
  mutating func drag(to position: Position) {
    guard dialogs.isEmpty else { return }
    guard let drag else {
      drag = Drag(load: load(at: position))
      return
    }
    switch (drag.load, load(at: position)) {
    case (.phrase(let key), .phrase(let other)?):
      guard let phrase = newest.phrase(key), let target = newest.phrase(other) else { return }
      take(.own(.dragging(title: phrase.title, to: key == other ? nil : target.title)))
    case (.category(let row), .category(let other)?):
      take(.own(.dragging(title: name(ofRow: row), to: row == other ? nil : name(ofRow: other))))
    case _: if notice?.isError != true { notice = nil }
    }
  }

  /// Puts it where the button is let go, if that is among those beside it.
  mutating func drop(at position: Position) -> [Effect] {
    defer { drag = nil }
    guard let drag, dialogs.isEmpty else { return [] }
    switch (drag.load, load(at: position)) {
    case (.phrase(let key), .phrase(let other)?) where key != other:
      guard let phrase = listed.phrase(key), let target = listed.phrase(other) else { return [] }
      return move(phrase, toPlaceOf: target)
    case (.category(let row), .category(let other)?) where row != other:
      return moveCategory(row, toRow: other)
    case _:
      if notice?.isError != true { notice = nil }
      return []
    }
  }

  private func load(at position: Position) -> Drag.Load? {
    switch spot(at: position) {
    case .phrase(let line?):
      return list.hit(onLine: line, height: layout.listRows).map {
        .phrase(library.phrase($0.number).key)
      }
    case .category(let line?):
      return tree.viewport.row(onLine: line, of: tree.rows.count, height: layout.categoryRows)
        .map { .category($0) }
    case _: return nil
    }
  }

  private func name(ofRow row: Int) -> String {
    tree.rows.indices.contains(row) ? categoryName(of: tree.nodes[tree.rows[row]]) : ""
  }
}
