import ArgumentParser
import Keeping
import Phrases
import Store

struct DataToday: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "today",
    abstract: "Prints today, for the handover: what was sent, searched in vain, and reported.")

  @Flag(help: "Print one JSON document.")
  var json = false

  func run() throws {
    let context = Context()
    let keeper = context.keeper(context.opening())
    let titles = PhraseTitles(try context.open(keeper))
    let start = SystemClock.startOfDay(daysAgo: 0)
    let (usage, reports) = try keeper.kept(context.language)
    let today = Today(
      sends: usage.sends.filter { $0.time >= start },
      searches: usage.searches.filter { $0.time >= start },
      reports: reports.filter { $0.time >= start }, titles)
    if json { return try JSONOutput.write(today) }
    for line in today.lines(context.language) { try Output.line(line) }
  }
}

/// The titles of phrases, by their keys.
struct PhraseTitles {
  private var titles: [PhraseKey: String] = [:]
  private var codes: Set<PhraseKey> = []

  init(_ opened: Opening.Opened) {
    for phrase in opened.originals + opened.phrases {
      titles[phrase.key] = phrase.title
      if !phrase.code.isEmpty { codes.insert(phrase.key) }
    }
  }

  /// Nil of a phrase that is gone.
  subscript(key: PhraseKey) -> String? { titles[key] }

  func hasCode(_ key: PhraseKey) -> Bool { codes.contains(key) }
}

extension Keeper {
  /// All usage and every report; nothing where there is no store yet.
  func kept(_ language: Language) throws -> (usage: Usage, reports: [KeptReport]) {
    do throws(OpeningError) {
      return try use(.readOnly) { store throws(StoreError) in
        (try store.usage(), try store.reports())
      }
    } catch .store(.missing) {
      return (Usage(), [])
    } catch {
      throw CommandFailure(error, language)
    }
  }
}

/// The form of `data today --json`.
private struct Today: Encodable {
  struct Sent: Encodable {
    let source: String
    let id: String
    /// Nil of a phrase that is gone.
    let title: String?
    /// As `09:05`, in their order.
    var times: [String]
  }

  struct Search: Encodable {
    let time: String
    let query: String
    let hits: Int
  }

  let day: String
  /// How many sends there were.
  let total: Int
  /// What was sent most comes first.
  let sent: [Sent]
  let searches: [Search]
  let reports: [ReportEntry]

  init(
    sends: [Send], searches: [FruitlessSearch], reports: [KeptReport], _ titles: PhraseTitles
  ) {
    day = SystemClock.today?.description ?? ""
    total = sends.count
    var sent: [Sent] = []
    var places: [PhraseKey: Int] = [:]
    for send in sends {
      let clock = LocalTime(of: send.time).clock
      if let place = places[send.key] {
        sent[place].times.append(clock)
      } else {
        places[send.key] = sent.count
        sent.append(
          Sent(
            source: send.key.source, id: send.key.id, title: titles[send.key], times: [clock]))
      }
    }
    self.sent = sent.enumerated()
      .sorted { ($1.element.times.count, $0.offset) < ($0.element.times.count, $1.offset) }
      .map(\.element)
    self.searches = searches.map {
      Search(time: LocalTime(of: $0.time).clock, query: $0.query, hits: $0.hits)
    }
    self.reports = reports.map(ReportEntry.init)
  }

  func lines(_ language: Language) -> [String] {
    var lines = [
      DataSentence.today(
        day, sends: total, phrases: sent.count, searches: searches.count, reports: reports.count
      ).sentence(language)
    ]
    for sent in sent {
      let name = sent.title ?? "\(sent.source)/\(sent.id)"
      lines.append("  \(sent.times.count)  \(name)  \(sent.times.joined(separator: " "))")
    }
    if !searches.isEmpty {
      lines.append(DataSentence.searchedInVain.sentence(language))
      lines += searches.map {
        "  \($0.time)  \($0.query)  \(DataSentence.hits($0.hits).sentence(language))"
      }
    }
    if !reports.isEmpty {
      lines.append(DataSentence.reported.sentence(language))
      lines += reports.map { report in
        [
          "  \(report.time.suffix(5))", DataSentence.kind(report.kind).sentence(language),
          report.title, report.remark,
        ].filter { !$0.isEmpty }.joined(separator: "  ")
      }
    }
    return lines
  }
}
