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

  /// The format that the ending of a file's name says; nil where it says none that is written.
  ///
  ///     KnowledgeBaseFormat(fileName: "kb/list.xlsx")  // .workbook
  public init?(fileName: String) {
    self.init(name: KnowledgeBaseFormat.ending(of: fileName))
  }

  /// What stands behind the last point of a file's name; empty where there is none.
  private static func ending(of name: String) -> String {
    let file = name.split(separator: "/").last ?? ""
    return file.lastIndex(of: ".").map { String(file[file.index(after: $0)...]) } ?? ""
  }

  /// Whether a file's name says that it is of a kind which is only read, `list.xls`.
  public static func isOnlyRead(fileName: String) -> Bool {
    ["xls", "xlsm", "xlsb", "ods", "numbers", "yaml", "yml", "md", "html", "htm", "jsonl"]
      .contains(ending(of: fileName).lowercased())
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
