/// Which header of a foreign file stands for which column: `--columns text=answer,…`.
public struct ColumnMapping: Hashable, Sendable {
  /// Why a mapping could not be read.
  public enum ParseError: Error, Hashable, Sendable {
    /// A part that is not `name=header`.
    case notAPair(String)
    case unknownColumn(String)
    case columnTwice(PhraseColumn)
    /// One header for two columns.
    case headerTwice(String)
  }

  /// The header of each mapped column, as it was given.
  public let headers: [PhraseColumn: String]

  /// The form that ``init(_:)`` reads; empty where nothing is mapped.
  public var argument: String {
    PhraseColumn.allCases.compactMap { column in
      headers[column].map { "\(column.name)=\($0)" }
    }.joined(separator: ",")
  }

  /// Maps columns whose headers are known; no two are the same.
  package init(headers: [PhraseColumn: String]) { self.headers = headers }

  /// Maps nothing: every column goes by its own names.
  public init() { headers = [:] }

  /// The first header of each column; those that cannot be written down are left out.
  init(_ pairs: some Sequence<(PhraseColumn?, String)>) {
    var headers: [PhraseColumn: String] = [:]
    for case (let column?, let header) in pairs
    where headers[column] == nil && !header.contains(",") { headers[column] = header }
    self.headers = headers
  }

  /// Reads `name=header,name=header`; white space around names and headers does not matter.
  ///
  /// The names are those of ``PhraseColumn``, English or Chinese. A header that holds a comma
  /// cannot be written.
  public init(_ text: String) throws(ParseError) {
    var headers: [PhraseColumn: String] = [:]
    var used: Set<String> = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        .map { String($0).trimmed() }
      guard pair.count == 2, !pair[0].isEmpty, !pair[1].isEmpty else {
        throw .notAPair(String(part))
      }
      guard let column = PhraseColumn(header: pair[0]) else { throw .unknownColumn(pair[0]) }
      guard headers.updateValue(pair[1], forKey: column) == nil else {
        throw .columnTwice(column)
      }
      guard used.insert(PhraseColumn.folded(pair[1])).inserted else {
        throw .headerTwice(pair[1])
      }
    }
    self.headers = headers
  }
}
