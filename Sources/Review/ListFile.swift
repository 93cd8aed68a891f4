import Formats
import Phrases

/// A list as its file has it, which is written back by replacing the bytes of what changed.
///
/// Unknown columns, their order, the headers' own language, separators and line ends stay. What was in
/// another encoding becomes UTF-8, with a byte order mark as spreadsheets want it.
public struct ListFile: Sendable {
  public private(set) var base: KnowledgeBase
  /// The file as it is.
  public let bytes: [UInt8]
  /// As UTF-8, without a byte order mark: ranges of rows are in it.
  let text: [UInt8]

  /// Reads a whole file.
  ///
  /// - Throws: every error of the file.
  public init(_ bytes: [UInt8], _ options: ReadOptions) throws(KnowledgeBaseError) {
    var options = options
    options.keepsRows = true
    base = try ListFormats.read(bytes, options)
    self.bytes = bytes
    text = KnowledgeBase.text(of: bytes, options)
  }

  public mutating func inheritIDs(from old: [Phrase]) { base.inheritIDs(from: old) }

  public var phrases: [Phrase] { base.phrases }

  /// Whether every phrase has an id in the file, so that its history tells nothing of that.
  public var givesAllIDs: Bool { rows.allSatisfy { !$0[.id].text.isBlank } }

  /// The rows with a text, which are the phrases, in their order.
  var rows: [Row] { base.rows.filter { !$0[.text].text.isBlank } }

  public var records: [Record] {
    zip(phrases, rows).map { phrase, row in
      var others: [String: String] = [:]
      for value in row.unknown where value.name < base.headers.count {
        others[base.headers[value.name]] = plain(value.range)
      }
      return Record(phrase, row, others: others)
    }
  }

  /// What stands in a cell; a value of JSON as it is written.
  private func plain(_ range: Range<Int>) -> String {
    let written = String(decoding: text[range], as: UTF8.self)
    guard case .csv = base.format, written.hasPrefix("\""), written.count > 1 else {
      return written
    }
    return String(written.dropFirst().dropLast().replacing("\"\"", with: "\""))
  }

  /// Whether a value stands in a cell above and not in this one: the reader filled it down.
  func isFilledDown(_ field: Row.Field) -> Bool {
    guard !field.text.isEmpty, case .csv = base.format else { return false }
    return text[field.range ?? 0..<0].allSatisfy { $0 <= 0x20 || $0 == UInt8(ascii: "\"") }
  }

  /// The whole file with these changes made; nil where it is of a kind that is only read.
  ///
  /// What is said of a phrase that is not there is left out.
  public func applying(_ changes: [ListChange]) -> [UInt8]? {
    guard !changes.isEmpty else { return bytes }
    let edits = ListEdits(changes, to: self)
    let body: [UInt8]
    switch base.format {
    case .json: body = JSONRewrite(self).applying(edits)
    case .csv(let delimiter): body = CSVRewrite(self, delimiter).applying(edits)
    case .workbook, .other: return nil
    }
    return (base.encoding == .utf8 ? [] : mark) + body
  }

  /// The whole file in UTF-8, which every desk reads; nil where it is of a kind that is only read.
  public var inUTF8: [UInt8]? {
    switch base.format {
    case .json, .csv: mark + text
    case .workbook, .other: nil
    }
  }

  /// The byte order mark that spreadsheets want; JSON has none.
  private var mark: [UInt8] { base.format == .json ? [] : [0xEF, 0xBB, 0xBF] }
}

/// Changes by the row that they concern.
struct ListEdits {
  /// For a row the columns that are written anew.
  private(set) var values: [Int: [(column: Record.Column, record: Record)]] = [:]
  private(set) var removed: Set<Int> = []
  /// What is added behind a row, and with -1 before the first.
  private(set) var added: [Int: [Record]] = [:]

  init(_ changes: [ListChange], to file: ListFile) {
    var rowOfID: [String: Int] = [:]
    for (index, phrase) in file.phrases.enumerated() { rowOfID[phrase.key.id] = index }
    for change in changes {
      switch change {
      case .set(let id, let column, let record):
        if let row = rowOfID[id] { values[row, default: []].append((column, record)) }
      case .remove(let id):
        if let row = rowOfID[id] { removed.insert(row) }
      case .add(let record, let previous):
        let row = previous.flatMap { rowOfID[$0] } ?? -1
        added[row, default: []].append(record)
        // What follows it is added behind it.
        rowOfID[record.id] = row
      }
    }
  }

  /// Whether a column is written into anywhere.
  var writtenColumns: Set<Record.Column> {
    var columns = Set(values.values.flatMap { $0.map(\.column) })
    for record in added.values.joined() {
      columns.formUnion(record.columns.filter { !record.written($0).isEmpty })
    }
    return columns
  }
}

extension Row.Field {
  /// Whether nothing is to be written.
  var isEmpty: Bool { items?.isEmpty ?? text.isEmpty }
}
