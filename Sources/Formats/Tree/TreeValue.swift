import Phrases

/// A value of a JSON or YAML file, and where it stands.
struct TreeValue {
  enum Content {
    case object([TreeMember])
    case list([TreeValue])
    case text(String)
    /// As it is written.
    case number(String)
    case truth(Bool)
    case null
  }

  let content: Content
  /// In bytes of the file's text.
  let range: Range<Int>
}

struct TreeMember {
  let name: String
  let value: TreeValue

  private static let names: Set<String> = ["name", "title", "label", "名称", "标题"]

  /// Whether its name says that an object is called so.
  var isName: Bool { TreeMember.names.contains(name.lowercased()) }

  /// Whether it is what an object is made for, where that is only one value.
  var isValue: Bool { ["rendered", "text", "value"].contains(name.lowercased()) }
}

extension TreeValue {
  var members: [TreeMember] { if case .object(let members) = content { members } else { [] } }

  var elements: [TreeValue] { if case .list(let elements) = content { elements } else { [] } }

  var text: String? { if case .text(let text) = content { text } else { nil } }

  /// A single value as text: a string, a number as it is written, a truth, nothing for null; nil for the
  /// others.
  var scalar: String? {
    switch content {
    case .text(let text), .number(let text): text
    case .truth(let isTrue): isTrue ? "true" : "false"
    case .null: ""
    case .object, .list: nil
    }
  }

  /// What it says in a cell: an object says its name (`{"id": 3, "name": "Orders"}`).
  var shown: String? {
    if let scalar { return scalar }
    return (members.first(where: \.isName) ?? members.first(where: \.isValue))?.value.scalar
  }

  /// The texts of a list of texts, or the one that it is or holds as its value; nil where it is anything
  /// else.
  var texts: [TreeValue]? {
    switch content {
    case .text: return [self]
    case .list(let elements):
      return elements.allSatisfy { $0.text != nil } && !elements.isEmpty ? elements : nil
    case .object(let members):
      guard let value = members.first(where: \.isValue)?.value, value.text != nil else {
        return nil
      }
      return [value]
    default: return nil
    }
  }

  var kind: Finding.JSONKind {
    switch content {
    case .object: .object
    case .list: .array
    case .text: .string
    case .number: .number
    case .truth: .boolean
    case .null: .null
    }
  }
}

extension [TreeMember] {
  subscript(name: String) -> TreeValue? { first { $0.name == name }?.value }
}
