import Phrases
import Yams

/// Reads a text in YAML as a tree: every single value is a text, as it stands (`no`, `1.10`).
///
/// Yams' parser builds nodes, as its `compose` does; its `load` is never called, since an alias repeats
/// what it names ninefold with each level there. The parser is kept while its nodes are looked at:
/// they know their anchors only so long.
struct YAMLReader {
  private let limits: Limits
  private var cursor: LineCursor

  static func read(_ text: SourceBytes, _ limits: Limits) throws(Fault) -> TreeValue {
    try ForeignFormats.checkSize(of: text)
    let survey = YAMLSurvey(of: text)
    guard survey.mostValues <= limits.values else {
      throw Fault(problem: .foreign(.tooManyValues(limit: limits.values)), offset: 0)
    }
    guard survey.deepest.depth <= limits.depth else {
      throw Fault(
        problem: .json(.tooDeep(limit: limits.depth)), offset: survey.deepest.offset)
    }
    if let (name, offset) = survey.repeated { throw fault(.anchor(name), at: offset) }

    var reader = YAMLReader(limits: limits, cursor: LineCursor(text))
    let parser: Parser
    let root: Node?
    do {
      // The basic resolver takes every value for a text, and tries no pattern on it.
      parser = try Parser(
        yaml: text.string(0..<text.count), resolver: .basic, encoding: .utf8)
      root = try parser.singleRoot()
    } catch {
      throw reader.fault(of: error)
    }
    defer { withExtendedLifetime(parser) {} }
    guard let root else { return TreeValue(content: .null, range: 0..<0) }
    return try reader.value(root, depth: 1)
  }

  private mutating func value(_ node: Node, depth: Int) throws(Fault) -> TreeValue {
    let offset = node.mark.map { cursor.offset(line: $0.line, column: $0.column) } ?? 0
    if let anchor = node.anchor { throw YAMLReader.fault(.anchor(anchor.rawValue), at: offset) }
    guard depth <= limits.depth else {
      throw Fault(problem: .json(.tooDeep(limit: limits.depth)), offset: offset)
    }
    let content: TreeValue.Content
    switch node {
    case .scalar(let scalar): content = YAMLReader.content(scalar)
    case .sequence(let sequence):
      var elements: [TreeValue] = []
      for element in sequence { elements.append(try value(element, depth: depth + 1)) }
      content = .list(elements)
    case .mapping(let mapping):
      var members: [TreeMember] = []
      for (key, element) in mapping {
        let name = try value(key, depth: depth + 1).scalar ?? ""
        members.append(TreeMember(name: name, value: try value(element, depth: depth + 1)))
      }
      content = .object(members)
    case .alias(let alias): throw YAMLReader.fault(.anchor(alias.anchor.rawValue), at: offset)
    }
    return TreeValue(content: content, range: offset..<offset)
  }

  private static func content(_ scalar: Node.Scalar) -> TreeValue.Content {
    let isNothing = scalar.style == .plain && ["", "~", "null"].contains(scalar.string)
    return isNothing ? .null : .text(scalar.string)
  }

  private mutating func fault(of error: any Error) -> Fault {
    guard let error = error as? YamlError else { return YAMLReader.fault(.broken, at: 0) }
    switch error {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
      return YAMLReader.fault(.broken, at: cursor.offset(line: mark.line, column: mark.column))
    case .duplicatedKeysInMapping(let keys, let context):
      let offset = cursor.offset(line: context.mark.line, column: context.mark.column)
      return YAMLReader.fault(.keyTwice(keys.first ?? ""), at: offset)
    default: return YAMLReader.fault(.broken, at: 0)
    }
  }

  private static func fault(
    _ problem: Finding.ForeignProblem.YAMLProblem, at offset: Int
  ) -> Fault {
    Fault(problem: .foreign(.yaml(problem)), offset: offset)
  }
}
