import ArgumentParser
import Foundation
import Glibc
import Phrases
import Store

struct UsageData: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "data",
    abstract: "Shows or erases what is kept of your work: what was sent when, searches, reports.",
    discussion: """
      Kept on this machine only, for the ranking: for each send the phrase's id, the time, the way, \
      keys and seconds, never the text; after 90 days one sum a phrase and day. And the queries that \
      ended with nothing sent, never a pasted message; what you reported; and the values that fill placeholders \
      from now on.
      """,
    subcommands: [DataToday.self, ShowData.self, ExportUsage.self, EraseUsage.self])
}

struct ExportUsage: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Prints all of it as one JSON document.")

  func run() throws {
    let context = Context()
    let access = SourceAccess(context, mode: .readOnly)
    defer { access.close() }
    let loaded = context.loaded
    let choices = loaded.chosen.map { ($0.rawValue, $0.written(in: loaded.settings)) }
    let document = try access.attempt { store throws(StoreError) in
      try UsageDocument(
        store.usage(), store.reports(), store.arrangement().values,
        choices: Dictionary(uniqueKeysWithValues: choices))
    }
    try JSONOutput.write(document, isPretty: true)
  }
}

struct EraseUsage: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "erase",
    abstract: "Erases all of it, also from the copies; the ranking begins anew.",
    discussion: "On a terminal it asks about the values that are filled in from now on.")

  @Flag(help: "Leave the values that are filled in from now on.")
  var keepValues = false

  func run() throws {
    let context = Context()
    let access = SourceAccess(context)
    defer { access.close() }
    let keepsValues = try keepValues || isToKeepValues(access)
    let erased = try access.attempt { store throws(StoreError) in
      try store.eraseUsage(keepingValues: keepsValues)
    }
    try Output.line(erased.sentence(access.language))
    if !context.loaded.chosen.isEmpty, let file = context.folders.choices {
      try Output.line(DataSentence.choicesStay(in: file).sentence(access.language))
    }
    if let sentence = erased.leftoverSentence(access.language) {
      throw CommandFailure(.storeUnusable, sentence)
    }
  }

  /// Only somebody at a terminal is asked.
  private func isToKeepValues(_ access: SourceAccess) throws -> Bool {
    guard isatty(STDIN_FILENO) == 1 else { return false }
    let count = try access.attempt { store throws(StoreError) in
      try store.arrangement().values.count
    }
    return count > 0
      && !Question.isAgreed(DataSentence.eraseValues(count).sentence(access.language))
  }
}

/// The form of `data export`.
private struct UsageDocument: Encodable {
  struct Send: Encodable {
    let source: String
    let id: String
    /// In seconds since 1970.
    let time: Int64
    let way: String
    let keystrokes: Int
    let milliseconds: Int
  }

  struct Total: Encodable {
    let source: String
    let id: String
    let day: String
    let sends: Int
    let keystrokes: Int
    let milliseconds: Int
  }

  struct Search: Encodable {
    let time: Int64
    let query: String
    let hits: Int
  }

  let sends: [Send]
  let totals: [Total]
  let searches: [Search]
  let reports: [ReportEntry]
  /// What fills placeholders from now on, by their names.
  let values: [String: String]
  /// What was chosen at the desk, each as a line of the settings would say it.
  let choices: [String: String]

  init(
    _ usage: Usage, _ reports: [KeptReport], _ values: [String: String], choices: [String: String]
  ) {
    self.choices = choices
    self.reports = reports.map(ReportEntry.init)
    self.values = values
    sends = usage.sends.map {
      Send(
        source: $0.key.source, id: $0.key.id, time: $0.time, way: $0.way,
        keystrokes: $0.keystrokes, milliseconds: $0.milliseconds)
    }
    totals = usage.totals.map {
      Total(
        source: $0.key.source, id: $0.key.id, day: $0.day.description, sends: $0.sends,
        keystrokes: $0.keystrokes, milliseconds: $0.milliseconds)
    }
    searches = usage.searches.map { Search(time: $0.time, query: $0.query, hits: $0.hits) }
  }
}
