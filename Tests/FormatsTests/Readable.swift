import Testing

@testable import Formats
@testable import Phrases

/// A file as a test writes it, read by one format.
struct Readable {
  let format: any FileFormat
  var options = ReadOptions(file: "list")

  init(_ format: any FileFormat, columns: String = "") throws {
    self.format = format
    if !columns.isEmpty { options.hints.columns = try ColumnMapping(columns) }
  }

  func base(_ text: String) throws(KnowledgeBaseError) -> KnowledgeBase {
    try base(Array(text.utf8))
  }

  func base(_ bytes: [UInt8], limits: Limits = Limits()) throws(KnowledgeBaseError) -> KnowledgeBase
  {
    try bytes.withUnsafeBufferPointer { buffer throws(KnowledgeBaseError) in
      try KnowledgeBase.read(buffer, options, formats: [format], limits: limits)
    }
  }

  /// A line a phrase: category, subcategory, title and text, empty ones left out.
  func phrases(_ text: String) throws -> [String] {
    try base(text).phrases.map { phrase in
      [phrase.category, phrase.subcategory, phrase.title, phrase.text].filter { !$0.isEmpty }
        .joined(separator: " | ")
    }
  }

  /// What is said of the file, whether it is read or refused.
  func sentences(_ text: String) -> [String] {
    sentences(Array(text.utf8))
  }

  func sentences(_ bytes: [UInt8]) -> [String] {
    do throws(KnowledgeBaseError) {
      return try base(bytes).warnings.map { $0.sentence(.english) }
    } catch {
      return error.sentences(.english)
    }
  }
}

/// A format that reads nothing.
struct NoFormat: FileFormat {
  func recognises(_ file: KnowledgeBaseFile) -> Bool { false }

  func read(
    _ file: KnowledgeBaseFile, into builder: inout PhraseListBuilder
  ) throws(Fault) -> FileReading? { nil }
}
