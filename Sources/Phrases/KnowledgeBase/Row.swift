/// One record of a file: the value of each known column, whatever format it came from.
///
/// White space around a value is gone already, but for the text, which is kept to the byte. Where the
/// record and its values stand is kept as well, those of unknown columns too: a list is written back by
/// replacing the bytes of what changed, and nothing else of the file.
package struct Row: Hashable, Sendable {
  package struct Field: Hashable, Sendable {
    package var text = ""
    /// Its cell in the file, quotes included; nil when the record has no such cell.
    package var range: Range<Int>?
    /// The items, where the file wrote a list and not one text.
    package var items: [String]?

    package init(text: String = "", range: Range<Int>? = nil, items: [String]? = nil) {
      self.text = text
      self.range = range
      self.items = items
    }
  }

  /// A value of a column that means nothing here.
  package struct Unknown: Hashable, Sendable {
    /// The header, or the member's name, as an index of ``KnowledgeBase/headers``.
    package let name: Int
    package let range: Range<Int>

    package init(name: Int, range: Range<Int>) {
      self.name = name
      self.range = range
    }
  }

  /// The whole record in the file, with the line break that ends it.
  package var range = 0..<0
  /// The row that a spreadsheet shows for it; see ``Finding/row``.
  package var number = 0
  package var unknown: [Unknown] = []
  private var fields = [Field](repeating: Field(), count: PhraseColumn.allCases.count)

  package init() {}

  package subscript(column: PhraseColumn) -> Field {
    _read { yield fields[column.rawValue] }
    _modify { yield &fields[column.rawValue] }
  }

  /// Where a finding about `column` belongs.
  func offset(of column: PhraseColumn) -> Int {
    self[column].range?.lowerBound ?? range.lowerBound
  }
}
