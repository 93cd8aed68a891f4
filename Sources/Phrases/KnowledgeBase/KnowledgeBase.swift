/// The phrases of one knowledge base file, and what was found in it.
public struct KnowledgeBase: Hashable, Sendable {
  /// In the order of the file, drafts included; rows without text are left out.
  public var phrases: [Phrase]
  /// Which of them the file gives no id, as indices: theirs are derived from what they are.
  public var nameless: [Int]
  /// The records of the file without the header; blank lines are none.
  public var rowCount: Int
  /// What is worth a look, in the order of the file.
  public var warnings: [Finding]
  public var format: KnowledgeBaseFormat
  public var encoding: TextEncoding
  /// Headers, or member names, that mean nothing here; in the order in which they appear.
  public var unknownColumns: [String]
}

extension KnowledgeBase {
  /// Reads a whole file.
  ///
  /// What it is, is decided by its content: JSON when it begins with `[` or `{`, else CSV.
  ///
  /// - Throws: every error of the file; nothing of a file with an error is used.
  public static func read(
    _ bytes: [UInt8], _ options: ReadOptions
  ) throws(KnowledgeBaseError) -> KnowledgeBase {
    try bytes.withUnsafeBufferPointer { buffer throws(KnowledgeBaseError) in
      try read(buffer, options, limits: Limits())
    }
  }

  /// Reads a whole file that stands anywhere in memory, for example mapped.
  ///
  /// The bytes must not change meanwhile.
  public static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, _ options: ReadOptions
  ) throws(KnowledgeBaseError) -> KnowledgeBase {
    try read(bytes, options, limits: Limits())
  }

  static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, _ options: ReadOptions, limits: Limits
  ) throws(KnowledgeBaseError) -> KnowledgeBase {
    guard bytes.count <= limits.bytes else {
      let problem = Finding.Problem.fileTooLarge(bytes: bytes.count, limit: limits.bytes)
      throw KnowledgeBaseError(
        file: options.file, findings: [Finding(problem: problem, line: 1, column: 1)], count: 1)
    }
    let decoded: DecodedText
    do {
      decoded = try DecodedText.decode(bytes)
    } catch {
      let finding = Finding(
        problem: error.problem, line: error.place.line, column: error.place.column)
      throw KnowledgeBaseError(file: options.file, findings: [finding], count: 1)
    }
    guard let converted = decoded.converted else {
      let text = SourceBytes(validUTF8: UnsafeBufferPointer(rebasing: bytes[decoded.start...]))
      return try read(text, decoded.encoding, options, limits)
    }
    return try converted.withUnsafeBufferPointer { buffer throws(KnowledgeBaseError) in
      try read(SourceBytes(validUTF8: buffer), decoded.encoding, options, limits)
    }
  }

  private static func read(
    _ text: SourceBytes, _ encoding: TextEncoding, _ options: ReadOptions, _ limits: Limits
  ) throws(KnowledgeBaseError) -> KnowledgeBase {
    var builder = PhraseListBuilder(options: options, limits: limits)
    if encoding == .gb18030 { builder.log.add(.assumedGB18030, at: 0) }
    var result: (format: KnowledgeBaseFormat, unknown: [String]) = (.json, [])
    do throws(Fault) {
      result = try readRows(of: text, options.columns, limits, into: &builder)
      builder.finish()
    } catch {
      builder.log.add(error.problem, at: error.offset, columnName: error.columnName)
    }
    guard builder.log.errorCount == 0 else {
      throw KnowledgeBaseError(
        file: options.file, findings: FindingLog.located(builder.log.errors, in: text),
        count: builder.log.errorCount)
    }
    return KnowledgeBase(
      phrases: builder.phrases, nameless: builder.nameless.map(\.phrase),
      rowCount: builder.rowCount,
      warnings: FindingLog.located(builder.log.warnings, in: text), format: result.format,
      encoding: encoding, unknownColumns: result.unknown)
  }

  private static func readRows(
    of text: SourceBytes, _ mapping: ColumnMapping, _ limits: Limits,
    into builder: inout PhraseListBuilder
  ) throws(Fault) -> (format: KnowledgeBaseFormat, unknown: [String]) {
    guard let start = (0..<text.count).first(where: { text[$0] > 0x20 }) else {
      throw Fault(problem: .emptyFile, offset: 0)
    }
    if text[start] == UInt8(ascii: "[") || text[start] == UInt8(ascii: "{") {
      var attempt = builder
      do {
        let unknown = try JSONPhrases.read(text, mapping, limits, into: &attempt)
        builder = attempt
        return (.json, unknown)
      } catch {
        // A header may well begin with a bracket: `[id],text`. What stops being JSON inside the
        // first cell of a record that names the text column was never meant as JSON.
        let header = CSVHeader(of: text, mapping, limits)
        guard error.problem.saysNotJSON, error.offset < header.firstCellEnd,
          header.index(of: .text) != nil
        else {
          builder = attempt
          throw error
        }
      }
    }
    let header = CSVHeader(of: text, mapping, limits)
    if header.index(of: .text) == nil, let kind = JSONReader.kind(ofDocument: text, limits) {
      throw Fault(problem: .notAListOfPhrases(kind), offset: start)
    }
    try CSVPhrases.read(text, header, mapping, limits, into: &builder)
    return (.csv(delimiter: header.delimiter), header.unknown)
  }
}
