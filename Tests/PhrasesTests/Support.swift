@testable import Phrases

/// Random numbers that are the same for the same seed (SplitMix64, Steele, Lea and Flood 2014).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

extension SeededGenerator {
  /// Up to `length` of the strings in `alphabet`, one after the other.
  mutating func text(of alphabet: [String], upTo length: Int) -> String {
    (0..<Int.random(in: 0...length, using: &self))
      .map { _ in alphabet.randomElement(using: &self) ?? "" }.joined()
  }
}

/// Reads a file from its text.
func read(
  _ text: String, mapping: ColumnMapping = ColumnMapping(), placeholders: PlaceholderStyles = [],
  limits: Limits = Limits()
) throws -> KnowledgeBase {
  try read(Array(text.utf8), mapping: mapping, placeholders: placeholders, limits: limits)
}

func read(
  _ bytes: [UInt8], mapping: ColumnMapping = ColumnMapping(), placeholders: PlaceholderStyles = [],
  encoding: TextEncoding? = nil,
  limits: Limits = Limits()
) throws -> KnowledgeBase {
  try bytes.withUnsafeBufferPointer { buffer in
    try KnowledgeBase.read(
      buffer,
      ReadOptions(
        file: "kb",
        hints: ReadingHints(columns: mapping, placeholders: placeholders, encoding: encoding)),
      limits: limits)
  }
}

/// Why a file is refused; nil when it is not.
func refusal(
  of text: String, mapping: ColumnMapping = ColumnMapping(), limits: Limits = Limits()
) -> KnowledgeBaseError? {
  refusal(of: Array(text.utf8), mapping: mapping, limits: limits)
}

func refusal(
  of bytes: [UInt8], mapping: ColumnMapping = ColumnMapping(), encoding: TextEncoding? = nil,
  limits: Limits = Limits()
) -> KnowledgeBaseError? {
  do {
    _ = try read(bytes, mapping: mapping, encoding: encoding, limits: limits)
    return nil
  } catch {
    return error as? KnowledgeBaseError
  }
}

extension Finding {
  /// The line in a text, 0 elsewhere.
  var line: Int { place.lineAndColumn.line }

  var column: Int { place.lineAndColumn.column }

  var relatedLine: Int? { related?.lineAndColumn.line }
}

extension Finding.Place {
  fileprivate var lineAndColumn: (line: Int, column: Int) {
    guard case .text(let line, let column) = self else { return (0, 0) }
    return (line, column)
  }
}

extension KnowledgeBaseError {
  /// `line:column problem` of each finding.
  var places: [String] { findings.map { "\($0.line):\($0.column)" } }

  var problems: [Finding.Problem] { findings.map(\.problem) }
}
