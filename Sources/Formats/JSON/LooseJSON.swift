import Phrases

/// JSON of any shape that holds a list of phrases somewhere, and JSON Lines.
///
/// What is a list of ours is read as one, with the same sentences; see ``TreeSurvey`` for what else is
/// found.
struct LooseJSON: FileFormat {
  private let strict = JSONPhrases()

  /// Whether somebody has to say that a file from an address is of this kind: an answer in JSON may
  /// be anything.
  let needsWord = true

  func recognises(_ file: KnowledgeBaseFile) -> Bool { strict.recognises(file) }

  func read(
    _ file: KnowledgeBaseFile, into builder: inout PhraseListBuilder
  ) throws(Fault) -> FileReading? {
    var asOurs = builder
    do throws(Fault) {
      let reading = try strict.read(file, into: &asOurs)
      guard asOurs.log.errors.contains(where: { LooseJSON.isOfShape($0.problem) }) else {
        builder = asOurs
        return reading
      }
    } catch {
      guard LooseJSON.isOfShape(error.problem) else { throw error }
    }
    let tree = try TreeReader.read(file.text, builder.limits)
    return try TreePhrases(tree).read(into: &builder)
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
