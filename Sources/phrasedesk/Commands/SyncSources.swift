import ArgumentParser
import Phrases
import Store
import Sync

struct SyncSources: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sync",
    abstract: "Fetches every source, or one, and takes over what is new.",
    discussion: """
      A file that cannot be fetched or read changes nothing. A version that is empty, damaged, in \
      another encoding, or that lacks or replaces more than a fifth of a department's phrases, codes \
      or placeholders (and more than five), waits for --accept. What is said of how a file is read is kept with the one source \
      that is named.
      """)

  @Flag(help: "One JSON document instead of sentences.")
  var json = false

  @Option(help: ArgumentHelp("Let the version of this source in that waits.", valueName: "name"))
  var accept: String?

  @Option(
    help: ArgumentHelp("Let this source follow its file again after a rollback.", valueName: "name")
  )
  var resume: String?

  @OptionGroup var reading: ReadingOptions

  @Argument(help: "The sources to sync; without, all of them.")
  var names: [String] = []

  func run() throws {
    let context = Context()
    context.tellProblems()
    let access = SourceAccess(context)
    var reports: [SyncReport] = []
    if reading.isSaid, names.count != 1 || accept != nil || resume != nil {
      throw CommandFailure(
        .wrongUse,
        SourceSentence.readingOfOne(reading.written.first ?? "--columns ''").sentence(
          context.language))
    }
    if reading.isSaid {
      let source = try access.source(names.first)
      reports.append(try read(source, as: reading.over(source), access))
    } else if let accept {
      let source = try access.source(accept)
      let report = try access.sync { sync throws(StoreError) in try sync.accept(source) }
      guard let report else {
        throw CommandFailure(
          .nothing, SourceSentence.nothingWaits(accept).sentence(context.language))
      }
      reports.append(report)
    } else {
      if let resume {
        let source = try access.source(resume)
        try access.attempt { store throws(StoreError) in
          try store.resume(source: source.name)
        }
      }
      let all = try access.sources()
      if all.isEmpty {
        throw CommandFailure(.nothing, SourceSentence.noSources.sentence(context.language))
      }
      let wanted = names + [resume].compactMap(\.self)
      for name in wanted { _ = try access.source(name) }
      for source in all where wanted.isEmpty || wanted.contains(source.name) {
        var report = try access.sync { sync throws(StoreError) in
          try sync.sync(source, anew: true)
        }
        report.isForPublisher = !context.agentsDecide(about: source)
        reports.append(report)
      }
    }
    try tell(reports, context.language)
    if let worst = reports.map(\.status).max(by: { $0.rawValue < $1.rawValue }), worst != .done {
      throw CommandFailure(worst)
    }
  }

  /// Syncs a source whose file is read otherwise than before; where it cannot be, that is forgotten again.
  private func read(
    _ source: Source, as changed: Source, _ access: SourceAccess
  ) throws -> SyncReport {
    func keep(_ source: Source) throws {
      try access.attempt { store throws(StoreError) in try store.setReading(of: source) }
    }
    try keep(changed)
    let kept = try access.source(source.name)
    let report = try access.sync { sync throws(StoreError) in try sync.sync(kept, anew: true) }
    if case .refused = report.outcome { try keep(source) }
    return report
  }

  private func tell(_ reports: [SyncReport], _ language: Language) throws {
    if json {
      let documents = reports.map { ReportDocument($0, language) }
      return try JSONOutput.write(["sources": documents])
    }
    for report in reports {
      let sentence = report.sentence(language)
      if report.status == .done { try Output.line(sentence) } else { ErrorOutput.write(sentence) }
    }
  }
}

/// One sync as JSON.
private struct ReportDocument: Encodable {
  let source: String
  let outcome: String
  let version: Int?
  let added: Int?
  let removed: Int?
  let changed: Int?
  let moved: Int?
  /// Why it waits, by the keys of `publish --accept`, with how many phrases each is about.
  let reasons: [String: Int]?
  let message: String

  init(_ report: SyncReport, _ language: Language) {
    var version: Int?
    var difference: Difference?
    var reasons: [HoldReason]?
    switch report.outcome {
    case .unchanged(let number): (outcome, version) = ("unchanged", number)
    case .accepted(let number, let made):
      (outcome, version, difference) = ("accepted", number, made)
    case .held(let found, let waiting): (outcome, difference, reasons) = ("held", waiting, found)
    case .pinned(let number): (outcome, version) = ("pinned", number)
    case .failed: outcome = "failed"
    case .refused: outcome = "refused"
    case .badAddress: outcome = "bad-address"
    case .gone: outcome = "gone"
    }
    source = report.source
    self.version = version
    added = difference?.added.count
    removed = difference?.removed.count
    changed = difference?.changed.count
    moved = difference?.moved.count
    self.reasons = reasons.map { reasons in
      Dictionary(reasons.map { ($0.key.rawValue, $0.count) }) { first, _ in first }
    }
    message = report.sentence(language)
  }
}
