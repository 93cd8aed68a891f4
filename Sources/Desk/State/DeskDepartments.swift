import Phrases
import Search

/// The department whose agents' phrases are shown.
extension Desk {
  mutating func chooseDepartment() {
    let names = library.categories.map(\.path.department).filter { !$0.isEmpty }
    var seen: Set<String> = []
    let known = (names + [department].compactMap { $0 }).filter { seen.insert($0).inserted }
    guard !known.isEmpty else {
      notice = .noDepartment
      return
    }
    open(DepartmentDialog(known, selected: department, language))
  }

  /// Shows all where the department that was chosen some other day has nothing in these lists.
  mutating func forgetDepartmentWithoutPhrases() {
    guard let department, origin != .loading, list.expectedCount == nil,
      !library.categories.contains(where: { $0.path.department == department })
    else { return }
    self.department = nil
  }

  /// Shows what agents of a department see, its own phrases and those for everybody; all for nil.
  mutating func limit(toDepartment name: String?) {
    let selected = selectedPhrase
    department = name
    use(newest)
    find(selecting: selected)
  }
}
