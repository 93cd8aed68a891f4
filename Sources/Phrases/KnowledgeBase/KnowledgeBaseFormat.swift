/// The two ways in which a knowledge base is written down.
public enum KnowledgeBaseFormat: Hashable, Sendable {
  case csv(delimiter: Delimiter)
  case json

  /// What stands between two cells of a CSV file.
  public enum Delimiter: UInt8, CaseIterable, Sendable {
    case comma = 0x2C
    case semicolon = 0x3B
    case tab = 0x09
  }

  /// The format that `--format` names, or the ending of a file's name: `csv`, `tsv`, `json`.
  public init?(name: String) {
    switch name.lowercased() {
    case "csv": self = .csv(delimiter: .comma)
    case "tsv": self = .csv(delimiter: .tab)
    case "json": self = .json
    default: return nil
    }
  }
}
