import Phrases

/// Every kind of list that is read.
public enum ListFormats {
  /// In the order in which they are asked.
  package static let all: [any FileFormat] =
    [Workbooks()] + ForeignFormats.all + [CSVPhrases()]

  /// What `--from` knows.
  public static let names: [String] =
    Set(["csv", "json", "xlsx"] + ForeignFormats.names).sorted()

  /// Reads a whole file, whatever kind of list it is.
  ///
  ///     let list = try ListFormats.read(bytes, ReadOptions(file: "replies.xlsx"))
  ///
  /// - Throws: every error of the file; nothing of a file with an error is used.
  public static func read(
    _ bytes: [UInt8], _ options: ReadOptions
  ) throws(KnowledgeBaseError) -> KnowledgeBase {
    try bytes.withUnsafeBufferPointer { buffer throws(KnowledgeBaseError) in
      try KnowledgeBase.read(buffer, options, formats: formats(options), limits: Limits())
    }
  }

  /// Those that come into question for a file.
  static func formats(_ options: ReadOptions) -> [any FileFormat] {
    if let name = options.hints.format { return formats(called: name) }
    guard options.provenance == .address else { return all }
    return [JSONPhrases()]
      + all.filter { format in (format as? any ForeignFormat)?.needsWord != true }
  }

  /// The formats of a name; of one that nobody knows none.
  private static func formats(called name: String) -> [any FileFormat] {
    switch name {
    case "csv": return [CSVPhrases()]
    case "json": return [LooseJSON()]
    case "xlsx": return [Workbooks()]
    default: return ForeignFormats.called(name)
    }
  }
}

extension ListFormats {
  /// Writes phrases down so that reading gives the same phrases again; see
  /// ``KnowledgeBase/write(_:as:withBOM:isGuarded:)``.
  ///
  ///     let bytes = ListFormats.write(list.phrases, as: .workbook)
  public static func write(
    _ phrases: [Phrase], as format: KnowledgeBaseFormat, withBOM: Bool = false,
    isGuarded: Bool = false
  ) -> [UInt8] {
    guard format == .workbook else {
      return KnowledgeBase.write(phrases, as: format, withBOM: withBOM, isGuarded: isGuarded)
    }
    return KnowledgeBase.writeWorkbook(phrases)
  }
}
