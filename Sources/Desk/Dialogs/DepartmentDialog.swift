import Phrases

/// The departments to choose from, below "all".
struct DepartmentDialog: Dialog {
  /// Nil stands for all.
  private var departments: ChoiceList<String?>

  init(_ names: [String], selected: String?, _ language: Language) {
    let all = SourceLabel.allDepartments.sentence(language)
    departments = ChoiceList(
      ([nil] + names).map { ChoiceList.Row(choice: $0, label: $0 ?? all) },
      selecting: .some(selected))
  }

  func title(of desk: Desk) -> String { SourceLabel.departmentTitle.sentence(desk.language) }

  func size(in room: Size, of desk: Desk) -> Size { departments.size }

  var contexts: [KeyContext] { [.anywhere] }

  mutating func handle(
    _ key: Key, _ action: Action?, in region: Region, of desk: inout Desk
  ) -> DialogStep {
    switch action {
    case .send: return choose(on: &desk)
    case .back, .department: return .close()
    case _:
      departments.handle(key, action, in: region)
      return .stay()
    }
  }

  mutating func paste(_ pasted: String) -> Bool { departments.paste(pasted) }

  mutating func click(
    at position: Position, in region: Region, of desk: inout Desk
  ) -> DialogStep {
    departments.click(at: position, in: region) ? choose(on: &desk) : .stay()
  }

  mutating func scroll(by rowCount: Int, in region: Region, of desk: Desk) {
    departments.scroll(by: rowCount, in: region)
  }

  mutating func settle(in region: Region) { departments.settle(in: region) }

  private func choose(on desk: inout Desk) -> DialogStep {
    guard let department = departments.selected else { return .stay() }
    desk.limit(toDepartment: department)
    return .close()
  }

  func draw(in region: Region, on canvas: inout Canvas, of desk: Desk) {
    departments.draw(
      in: region, on: &canvas, orElse: Label.noChoice.sentence(desk.language))
  }
}
