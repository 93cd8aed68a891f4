import Phrases

/// A variable of an espanso match: what it is called, and what fills it there.
struct EspansoVariable {
  let name: String
  let type: String
  /// What it always says, for those that do.
  private let echo: String?

  /// By their names; those without one are left out.
  static func all(in list: TreeValue?) -> [String: EspansoVariable] {
    var variables: [String: EspansoVariable] = [:]
    for value in list?.elements ?? [] {
      guard let name = value.members["name"]?.scalar else { continue }
      let type = value.members["type"]?.scalar ?? ""
      let echo = value.members["params"]?.members["echo"]?.scalar
      variables[name] = EspansoVariable(
        name: name, type: type, echo: type == "echo" || type == "dummy" ? echo : nil)
    }
    return variables
  }

  /// Whether a program of the computer would say it.
  var isProgram: Bool { type == "shell" || type == "script" }

  /// What stands for it in a text: a date, a choice and a clipboard are asked for.
  var filled: String {
    if let echo { return echo }
    return Placeholder.blank(named: type == "clipboard" ? PlaceholderNames.name(of: type) : name)
  }
}
