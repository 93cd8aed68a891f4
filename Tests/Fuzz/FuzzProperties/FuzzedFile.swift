@testable import Formats
@testable import Phrases

/// One input of a fuzzer: a knowledge base file, and what is said about how it is read.
///
/// First lines `--columns text=answer,…`, `--placeholders square,…` and those of ``ReadingHints/lines``,
/// `--format=textexpander`, say so; what follows, and any other input as a whole, is the file: every real
/// file is an input as it is.
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

    func formats(_ options: ReadOptions) -> [any FileFormat] {
      switch self {
      case .own: KnowledgeBase.formats
      case .all: ListFormats.formats(options)
      }
    }
  }

  /// What a reader makes of a file.
  typealias Outcome = Result<KnowledgeBase, KnowledgeBaseError>

  public init(_ input: UnsafeBufferPointer<UInt8>, readers: Readers = .own) {
    self.readers = readers
    var hints = ReadingHints()
    var file = input[...]
    while let line = Self.hint(at: &file) { Self.take(line, into: &hints) }
    bytes = Array(file)
    options = ReadOptions(file: "kb", hints: hints)
    outcome = Self.read(bytes, options, readers)
  }

  static func read(
    _ bytes: [UInt8], _ options: ReadOptions, _ readers: Readers = .own,
    _ limits: Limits = Limits()
  ) -> Outcome {
    bytes.withUnsafeBufferPointer { buffer in
      Outcome { () throws(KnowledgeBaseError) in
        try KnowledgeBase.read(buffer, options, formats: readers.formats(options), limits: limits)
      }
    }
  }

  /// The first line of `input`, without its `--`, where it says how the rest is read; that is left.
  private static func hint(at input: inout Slice<UnsafeBufferPointer<UInt8>>) -> String? {
    let marks = ["columns ", "placeholders ", "format=", "markup=", "fill-down="]
    guard marks.contains(where: { input.starts(with: "--\($0)".utf8) }) else { return nil }
    let end = input.firstIndex(of: UInt8(ascii: "\n")) ?? input.endIndex
    let line = String(decoding: input[input.startIndex..<end].dropFirst(2), as: UTF8.self)
    input = input[end...].dropFirst()
    return line
  }

  private static func take(_ line: String, into hints: inout ReadingHints) {
    let value = String(line.unicodeScalars.drop { $0 != " " }.dropFirst())
    if line.hasPrefix("columns ") {
      hints.columns = columns(value)
    } else if line.hasPrefix("placeholders ") {
      hints.placeholders = placeholders(value)
    } else {
      hints = ReadingHints(
        columns: hints.columns, placeholders: hints.placeholders, encoding: nil,
        lines: hints.lines + "\n" + line)
      // No other name comes as far as a reader.
      hints.format = hints.format.flatMap { ListFormats.names.contains($0) ? $0 : nil }
      let again = ReadingHints(
        columns: hints.columns, placeholders: hints.placeholders, encoding: nil, lines: hints.lines)
      demand(again == hints, "hints are what they say")
    }
  }

  /// The mapping that `argument` says; none where it is refused.
  private static func columns(_ argument: String) -> ColumnMapping {
    guard let columns = try? ColumnMapping(argument) else { return ColumnMapping() }
    demand((try? ColumnMapping(columns.argument)) == columns, "a mapping is what it says")
    return columns
  }

  private static func placeholders(_ argument: String) -> PlaceholderStyles {
    guard let styles = try? PlaceholderStyles(argument) else { return [] }
    demand((try? PlaceholderStyles(styles.argument)) == styles, "styles are what they say")
    return styles
  }
}

/// Ends the program where a property does not hold; the fuzzer keeps the input.
func demand(_ holds: Bool, _ property: @autoclosure () -> String) {
  guard holds else { fatalError("does not hold: \(property())") }
}
