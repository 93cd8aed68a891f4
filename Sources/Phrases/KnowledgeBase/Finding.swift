/// Something found in a knowledge base file, and where.
public struct Finding: Hashable, Sendable {
  public enum Severity: Hashable, Sendable {
    /// To be known; there is nothing to mend.
    case note
    /// Worth a look; the file is used.
    case warning
    /// The file is refused.
    case error
  }

  /// Where in a file, in the way that people find things in files of its kind.
  public enum Place: Hashable, Sendable {
    /// A text: the line and the Unicode scalar in it, both from 1. A record may span several lines, so
    /// that the line is of no use in a spreadsheet.
    case text(line: Int, column: Int)
    /// A workbook: the sheet's name, the row and the column of the cell, both from 1.
    case cell(sheet: String, row: Int, column: Int)
    /// A tree: the way to the value, `phrases[3].text`.
    case path(String)
  }

  public let problem: Problem
  public let place: Place
  /// The header of the cell as the file has it; nil where no cell is meant.
  public let columnName: String?
  /// The row that a spreadsheet shows for the record; nil where the file as a whole is meant.
  ///
  /// The first record of the file is 1, the header counts, and so do empty rows. In JSON the item, from 1.
  public let row: Int?
  /// The id of the record, which the file gives or which is derived; nil where it has none.
  public let id: String?
  /// The title of the record as the file has it; nil where it has none.
  public let title: String?
  /// The place of the other one, where two things do not go together.
  public let related: Place?
  /// The row of that one.
  public let relatedRow: Int?
  /// Whether ``row`` counts the items of a list and not the rows of a spreadsheet.
  public let countsItems: Bool

  public var severity: Severity { problem.severity }

  public init(
    problem: Problem, place: Place = .text(line: 1, column: 1), columnName: String? = nil,
    row: Int? = nil, id: String? = nil, title: String? = nil, related: Place? = nil,
    relatedRow: Int? = nil, countsItems: Bool = false
  ) {
    self.problem = problem
    self.place = place
    self.columnName = columnName
    self.row = problem.concernsWholeFile ? nil : row
    self.id = id
    self.title = title
    self.related = related
    self.relatedRow = relatedRow
    self.countsItems = countsItems
  }
}
