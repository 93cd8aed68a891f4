/// What a person says about how a list is read; what is left empty is told by its content.
///
///     var hints = ReadingHints()
///     hints.columns = try ColumnMapping("title=subject,text=answer")
public struct ReadingHints: Hashable, Sendable {
  /// Columns that the file names its own way.
  public var columns = ColumnMapping()
  /// What the file has for placeholders besides `{{x}}`, which they are read as.
  public var placeholders: PlaceholderStyles = []
  /// What a file without a byte order mark is in.
  public var encoding: TextEncoding?
  /// The kind of file, or the tool it is from, in the form of `--from`.
  public var format: String?
  /// The one sheet of a workbook that is read.
  public var sheet: String?
  /// Columns in which an empty cell says what the one above it says.
  public var fillDown: Set<PhraseColumn> = []
  /// What becomes of HTML in texts.
  public var markup: Markup?

  /// What is done with HTML and with line breaks that are spelt out: both stay, or become plain text.
  public enum Markup: String, CaseIterable, Hashable, Sendable {
    case keep
    case plain
  }

  /// Which headers were taken for which columns before: those that are still there mean the same.
  package var remembered = ColumnMapping()

  /// Nothing is said: the content tells everything.
  public init() {}

  /// What is said most often; the rest is set one by one.
  public init(
    columns: ColumnMapping = ColumnMapping(), placeholders: PlaceholderStyles = [],
    encoding: TextEncoding? = nil
  ) {
    self.columns = columns
    self.placeholders = placeholders
    self.encoding = encoding
  }
}

extension ReadingHints {
  /// With what ``lines`` gave before; a line that means nothing is passed over.
  public init(
    columns: ColumnMapping, placeholders: PlaceholderStyles, encoding: TextEncoding?,
    lines: String
  ) {
    self.init(columns: columns, placeholders: placeholders, encoding: encoding)
    for line in lines.split(separator: "\n") {
      let pair = line.split(separator: "=", maxSplits: 1).map(String.init)
      guard pair.count == 2 else { continue }
      switch pair[0] {
      case "format": format = pair[1]
      case "sheet": sheet = pair[1]
      case "fill-down": fillDown = (try? PhraseColumn.list(pair[1])) ?? []
      case "markup": markup = Markup(rawValue: pair[1])
      default: break
      }
    }
  }

  /// What is kept besides columns, placeholders and encoding: a line `name=value` each.
  public var lines: String {
    let filled = fillDown.sorted { $0.rawValue < $1.rawValue }.map(\.name).joined(separator: ",")
    let pairs = [
      ("format", format), ("sheet", sheet), ("fill-down", filled), ("markup", markup?.rawValue),
    ]
    return pairs.compactMap { name, value in
      value.flatMap { $0.isEmpty ? nil : "\(name)=\($0)" }
    }.joined(separator: "\n")
  }
}

extension PhraseColumn {
  /// Why a list of columns could not be read: the name that is none.
  public struct UnknownName: Error, Hashable, Sendable {
    public let name: String
  }

  /// Reads `category,subcategory`, the names of columns, also as other tools have them.
  public static func list(_ text: String) throws(UnknownName) -> Set<PhraseColumn> {
    var columns: Set<PhraseColumn> = []
    for part in text.split(separator: ",") {
      let name = String(part).trimmed()
      guard let column = ColumnNames(ReadingHints()).candidate(name)?.column else {
        throw UnknownName(name: name)
      }
      columns.insert(column)
    }
    return columns
  }
}
