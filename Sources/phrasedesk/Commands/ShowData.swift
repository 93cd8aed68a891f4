import ArgumentParser
import Keeping
import Phrases
import Store

struct ShowData: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Shows how much you sent, with how many keys, and what a code would save.",
    discussion: """
      Of the last eight weeks. It is kept on this machine only, and not at all with usage.keep = false \
      in the settings.
      """)

  @Flag(help: "Print one JSON document.")
  var json = false

  func run() throws {
    let context = Context()
    let keeper = context.keeper(context.opening())
    let titles = PhraseTitles(try context.open(keeper))
    let sends = try keeper.kept(context.language).usage.sends
    let figures = Figures(
      sends, titles, isKept: context.settings.keepsUsage,
      today: SystemClock.startOfDay(daysAgo: 0),
      start: SystemClock.startOfDay(daysAgo: Figures.days))
    if json { return try JSONOutput.write(figures) }
    for line in figures.lines(context.language) { try Output.line(line) }
  }
}

/// The form of `data show --json`.
struct Figures: Encodable {
  static let days = 56
  private static let mostPhrases = 10
  /// Fewer keys than this need no code: Enter alone, or a row's number.
  private static let keysOfSearch = 3
  /// From so many searches on a code is worth a word.
  private static let searchesWorthACode = 5

  struct Span: Encodable {
    let sends: Int
    /// Medians of what was sent from the desk; nil where nothing was.
    let seconds: Double?
    let keys: Int?

    init(_ sends: [Send]) {
      self.sends = sends.count
      let typed = sends.filter { $0.keystrokes > 0 }
      seconds = Figures.median(typed.map(\.milliseconds)).map { Double($0) / 1_000 }
      keys = Figures.median(typed.map(\.keystrokes))
    }
  }

  struct Phrase: Encodable {
    let source: String
    let id: String
    /// Nil of a phrase that is gone.
    let title: String?
    let sends: Int
    /// How often it was found by typing, where it has no code and one would be worth while.
    let searchesWithoutCode: Int?
    /// The median keys of those.
    let keys: Int?
  }

  /// Whether anything is counted.
  let isKept: Bool
  let today: Span
  let eightWeeks: Span
  let top: [Phrase]

  /// Times are in seconds since 1970.
  init(_ all: [Send], _ titles: PhraseTitles, isKept: Bool, today: Int64, start: Int64) {
    self.isKept = isKept
    let sends = all.filter { $0.time >= start }
    self.today = Span(sends.filter { $0.time >= today })
    eightWeeks = Span(sends)
    let byKey = Dictionary(grouping: sends, by: \.key)
    let most = byKey.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
    top = most.prefix(Figures.mostPhrases).map { key, sends in
      let searched = sends.map(\.keystrokes).filter { $0 >= Figures.keysOfSearch }
      let isWorthACode =
        titles[key] != nil && !titles.hasCode(key)
        && searched.count >= Figures.searchesWorthACode
      return Phrase(
        source: key.source, id: key.id, title: titles[key], sends: sends.count,
        searchesWithoutCode: isWorthACode ? searched.count : nil,
        keys: isWorthACode ? Figures.median(searched) : nil)
    }
  }

  private static func median(_ numbers: [Int]) -> Int? {
    numbers.isEmpty ? nil : numbers.sorted()[numbers.count / 2]
  }

  func lines(_ language: Language) -> [String] {
    var lines = [
      DataSentence.span(today, isToday: true).sentence(language),
      DataSentence.span(eightWeeks, isToday: false).sentence(language),
    ]
    for phrase in top {
      let name = phrase.title ?? "\(phrase.source)/\(phrase.id)"
      var line = "  \(phrase.sends)  \(name)"
      if let searches = phrase.searchesWithoutCode, let keys = phrase.keys {
        line += "  " + DataSentence.worthACode(searches, keys: keys).sentence(language)
      }
      lines.append(line)
    }
    if !isKept { lines.append(DataSentence.notKept.sentence(language)) }
    return lines
  }
}
