import ArgumentParser
import Phrases
import Store

struct MyPhrases: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mine",
    abstract: "Your own phrases, for scripts: lists, writes, changes and throws them away.",
    discussion: """
      What a desk does with Alt+N, Alt+E and Del. Open desks show a change within seconds.

      EXAMPLES
        phrasedesk mine list
        phrasedesk mine add --title 发货时间 --text 48小时内发出 --category 物流
        phrasedesk mine edit own-3f09c1a2b4d8 --title 何时发货
        phrasedesk mine remove own-3f09c1a2b4d8
      """,
    subcommands: [
      ListMine.self, AddToMine.self, EditMine.self, RemoveMine.self, RestoreMine.self,
    ])
}

struct ListMine: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists your own phrases, or what is in the bin.")

  @Flag(help: "What was thrown away in the last 30 days, the last first.")
  var bin = false

  @Flag(help: "Print one JSON document.")
  var json = false

  func run() throws {
    let access = SourceAccess(Context(), mode: .readOnly)
    defer { access.close() }
    let (entries, language) = (try entries(access), access.language)
    if json {
      try JSONOutput.write(MineDocument(phrases: entries, total: entries.count))
    } else {
      for entry in entries { for line in entry.lines(language) { try Output.line(line) } }
    }
    guard entries.isEmpty else { return }
    let sentence: MineSentence = bin ? .binIsEmpty : .nothingMine
    throw CommandFailure(.nothing, json ? nil : sentence.sentence(language))
  }

  private func entries(_ access: SourceAccess) throws -> [MineEntry] {
    try access.attempt { store throws(StoreError) in
      if bin { return try store.binned().map { MineEntry($0.phrase, $0.original, $0.time) } }
      let originals = try store.arrangement().originals
      return try store.ownPhrases().map { MineEntry($0, originals[$0.key]) }
    } orMissing: {
      []
    }
  }
}

/// The form of `mine --json`.
struct MineDocument: Encodable {
  let phrases: [MineEntry]
  let total: Int
}

/// One of the agent's own phrases, as `mine` prints it.
struct MineEntry: Encodable {
  let id: String
  let title: String
  let text: String
  let department: String
  let category: String
  let subcategory: String
  let code: String
  let keywords: [String]
  /// `source/id` of what it stands in the place of.
  let versionOf: String?
  /// When it was thrown away, in seconds since 1970.
  let binned: Int64?

  init(_ phrase: Phrase, _ original: Arrangement.Original?, _ binned: Int64? = nil) {
    id = phrase.key.id
    title = phrase.title
    text = phrase.text
    department = phrase.department
    category = phrase.category
    subcategory = phrase.subcategory
    code = phrase.code
    keywords = phrase.keywords
    versionOf = original?.key.description
    self.binned = binned
  }

  func lines(_ language: Language) -> [String] {
    let path = [department, category, subcategory].filter { !$0.isEmpty }.joined(separator: " / ")
    var facts = [id, title, code.isEmpty ? "" : "[\(code)]", path]
    if let versionOf { facts.append(MineSentence.versionOf(versionOf).sentence(language)) }
    if let binned { facts.append(LocalTime(of: binned).description) }
    return [
      facts.filter { !$0.isEmpty }.joined(separator: "  "), "     \(text.prefix(100))",
    ]
  }
}

extension SourceAccess {
  /// Does something of the agent's own.
  func change(_ change: OwnChange, at time: Int64) throws -> OwnOutcome {
    try attempt { store throws(StoreError) in try store.change(change, at: time) }
  }

  /// The agent's own phrase of an id, given alone or as `personal/id`.
  func ownPhrase(_ id: String) throws -> Phrase {
    let phrases = try attempt { store throws(StoreError) in try store.ownPhrases() }
    guard let phrase = phrases.first(where: { $0.key == MineID.key(id) }) else {
      throw CommandFailure(.nothing, MineSentence.noSuchPhrase(id).sentence(language))
    }
    return phrase
  }
}

/// How a phrase of one's own is named on the command line.
enum MineID {
  static func key(_ id: String) -> PhraseKey {
    let prefix = Store.ownSource + "/"
    return PhraseKey(
      source: Store.ownSource, id: id.hasPrefix(prefix) ? String(id.dropFirst(prefix.count)) : id)
  }
}
