@testable import Formats
@testable import Phrases

/// One input of a fuzzer: a knowledge base file, and the columns that it is read with.
///
/// A first line `--columns text=answer,…` says the columns; what follows, and any other input as a
/// whole, is the file: every real file is an input as it is.
public struct FuzzedFile {
  let bytes: [UInt8]
  let options: ReadOptions
  let outcome: Outcome
  let readers: Readers

  /// Which kinds of file are asked.
  public enum Readers {
    /// Our own.
    case own
    /// Every one.
    case all

    var formats: [any FileFormat] {
      switch self {
      case .own: KnowledgeBase.formats
      case .all: ListFormats.all
      }
    }
  }

  /// What a reader makes of a file.
  typealias Outcome = Result<KnowledgeBase, KnowledgeBaseError>

  public init(_ input: UnsafeBufferPointer<UInt8>, readers: Readers = .own) {
    self.readers = readers
    let mark = Array("--columns ".utf8)
    if input.starts(with: mark) {
      let end = input.firstIndex(of: UInt8(ascii: "\n")) ?? input.endIndex
      let line = String(decoding: input[mark.count..<end], as: UTF8.self)
      bytes = Array(input[end...].dropFirst())
      options = ReadOptions(
        file: "kb", hints: ReadingHints(columns: Self.columns(line)))
    } else {
      bytes = Array(input)
      options = ReadOptions(file: "kb")
    }
    outcome = Self.read(bytes, options, readers)
  }

  static func read(
    _ bytes: [UInt8], _ options: ReadOptions, _ readers: Readers = .own,
    _ limits: Limits = Limits()
  ) -> Outcome {
    bytes.withUnsafeBufferPointer { buffer in
      Outcome { () throws(KnowledgeBaseError) in
        try KnowledgeBase.read(buffer, options, formats: readers.formats, limits: limits)
      }
    }
  }

  /// The mapping that `argument` says; none where it is refused.
  private static func columns(_ argument: String) -> ColumnMapping {
    guard let columns = try? ColumnMapping(argument) else { return ColumnMapping() }
    demand((try? ColumnMapping(columns.argument)) == columns, "a mapping is what it says")
    return columns
  }
}

/// Ends the program where a property does not hold; the fuzzer keeps the input.
func demand(_ holds: Bool, _ property: @autoclosure () -> String) {
  guard holds else { fatalError("does not hold: \(property())") }
}
