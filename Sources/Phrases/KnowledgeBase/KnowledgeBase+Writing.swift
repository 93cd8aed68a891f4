extension KnowledgeBase {
  /// Writes phrases down so that reading gives the same phrases again.
  ///
  /// All columns are written, ids too, in UTF-8. What a file cannot hold is lost: who owns a
  /// phrase and which source it is from (``Phrase/level``, ``PhraseKey/source``), white space
  /// around everything but the text, separators inside a keyword, and in CSV those inside an
  /// attachment.
  ///
  /// With a byte order mark older spreadsheets recognise a CSV file as UTF-8; JSON never has one.
  ///
  /// Only CSV and JSON are written here; another format is a mistake of the caller.
  ///
  /// Guarded is what is made for a spreadsheet: cells that it would run as formulas begin with an
  /// apostrophe, which reading drops; not what desks read, since another program may send it.
  public static func write(
    _ phrases: [Phrase], as format: KnowledgeBaseFormat, withBOM: Bool = false,
    isGuarded: Bool = false
  ) -> [UInt8] {
    switch format {
    case .json: JSONWriter.write(phrases)
    case .csv(let delimiter):
      (withBOM ? [0xEF, 0xBB, 0xBF] : [])
        + CSVWriter.write(phrases, delimiter: delimiter, isGuarded: isGuarded)
    case .workbook, .other: preconditionFailure("not a format of this module")
    }
  }
}
