import Phrases

/// JSON of any shape that holds a list of phrases somewhere, and JSON Lines.
///
/// What is a list of ours is read as one, with the same sentences; see ``TreeSurvey`` for what else is
/// found.
struct LooseJSON: ForeignFormat {
  private let strict = JSONPhrases()

  let name: String
  let countsItems = true
  private let tools: [Tool]
  let needsWord = true

  /// Whatever list it is.
  init() {
    name = "any-json"
    tools = Tool.all.filter { $0.container == .json }
  }

  /// What that tool wrote, and nothing else.
  init(of tool: Tool) {
    name = tool.name
    tools = [tool]
  }

  /// Whether a person said whose file it is.
  private var isSaid: Bool { name != "any-json" }

  func recognises(_ file: KnowledgeBaseFile) -> Bool { strict.recognises(file) }

  func read(
    _ file: KnowledgeBaseFile, into builder: inout PhraseListBuilder
  ) throws(Fault) -> FileReading? {
    var asOurs = builder
    do throws(Fault) {
      guard let reading = try strict.read(file, into: &asOurs) else { return nil }
      let isOfTool = tools.contains { $0.marks.isSubset(of: asOurs.headers) }
      let isOfShape = asOurs.log.errors.contains { LooseJSON.isOfShape($0.problem) }
      guard isOfTool || isOfShape || isSaid else {
        builder = asOurs
        return reading
      }
    } catch {
      guard LooseJSON.isOfShape(error.problem) else { throw error }
    }
    let tree = try TreeReader.read(file.text, builder.limits)
    guard !isSaid || TreePhrases(tree).isOf(tools) else { return nil }
    return try TreePhrases(tree).read(as: .other(name), from: tools, into: &builder)
  }

  /// Whether a list of ours has no such problem, and one of another shape would.
  private static func isOfShape(_ problem: Finding.Problem) -> Bool {
    switch problem {
    case .missingTextColumn, .notAListOfPhrases, .itemIsNotAnObject, .wrongKind: true
    case .mappedHeaderMissing(_, let header, _): TreePath.isWay(header)
    case .json(.unexpected): true
    default: false
    }
  }

  func offset(ofByte byte: Int, inCell cell: Range<Int>, of file: KnowledgeBaseFile) -> Int {
    strict.offset(ofByte: byte, inCell: cell, of: file)
  }
}
