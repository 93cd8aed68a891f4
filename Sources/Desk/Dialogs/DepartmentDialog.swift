/// The departments to choose from, below "all".
struct DepartmentDialog: Equatable, Sendable {
  /// Nil stands for all.
  let departments: [String?]
  var viewport = Viewport()

  init(_ names: [String], selected: String?) {
    departments = [nil] + names.map { $0 }
    viewport.select(departments.firstIndex { $0 == selected } ?? 0, of: departments.count)
  }

  mutating func handle(_ key: Key, action: Action?, height: Int) -> DialogOutcome {
    let count = departments.count
    switch action {
    case .up?: viewport.select(viewport.selected - 1, of: count)
    case .down?: viewport.select(viewport.selected + 1, of: count)
    case .pageUp?: viewport.select(viewport.selected - height, of: count)
    case .pageDown?: viewport.select(viewport.selected + height, of: count)
    case .toFirst?: viewport.select(0, of: count)
    case .toLast?: viewport.select(count - 1, of: count)
    case .send?: return .chooseDepartment(departments[viewport.selected])
    case .back?, .department?: return .close
    default: break
    }
    return .stay
  }
}
