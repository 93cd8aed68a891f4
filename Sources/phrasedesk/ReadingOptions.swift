import ArgumentParser
import Formats
import Phrases
import Store

/// How a file is read, where its content does not tell.
struct ReadingOptions: ParsableArguments {
  @Option(help: .columns, transform: ColumnMapping.argument)
  var columns: ColumnMapping?

  @Option(help: .encoding, transform: TextEncoding.argument)
  var encoding: TextEncoding?

  @Option(help: .placeholders, transform: PlaceholderStyles.argument)
  var placeholders: PlaceholderStyles?

  @Option(
    help: ArgumentHelp(
      "Which kind of file it is, or which tool's: csv, json, xlsx, yaml, markdown, text, html, espanso, "
        + "textexpander, zendesk, chatwoot …",
      valueName: "format"),
    transform: ListFormats.argument)
  var from: String?

  @Option(help: ArgumentHelp("The one sheet of a workbook to read.", valueName: "name"))
  var sheet: String?

  @Option(
    help: ArgumentHelp(
      "Columns in which an empty cell says what the one above it says: category.",
      valueName: "column,..."),
    transform: PhraseColumn.listArgument)
  var fillDown: Set<PhraseColumn> = []

  @Option(help: "What becomes of HTML in texts: plain (text without tags) or keep.")
  var html: ReadingHints.Markup?

  var hints: ReadingHints {
    var hints = ReadingHints(
      columns: columns ?? ColumnMapping(), placeholders: placeholders ?? [], encoding: encoding)
    hints.format = from.flatMap { $0.isEmpty ? nil : $0 }
    hints.sheet = sheet.flatMap { $0.isEmpty ? nil : $0 }
    hints.fillDown = fillDown
    hints.markup = html
    return hints
  }

  /// What is said here as one writes it, an option each; empty for nothing.
  var written: [String] {
    let filled = fillDown.sorted { $0.rawValue < $1.rawValue }.map(\.name).joined(separator: ",")
    let options = [
      ("columns", columns?.argument), ("encoding", encoding?.option),
      ("placeholders", placeholders?.argument), ("from", from), ("sheet", sheet),
      ("fill-down", filled), ("html", html?.rawValue),
    ]
    return options.compactMap { name, value in
      value.flatMap { $0.isEmpty ? nil : "--\(name) \($0.shellWord)" }
    }
  }

  /// Whether anything is said, if only that something no longer counts.
  var isSaid: Bool {
    columns != nil || encoding != nil || placeholders != nil || from != nil || sheet != nil
      || !fillDown.isEmpty || html != nil
  }

  /// What is said here, and of the rest what `hints` say.
  func over(_ former: ReadingHints) -> ReadingHints {
    var hints = former
    if let columns { hints.columns = columns }
    if let encoding { hints.encoding = encoding }
    if let placeholders { hints.placeholders = placeholders }
    // What is empty takes back what was said before.
    if let from { hints.format = from.isEmpty ? nil : from }
    if let sheet { hints.sheet = sheet.isEmpty ? nil : sheet }
    if !fillDown.isEmpty { hints.fillDown = fillDown }
    if let html { hints.markup = html }
    return hints
  }
}

extension ReadingOptions {
  /// A source whose file is read as is said here, and for the rest as it was.
  func over(_ former: Source) -> Source {
    var source = former
    if let columns { source.columns = columns.argument }
    if let placeholders { source.placeholders = placeholders.argument }
    if let encoding { source.encoding = encoding.option }
    let kept = ReadingHints(
      columns: ColumnMapping(), placeholders: [], encoding: nil, lines: former.reading)
    source.reading = over(kept).lines
    return source
  }
}

extension ReadingHints.Markup: ExpressibleByArgument {}

extension ArgumentHelp {
  static let columns = ArgumentHelp(
    "Which header of the file is which column: title=subject,text=answer; where it has none, which number: "
      + "title=1,text=2.",
    valueName: "name=header,...")

  static let encoding = ArgumentHelp(
    "What the file is in, where it does not say so itself: gbk, big5, sjis, cp949, latin1.",
    valueName: "name")

  static let placeholders = ArgumentHelp(
    "What else is a placeholder in the file: square,lenticular,brace,dollar,hash,percent,double-square"
      + " for [x], 【x】, {x}, ${x}, #{x}, %x%, [[x]].",
    valueName: "style,...")
}

extension TextEncoding {
  /// Reads `--encoding`.
  ///
  /// Throws a `ValidationError` that says which encodings there are.
  static func argument(_ text: String) throws -> TextEncoding {
    guard let encoding = TextEncoding(named: text) else {
      throw ValidationError(TextEncoding.unknownName(text, .current))
    }
    return encoding
  }
}

extension PlaceholderStyles {
  /// Reads `--placeholders`.
  ///
  /// Throws a `ValidationError` that says what is wrong and which styles there are.
  static func argument(_ text: String) throws -> PlaceholderStyles {
    do throws(ParseError) {
      return try PlaceholderStyles(text)
    } catch {
      throw ValidationError(error.sentence(.current))
    }
  }
}

extension ColumnMapping {
  /// Reads `--columns`; nothing is no mapping.
  ///
  /// Throws a `ValidationError` that says what is wrong and which columns there are.
  static func argument(_ text: String) throws -> ColumnMapping {
    guard !text.isBlank else { return ColumnMapping() }
    do throws(ParseError) {
      return try ColumnMapping(text)
    } catch {
      throw ValidationError(error.sentence(.current))
    }
  }
}

extension ListFormats {
  /// Reads `--from`.
  ///
  /// Throws a `ValidationError` that says which kinds there are.
  static func argument(_ text: String) throws -> String {
    let name = text.lowercased()
    guard !name.isEmpty else { return "" }
    guard names.contains(name) else {
      throw ValidationError(CommandSentence.unknownKind(text, names).sentence(.current))
    }
    return name
  }
}

extension KnowledgeBaseFormat {
  /// What is written into a file: as `--format` says, else as the file is called, else CSV.
  ///
  /// Throws a `CommandFailure` where the name promises what is only read.
  static func toWrite(_ file: String, _ format: String?) throws -> KnowledgeBaseFormat {
    if let said = format.flatMap(KnowledgeBaseFormat.init(name:)) { return said }
    guard !isOnlyRead(fileName: file) else {
      throw CommandFailure(.wrongUse, CommandSentence.onlyRead(file).sentence(.current))
    }
    return KnowledgeBaseFormat(fileName: file) ?? .csv(delimiter: .comma)
  }
}

extension PhraseColumn {
  /// Reads `--fill-down`.
  ///
  /// Throws a `ValidationError` that says which columns there are.
  static func listArgument(_ text: String) throws -> Set<PhraseColumn> {
    do throws(UnknownName) {
      return try list(text)
    } catch {
      throw ValidationError(error.sentence(.current))
    }
  }
}
