/// The phrases of one knowledge base file, and what was found in it.
public struct KnowledgeBase: Hashable, Sendable {
  /// In the order of the file, drafts included; rows without text are left out.
  public var phrases: [Phrase]
  /// Which of them the file gives no id, as indices: theirs are derived from what they are.
  var nameless: [Int]
  /// The records of the file without the header; blank lines are none.
  public var rowCount: Int
  /// What is worth a look, notes too, in the order of the file.
  public var warnings: [Finding]
  public var format: KnowledgeBaseFormat
  public var encoding: TextEncoding
  /// Headers, or member names, that mean nothing here; in the order in which they appear.
  public var unknownColumns: [String]
  /// Every header, or member name, in the same order.
  package var headers: [String] = []
  /// What each of them means; nil for those that mean nothing.
  package var headerColumns: [PhraseColumn?] = []
  /// Which headers were taken for which columns.
  public var mapped: ColumnMapping {
    ColumnMapping(zip(headerColumns, headers))
  }

  /// How many of ``warnings`` are no notes.
  public var warningCount: Int { warnings.count { $0.severity == .warning } }

  /// Whether the headers stand in the file, and are not numbers.
  package var hasHeader = true
  /// Where the records of a CSV file begin in its text, in bytes.
  package var recordsStart = 0
  /// The records as they stand in the file, those without text too, where the options ask for them.
  package var rows: [Row] = []
}

extension KnowledgeBase {
  /// The number of this reader, to be raised whenever it reads the same bytes as other phrases.
  ///
  /// Sources keep the number that read their file: with another one it is read anew though it is the same
  /// (0: before there were numbers).
  public static let readerNumber = 3

  /// The kinds of file that this module reads, in the order in which they are asked.
  package static let formats: [any FileFormat] = [JSONPhrases(), CSVPhrases()]

  /// Reads a whole file.
  ///
  /// What it is, is decided by its content: JSON when it begins with `[` or `{`, else CSV.
  ///
  /// - Throws: every error of the file; nothing of a file with an error is used.
  public static func read(
    _ bytes: [UInt8], _ options: ReadOptions
  ) throws(KnowledgeBaseError) -> KnowledgeBase {
    try bytes.withUnsafeBufferPointer { buffer throws(KnowledgeBaseError) in
      try read(buffer, options)
    }
  }

