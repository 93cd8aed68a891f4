/// Something found in a knowledge base file, and where.
public struct Finding: Hashable, Sendable {
  public enum Severity: Hashable, Sendable {
    /// Worth a look; the file is used.
    case warning
    /// The file is refused.
    case error
  }

  public let problem: Problem
  /// The line of the cell that is meant, from 1; a record may span several.
  public let line: Int
  /// The position in the line, not the number of a cell; from 1, in Unicode scalars.
  public let column: Int
  /// The header of the cell as the file has it; nil where no cell is meant.
  public let columnName: String?
  /// The line of the other one, where two things do not go together.
  public let relatedLine: Int?

  public var severity: Severity { problem.severity }

  public init(
    problem: Problem, line: Int, column: Int, columnName: String? = nil, relatedLine: Int? = nil
  ) {
    self.problem = problem
    self.line = line
    self.column = column
    self.columnName = columnName
    self.relatedLine = relatedLine
  }
}
