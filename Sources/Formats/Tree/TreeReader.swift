import Phrases

/// Reads a JSON text as a tree, or JSON Lines as a list of their values.
///
/// Strict as ``JSONReader`` is. How many values there are is bounded (``Limits/values``): each takes 40 bytes
/// and its text, so that a file of brackets takes no more than 160 MB.
struct TreeReader {
  private var reader: JSONReader
  private let text: SourceBytes
  private let limit: Int
  private var count = 0

  /// The whole of `text` as one value.
  static func read(_ text: SourceBytes, _ limits: Limits) throws(Fault) -> TreeValue {
    var tree = TreeReader(
      reader: JSONReader(text, depthLimit: limits.depth), text: text, limit: limits.values)
    let first = try tree.value()
    guard case .object = first.content, tree.hasLineBelow() else {
      try tree.reader.end()
      return first
    }
    var lines = [first]
    while tree.hasLineBelow() { lines.append(try tree.value()) }
    try tree.reader.end()
    return TreeValue(content: .list(lines), range: 0..<text.count)
  }

  /// Whether another value begins on a line below the position.
  private func hasLineBelow() -> Bool {
    var index = reader.position
    var isBelow = false
    while index < text.count, text[index] <= 0x20 {
      if text[index] == UInt8(ascii: "\n") || text[index] == UInt8(ascii: "\r") { isBelow = true }
      index += 1
    }
    return isBelow && index < text.count && text[index] == UInt8(ascii: "{")
  }

  private mutating func value() throws(Fault) -> TreeValue {
    let kind = try reader.kind()
    let start = reader.position
    count += 1
    guard count <= limit else {
      throw Fault(problem: .foreign(.tooManyValues(limit: limit)), offset: start)
    }
    let content = try content(kind, at: start)
    return TreeValue(content: content, range: start..<reader.position)
  }

  private mutating func content(
    _ kind: Finding.JSONKind, at start: Int
  ) throws(Fault) -> TreeValue.Content {
    var isFirst = true
    switch kind {
    case .object:
      var members: [TreeMember] = []
      try reader.openObject()
      while let member = try reader.nextMember(&isFirst) {
        members.append(TreeMember(name: member.name, value: try value()))
      }
      return .object(members)
    case .array:
      var elements: [TreeValue] = []
      try reader.openArray()
      while try reader.nextElement(&isFirst) { elements.append(try value()) }
      return .list(elements)
    case .string: return .text(try reader.string())
    case .number: return .number(try reader.number())
    case .boolean:
      try reader.skipValue()
      return .truth(text[start] == UInt8(ascii: "t"))
    case .null:
      try reader.skipValue()
      return .null
    }
  }
}
