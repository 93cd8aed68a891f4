/// A way through a tree, as `--columns` takes it: `replies[].body`.
///
/// `[]` is every element of a list, `*` every member of an object whose names are data, and
/// `actions[field=comment]` every element with such a member; `|` stands between several values. `[-1]` is
/// the last element, where there is a list.
struct TreePath: Hashable {
  enum Step: Hashable {
    case member(String)
    case element
    /// Every value of an object whose members have no fixed names.
    case value
    case match(name: String, values: [String])
    case last
  }

  var steps: [Step] = []

  init(_ steps: [Step]) { self.steps = steps }

  /// Reads what is written; names hold no `.` and no `[`.
  init(_ written: String) {
    for part in written.split(separator: ".") {
      let name = part.prefix { $0 != "[" }
      if !name.isEmpty { steps.append(name == "*" ? .value : .member(String(name))) }
      for bracket in part.dropFirst(name.count).split(separator: "[") {
        let inner = bracket.prefix { $0 != "]" }
        let pair = inner.split(separator: "=", maxSplits: 1).map(String.init)
        guard pair.count == 2 else {
          steps.append(inner == "-1" ? .last : .element)
          continue
        }
        steps.append(
          .match(name: pair[0], values: pair[1].split(separator: "|").map(String.init)))
      }
    }
  }

  /// Whether `header` can only be a way, and no name of a member.
  static func isWay(_ header: String) -> Bool {
    header.contains("[") || header.contains(".") || header.hasPrefix("*")
  }

  var written: String {
    var result = ""
    for step in steps {
      switch step {
      case .member(let name): result += (result.isEmpty ? "" : ".") + name
      case .element: result += "[]"
      case .value: result += (result.isEmpty ? "" : ".") + "*"
      case .match(let name, let values):
        result += "[\(name)=\(values.joined(separator: "|"))]"
      case .last: result += "[-1]"
      }
    }
    return result
  }

  /// What stands at its end, seen from `value`.
  func values(in value: TreeValue) -> [TreeValue] {
    var values = [value]
    for step in steps {
      values = values.flatMap { TreePath.step(step, from: $0) }
    }
    return values
  }

  private static func step(_ step: Step, from value: TreeValue) -> [TreeValue] {
    switch step {
    case .member(let name): value.members[name].map { [$0] } ?? []
    case .element: value.elements
    case .value: value.members.map(\.value)
    case .last: [value.elements.last ?? value]
    case .match(let name, let values):
      value.elements.filter { $0.members[name]?.scalar.map(values.contains) ?? false }
    }
  }
}
