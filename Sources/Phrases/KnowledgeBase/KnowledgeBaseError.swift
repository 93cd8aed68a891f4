/// Why a file was refused as a whole.
public struct KnowledgeBaseError: Error, Hashable, Sendable {
  /// How many findings are kept; the others are only counted.
  static let keptFindings = 20

  /// The file's name as it is shown.
  let file: String
  /// The first findings, in the order of the file; never empty, errors only.
  public let findings: [Finding]
  /// How many errors there are in all.
  public let count: Int

  public init(file: String, findings: [Finding], count: Int) {
    self.file = file
    self.findings = findings
    self.count = count
  }
}
