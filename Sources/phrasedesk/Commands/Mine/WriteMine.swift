import ArgumentParser
import Keeping
import Phrases
import Store

/// What a phrase of one's own says, as options.
struct MineOptions: ParsableArguments {
  @Option(help: "What it is called; otherwise a new one gets the first words of its text.")
  var title: String?

  @Option(
    help: ArgumentHelp(
      "What is sent, with {{placeholders}}; - is standard input, which a new one is read from without it.",
      valueName: "text"))
  var text: String?

  @Option(help: ArgumentHelp("Its category.", valueName: "name"))
  var category: String?

  @Option(help: ArgumentHelp("Its subcategory.", valueName: "name"))
  var subcategory: String?

  @Option(help: "The short code that puts it first when it is typed exactly.")
  var code: String?

  @Option(
    help: ArgumentHelp("Words that it is found by, separated by commas.", valueName: "words"))
  var keywords: String?

  @Flag(help: "Print one JSON document.")
  var json = false

  /// Whether nothing is said of the phrase.
  var isEmpty: Bool {
    [title, text, category, subcategory, code, keywords].allSatisfy { $0 == nil }
  }

  /// Takes over what was given; without a text, or with `-`, that of standard input.
  func apply(to phrase: inout Phrase, readingInput isRead: Bool, _ context: Context) throws {
    if let category { phrase.category = category }
    if let subcategory { phrase.subcategory = subcategory }
    if let code { phrase.code = code }
    if let keywords { phrase.keywords = ItemList.keywords(keywords) }
    if text == "-" || text == nil && isRead {
      phrase.text = try MineOptions.input(context)
    } else if let text {
      phrase.text = text
    }
    let written = Phrase(
      own: phrase.text, title: title ?? phrase.title, department: phrase.department,
      category: phrase.category, subcategory: phrase.subcategory, code: phrase.code)
    guard var written else {
      throw CommandFailure(.wrongUse, MineSentence.noText.sentence(context.language))
    }
    written.key = phrase.key
    written.keywords = phrase.keywords
    (written.validFrom, written.validUntil) = (phrase.validFrom, phrase.validUntil)
    written.attachments = phrase.attachments
    phrase = written
  }

  private static func input(_ context: Context) throws -> String {
    do {
      let bytes = try FileBytes.read("-")
      guard var text = String(validating: bytes, as: UTF8.self) else {
        throw CommandFailure(.badFile, MineSentence.notUTF8.sentence(context.language))
      }
      if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
      return String(text.reversed().drop(while: \.isNewline).reversed())
    } catch let error as OpeningError {
      throw CommandFailure(error, context.language)
    }
  }
}

struct AddToMine: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Writes a phrase of your own, and prints its id.")

  @OptionGroup var options: MineOptions

  @Option(
    help: ArgumentHelp("The phrase of yours that it is to stand behind.", valueName: "id"))
  var behind: String?

  func run() throws {
    let context = Context()
    let access = SourceAccess(context)
    defer { access.close() }
    var phrase = Phrase(
      key: PhraseKey(source: Store.ownSource, id: ""), level: .personal, title: "", text: "")
    try options.apply(to: &phrase, readingInput: true, context)
    let neighbour = try behind.map { try access.ownPhrase($0).key }
    let outcome = try access.change(
      .add(phrase, behind: neighbour, versionOf: nil), at: SystemClock.unixTime)
    guard let key = outcome.key else { return }
    phrase.key = key
    if outcome.hasChanged { access.backUp() }
    if options.json { return try JSONOutput.write(MineEntry(phrase, nil)) }
    let sentence: MineSentence = outcome.hasChanged ? .added(key.id) : .isThere(key.id)
    try Output.line(sentence.sentence(context.language))
  }
}

struct EditMine: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "Changes a phrase of your own; what is not named stays.")

  @OptionGroup var options: MineOptions

  @Argument(help: ArgumentHelp("Its id, as phrasedesk mine list prints it.", valueName: "id"))
  var id: String

  func validate() throws {
    if options.isEmpty { throw ValidationError(MineSentence.nothingToEdit.sentence(.current)) }
  }

  func run() throws {
    let context = Context()
    let access = SourceAccess(context)
    defer { access.close() }
    var phrase = try access.ownPhrase(id)
    try options.apply(to: &phrase, readingInput: false, context)
    let outcome = try access.change(.edit(phrase), at: SystemClock.unixTime)
    if outcome.hasChanged { access.backUp() }
    if options.json {
      let originals = try access.attempt { store throws(StoreError) in
        try store.arrangement().originals
      }
      return try JSONOutput.write(MineEntry(phrase, originals[phrase.key]))
    }
    let sentence: MineSentence =
      outcome.hasChanged ? .edited(phrase.key.id) : .unchanged(phrase.key.id)
    try Output.line(sentence.sentence(context.language))
  }
}