  /// Reads a whole file that stands anywhere in memory, for example mapped.
  ///
  /// The bytes must not change meanwhile.
  public static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, _ options: ReadOptions
  ) throws(KnowledgeBaseError) -> KnowledgeBase {
    try read(bytes, options, formats: formats, limits: Limits())
  }

  /// The text of a file that can be read, in UTF-8 without a byte order mark: what ranges of
  /// ``rows`` are in.
  package static func text(of bytes: [UInt8], _ options: ReadOptions) -> [UInt8] {
    bytes.withUnsafeBufferPointer { buffer in
      guard let decoded = try? DecodedText.decode(buffer, as: options.hints.encoding) else {
        return []
      }
      return decoded.converted ?? Array(buffer[decoded.start...])
    }
  }

  /// The same with other kinds of file, of which the first that recognises it is asked to read it.
  package static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, _ options: ReadOptions,
    formats: [any FileFormat] = formats, limits: Limits
  ) throws(KnowledgeBaseError) -> KnowledgeBase {
    guard bytes.count <= limits.bytes else {
      let problem = Finding.Problem.fileTooLarge(bytes: bytes.count, limit: limits.bytes)
      throw KnowledgeBaseError(
        file: options.file, findings: [Finding(problem: problem)], count: 1)
    }
    let builder = PhraseListBuilder(options: options, limits: limits)
    let decoded: DecodedText
    do {
      decoded = try DecodedText.decode(bytes, as: options.hints.encoding)
    } catch {
      let noText = SourceBytes(validUTF8: UnsafeBufferPointer(rebasing: bytes[..<0]))
      let file = KnowledgeBaseFile(bytes: bytes, text: noText)
      if let base = try read(file, .utf8, formats, builder) { return base }
      let place = Finding.Place.text(line: error.place.line, column: error.place.column)
      throw KnowledgeBaseError(
        file: options.file, findings: [Finding(problem: error.problem, place: place)], count: 1)
    }
    guard let converted = decoded.converted else {
      let text = SourceBytes(validUTF8: UnsafeBufferPointer(rebasing: bytes[decoded.start...]))
      return try read(bytes, text, decoded, formats, builder)
    }
    return try converted.withUnsafeBufferPointer { buffer throws(KnowledgeBaseError) in
      try read(bytes, SourceBytes(validUTF8: buffer), decoded, formats, builder)
    }
  }

  /// Reads a file that is a text.
  private static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, _ text: SourceBytes, _ decoded: DecodedText,
    _ formats: [any FileFormat], _ builder: PhraseListBuilder
  ) throws(KnowledgeBaseError) -> KnowledgeBase {
    var builder = builder
    try check(text, builder.options)
    if let sample = decoded.sample {
      let sample = EncodingSample(encoding: decoded.encoding, text: sample)
      builder.log.add(.assumedEncoding(sample), at: 0)
    }
    let file = KnowledgeBaseFile(bytes: bytes, text: text)
    if let base = try read(file, decoded.encoding, formats, builder) { return base }
    let isEmpty = file.beginning == nil
    let problem: Finding.Problem? = builder.options.hints.format.flatMap { name in
      isEmpty ? nil : .notOfFormat(name)
    }
    throw KnowledgeBaseError(
      file: builder.options.file, findings: [Finding(problem: problem ?? .emptyFile)], count: 1)
  }

  /// Refuses what is a text but not what anybody meant to keep.
  private static func check(
    _ text: SourceBytes, _ options: ReadOptions
  ) throws(KnowledgeBaseError) {
    let markers = ConflictMarkers.offsets(in: text)
    guard !markers.isEmpty else { return }
    var cursor = PlaceCursor(text: text)
    let findings = markers.prefix(KnowledgeBaseError.keptFindings).map { offset in
      let place = cursor.place(of: offset)
      return Finding(
        problem: .conflictMarker, place: .text(line: place.line, column: place.column))
    }
    throw KnowledgeBaseError(file: options.file, findings: findings, count: markers.count)
  }

  /// Reads a file by the first format that recognises it and stays with that; nil where there is none.
  private static func read(
    _ file: KnowledgeBaseFile, _ encoding: TextEncoding, _ formats: [any FileFormat],
    _ empty: PhraseListBuilder
  ) throws(KnowledgeBaseError) -> KnowledgeBase? {
    for format in formats where format.recognises(file) {
      var builder = empty
      builder.offsetInCell = { format.offset(ofByte: $0, inCell: $1, of: file) }
      var reading: FileReading?
      do throws(Fault) {
        reading = try format.read(file, into: &builder)
        if reading == nil { continue }
        builder.finish()
      } catch {
        builder.log.add(error.problem, at: error.offset, columnName: error.columnName)
      }
      let places = { format.places(of: $0, in: file) }
      guard let reading, builder.log.errorCount == 0 else {
        throw KnowledgeBaseError(
          file: builder.options.file,
          findings: FindingLog.located(
            builder.log.errors, countingItems: format.countsItems, by: places),
          count: builder.log.errorCount)
      }
      return KnowledgeBase(
        phrases: builder.phrases, nameless: builder.nameless.map(\.phrase),
        rowCount: builder.rowCount,
        warnings: FindingLog.located(
          builder.log.warnings, countingItems: format.countsItems, by: places),
        format: reading.format,
        encoding: encoding, unknownColumns: reading.unknownColumns, headers: builder.headers,
        headerColumns: builder.headerColumns, hasHeader: builder.hasHeader,
        recordsStart: builder.recordsStart,
        rows: builder.rows)
    }
    return nil
  }
}
