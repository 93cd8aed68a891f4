/// The ways in which a knowledge base is written down.
public enum KnowledgeBaseFormat: Hashable, Sendable {
  case csv(delimiter: Delimiter)
  case json
  case workbook
  /// Another tool's file, or a text that is no table, in the form of `--from`.
  case other(String)

  /// What stands between two cells of a CSV file.
  public enum Delimiter: UInt8, CaseIterable, Sendable {
    case comma = 0x2C
    case semicolon = 0x3B
    case tab = 0x09
  }

  /// The format that `--format` names, or the ending of a file's name: `csv`, `tsv`, `json`, `xlsx`.
  public init?(name: String) {
    switch name.lowercased() {
    case "csv": self = .csv(delimiter: .comma)
    case "tsv": self = .csv(delimiter: .tab)
    case "json": self = .json
    case "xlsx": self = .workbook
    default: return nil
    }
  }

  /// What `--from` calls it.
  public var name: String {
    switch self {
    case .csv: "csv"
    case .json: "json"
    case .workbook: "xlsx"
    case .other(let name): name
    }
  }
}
