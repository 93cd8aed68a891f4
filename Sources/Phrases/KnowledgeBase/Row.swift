/// One record of a file: the value of each known column, whatever format it came from.
///
/// White space around a value is gone already, but for the text, which is kept to the byte.
struct Row {
  struct Field {
    var text = ""
    /// Where its cell begins, in bytes; nil when the record has no such cell.
    var offset: Int?
    /// The items, where the file wrote a list and not one text.
    var items: [String]?
  }

  /// Where the record begins, in bytes.
  var offset = 0
  private var fields = [Field](repeating: Field(), count: PhraseColumn.allCases.count)

  subscript(column: PhraseColumn) -> Field {
    _read { yield fields[column.rawValue] }
    _modify { yield &fields[column.rawValue] }
  }

  /// Where a finding about `column` belongs.
  func offset(of column: PhraseColumn) -> Int { self[column].offset ?? offset }
}
