import Formats
import Phrases

/// What a program can put right in a list without asking anybody.
///
/// Spaces at the ends of texts, full-width braces, line breaks that are spelt out, markup, dates in another
/// form, groups that were filled down, rows that stand twice (their keywords are kept in the first). Everything else of the file stays
/// byte for byte.
///
///     let fixed = MechanicalFix(of: list)
///     print(fixed.count, fixed.bytes.count)
public struct MechanicalFix: Sendable {
  /// The whole file: CSV where it was of a kind that is only read.
  public let bytes: [UInt8]
  /// How many cells were written anew, and rows left out.
  public let count: Int

  /// In `format`, or where that is nil or the file's own, as the file is written.
  public init(of list: ListFile, as format: KnowledgeBaseFormat? = nil) {
    var changes: [ListChange] = []
    var seen: [Content: (index: Int, keywords: [String])] = [:]
    var fixed = list.phrases
    var removed: Set<Int> = []
    // Where no column takes them, keywords of rows that stand twice would be lost.
    let keepsKeywords = list.base.hasHeader || list.base.headerColumns.contains(.keywords)
    // Of which group a row without one is, nobody knows where they look as if they went on.
    let hasOpenGroups = list.base.warnings.contains {
      if case .groupsNotFilled = $0.problem { true } else { false }
    }
    let records = list.records
    for (index, (phrase, row)) in zip(list.phrases, list.rows).enumerated() {
      let text = MechanicalFix.tidied(phrase.text)
      fixed[index].text = text
      let content = Content(phrase, text: text, records[index].others)
      let isTold = row[.id].text.isEmpty && !(hasOpenGroups && phrase.category.isEmpty)
      let first = isTold ? seen[content] : nil
      let more = phrase.keywords.filter { !(first?.keywords.contains($0) ?? false) }
      if let first, keepsKeywords || more.isEmpty {
        removed.insert(index)
        changes.append(.remove(id: phrase.key.id))
        seen[content]?.keywords += more
        fixed[first.index].keywords += more
        continue
      }
      seen[content] = seen[content] ?? (index, phrase.keywords)
    }
    for (index, row) in list.rows.enumerated() where !removed.contains(index) {
      let (old, new) = (list.phrases[index], fixed[index])
      let record = Record(new)
      func set(_ column: PhraseColumn) {
        changes.append(.set(id: new.key.id, .known(column), from: record))
      }
      if row[.text].text != new.text { set(.text) }
      if old.keywords != new.keywords { set(.keywords) }
      for column in [PhraseColumn.department, .category, .subcategory]
      where list.isFilledDown(row[column]) {
        set(column)
      }
      for column in [PhraseColumn.validFrom, .validUntil]
      where !row[column].text.isEmpty && row[column].text != new.cell(column) {
        set(column)
      }
    }
    count = changes.count
    let kept = fixed.indices.filter { !removed.contains($0) }.map { fixed[$0] }
    let isOwn = format == nil || format?.name == list.base.format.name
    bytes =
      (isOwn ? list.applying(changes) : nil)
      ?? ListFormats.write(kept, as: format ?? .csv(delimiter: .comma), withBOM: true)
  }

  /// What makes two rows the same but for their keywords.
  private struct Content: Hashable {
    let path: [String]
    let title: String
    let text: String
    let others: [String]
    /// What stands in columns that mean nothing here, which may tell them apart.
    let unknown: [String: String]

    init(_ phrase: Phrase, text: String, _ unknown: [String: String]) {
      self.unknown = unknown
      path = [phrase.department, phrase.category, phrase.subcategory]
      title = phrase.title
      self.text = text
      others = [PhraseColumn.code, .attachments, .validFrom, .validUntil, .status].map(phrase.cell)
    }
  }

  private static func tidied(_ text: String) -> String {
    var text = text
    for (wide, brace) in [("｛｛", "{{"), ("｝｝", "}}"), ("﹛﹛", "{{"), ("﹜﹜", "}}")] {
      text = text.replacing(wide, with: brace)
    }
    let scalars = text.unicodeScalars
    guard let start = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let end = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return text }
    return String(scalars[start...end])
  }
}
