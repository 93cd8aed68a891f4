import Phrases

/// The departments to choose from, below "all".
struct DepartmentDialog: ChoiceDialog {
  static let opener = Action.department
  /// Nil among the choices stands for all.
  var list: ChoiceList<String?>?

  init(_ names: [String], selected: String?, _ language: Language) {
    let all = SourceLabel.allDepartments.sentence(language)
    list = ChoiceList(
      ([nil] + names).map { ChoiceList.Row(choice: $0, label: $0 ?? all) },
      selecting: .some(selected))
  }

  func title(of desk: Desk) -> String { SourceLabel.departmentTitle.sentence(desk.language) }

  func placeholder(of desk: Desk) -> String { Label.noChoice.sentence(desk.language) }

  func take(_ department: String?, on desk: inout Desk) -> [Effect] {
    desk.limit(toDepartment: department)
    return [.remember(.department(department))]
  }
}
