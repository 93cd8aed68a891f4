import Phrases

/// One phrase of a list as a file has it: what its columns say, those that mean nothing here too.
public struct Record: Sendable {
  public let phrase: Phrase
  /// Where it stands in the file; nil where there is only the phrase, as in the store.
  let row: Row?
  /// What stands in columns that mean nothing here, by header; in JSON as it is written.
  let others: [String: String]

  /// A phrase of which no file is at hand: nothing is known of its other columns.
  public init(_ phrase: Phrase) {
    self.phrase = phrase
    row = nil
    others = [:]
  }

  init(_ phrase: Phrase, _ row: Row, others: [String: String]) {
    self.phrase = phrase
    self.row = row
    self.others = others
  }

  var id: String { phrase.key.id }

  /// What a column says, in the form in which records of any files are compared; nil where that is not
  /// known.
  subscript(column: Column) -> String? {
    switch column {
    case .known(let column): phrase.cell(column)
    case .other(let header): row == nil ? nil : others[header] ?? ""
    }
  }

  /// What is to be written into a column so that it says the same: as this file has it.
  func written(_ column: Column) -> Row.Field {
    switch column {
    case .known(let column): row?[column] ?? Row.Field(text: phrase.cell(column))
    case .other(let header): Row.Field(text: others[header] ?? "")
    }
  }

  /// The columns of which anything is known.
  var columns: [Column] {
    PhraseColumn.allCases.filter { $0 != .id }.map(Column.known)
      + others.keys.sorted().map(Column.other)
  }

  /// A column of a list: one that means something, or one that is only kept.
  public enum Column: Hashable, Sendable {
    case known(PhraseColumn)
    case other(String)

    /// The header that stands for it.
    public var name: String {
      switch self {
      case .known(let column): column.name
      case .other(let header): header
      }
    }
  }
}

/// One thing that is to be done to a list.
public enum ListChange: Sendable {
  /// Writes into one column what another record says there.
  case set(id: String, Record.Column, from: Record)
  case remove(id: String)
  /// Adds a record behind another one, at the beginning where none is named or that one is gone.
  case add(Record, after: String?)
}
