import ArgumentParser
import Foundation
import Search

struct SuggestBenchmark: Benchmark {
  static let configuration = CommandConfiguration(
    commandName: "suggest", abstract: "Phrases for customers' messages of about thirty characters.")

  @OptionGroup var options: BenchmarkOptions

  func measure() throws -> Report {
    var report = Report()
    var times = Table(["suggest, each message", "messages", "p50", "p99", "worst", "units each"])
    var found = Table(["suggest, the intent it was made from", "messages", "first", "in three"])
    for size in sizes {
      let corpus = Corpus(size: size)
      let library = Library(corpus.phrases)
      let messages = Self.messages(corpus, count: options.repetitions(200, few: 20))
      measure(messages, in: library, size, &times)
      let ranks = messages.map { rank(of: $0, in: library, corpus) }
      let inThree = ranks.count { $0 < 3 }
      found.add(
        "\(size.grouped) phrases", ranks.count.grouped,
        percent(ranks.count { $0 == 0 }, ranks.count),
        percent(inThree, ranks.count))
      if inThree * 100 < ranks.count * 85 {
        report.broken.append(
          "Of \(ranks.count) messages, \(inThree) find their intent among the first three.")
      }
    }
    report.tables = [times, found]
    return report
  }

  /// What a customer writes whose words are those of a phrase: its title in a sentence, with a
  /// greeting, and some of its text.
  private struct Message {
    let text: String
    let intent: String
  }

  private static func messages(_ corpus: Corpus, count: Int) -> [Message] {
    var random = SeededGenerator(seed: 30)
    let greetings = ["您好，请问", "你好在吗，", "亲，", "麻烦问一下", ""]
    return (0..<count).map { _ in
      let entry = random.pick(corpus.entries)
      let isEnglish = entry.phrase.title.utf8.count == entry.phrase.title.count
      let words = entry.phrase.text.drop { !$0.isPunctuation }.drop(while: \.isPunctuation)
      let start = isEnglish ? "Hello, " : random.pick(greetings)
      let end = isEnglish ? "? Thanks" : "呢，谢谢"
      let piece = words.prefix(max(0, 30 - start.count - entry.intent.title.count - end.count))
      return Message(
        text: start + entry.intent.title + " " + piece + end, intent: entry.intent.title)
    }
  }

  private func measure(
    _ messages: [Message], in library: Library, _ size: Int, _ table: inout Table
  ) {
    var samples = Samples()
    var work = 0
    // The first round also reads the tables in.
    for round in 0...options.repetitions(3, few: 1) {
      for message in messages {
        var one = Samples()
        let units = one.measure {
          // The limit of the desk's list.
          var run = SuggestionRun(message: message.text, library: library, limit: 500)
          run.finish()
          return run.result.hits.count <= 500 ? run.work : 0
        }
        guard round > 0 else { continue }
        samples.add(contentsOf: one)
        work += units
      }
    }
    table.add(
      "\(size.grouped) phrases", samples.count.grouped, samples.median.text, samples.p99.text,
      samples.worst.text, (work / max(samples.count, 1)).grouped)
  }

  /// Where the first phrase of the message's intent stands among the hits.
  private func rank(of message: Message, in library: Library, _ corpus: Corpus) -> Int {
    var run = SuggestionRun(message: message.text, library: library, limit: 10)
    run.finish()
    let place = run.result.hits.firstIndex {
      corpus.entries[Int($0.number.rawValue)].intent.title == message.intent
    }
    return place ?? .max
  }

  private func percent(_ part: Int, _ whole: Int) -> String {
    String(format: "%.1f %%", 100 * Double(part) / Double(max(whole, 1)))
  }
}
