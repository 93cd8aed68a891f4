import ArgumentParser
import Foundation
import Phrases
import Store
import Sync

/// A desk among a hundred: sends, reads and changes what is the agent's own, or syncs, for so many seconds.
struct CrowdWorker: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "crowd")

  @Option var store: String
  @Option var old: String
  @Option var new: String
  @Option var seconds: Int
  @Option var number: Int
  /// Seconds from one sync to the next; without it, it sends and reads.
  @Option var syncEvery: Int?

  struct Report: Codable, Sendable {
    var writes = 0
    var reads = 0
    /// Which desk it was.
    var number = 0
    /// Changes of own phrases, pins and values, and phrases that were added by them.
    var changes = 0
    var added = 0
    /// What it called its last phrase, and set its own value to.
    var title: String?
    var value: String?
    /// Reads whose phrases are not exactly one edition.
    var torn = 0
    /// How often somebody would have been told that the store is busy.
    var busy = 0
    /// Versions that this process brought.
    var versions = 0
    /// Whatever else failed, the first of each kind.
    var failures: [String] = []
    /// How long each send took to be recorded, in microseconds.
    var microseconds: [Int] = []
    /// The same of each sync, with all that it reads and compares.
    var syncMicroseconds: [Int] = []
  }

  /// Between two sends, in microseconds: no agent is in such a hurry.
  private static let pause: ClosedRange<UInt32> = 125_000...375_000
  /// One in so many sends is followed by a reading of all phrases.
  private static let sendsPerRead = 8
  /// One in so many is followed by a change of one's own, which waits for the disk.
  private static let sendsPerChange = 16

  func run() throws {
    var report = Report(number: number)
    let editions = try [old, new].map {
      try Editions.phrases(of: [UInt8](Data(contentsOf: URL(filePath: $0))))
    }
    let end = ContinuousClock.now + .seconds(seconds)
    var random = SeededGenerator(seed: UInt64(number))
    var ownKey: PhraseKey?
    if let store = report.attempt({ () throws(StoreError) in try Store.open(at: self.store) }) {
      while ContinuousClock.now < end {
        if let syncEvery {
          sync(store, &report)
          usleep(UInt32(syncEvery) * 1_000_000)
        } else {
          send(store, editions, &random, &report)
          if random.once(in: CrowdWorker.sendsPerChange) {
            change(store, &ownKey, &report)
          }
          usleep(.random(in: CrowdWorker.pause, using: &random))
        }
      }
      store.close()
    }
    try TortureWorker.tell(report)
  }

  private func send(
    _ store: Store, _ editions: [[Phrase]], _ random: inout SeededGenerator,
    _ report: inout Report
  ) {
    let send = Send(
      key: PhraseKey(source: Editions.source, id: "w\(number)"),
      time: Int64(Date().timeIntervalSince1970),
      way: "xclip", keystrokes: 4, milliseconds: 900)
    let start = ContinuousClock.now
    let recorded: Void? = report.attempt { () throws(StoreError) in try store.record(send) }
    report.microseconds.append(CrowdWorker.microseconds(since: start))
    report.writes += recorded == nil ? 0 : 1
    guard random.once(in: CrowdWorker.sendsPerRead) else { return }
    guard let phrases = report.attempt({ () throws(StoreError) in try store.phrases() }) else {
      return
    }
    report.reads += 1
    let followed = phrases.filter { $0.key.source == Editions.source }
    report.torn += editions.contains(followed) ? 0 : 1
  }

  /// A phrase, another title for it, a value of this desk's, and a pin that all desks want, in turn.
  private func change(
    _ store: Store, _ ownKey: inout PhraseKey?, _ report: inout Report
  ) {
    let round = report.changes
    let name = "desk \(number), \(round)"
    let change: OwnChange
    switch round % 4 {
    case 0:
      change = .add(
        Phrase(key: PhraseKey(source: "", id: ""), title: name, text: name), behind: nil,
        versionOf: nil)
    case 1:
      guard let key = ownKey else { return }
      change = .edit(Phrase(key: key, title: name, text: name))
    case 2: change = .value(name, name: "desk \(number)")
    default: change = .pin(PhraseKey(source: Editions.source, id: "kept"), row: number % 9 + 1)
    }
    let time = Int64(Date().timeIntervalSince1970)
    guard
      let outcome = report.attempt({ () throws(StoreError) in
        try store.change(change, at: time)
      })
    else { return }
    report.changes += 1
    switch round % 4 {
    case 0:
      report.added += 1
      ownKey = outcome.key
      report.title = name
    case 1: report.title = name
    case 2: report.value = name
    default: break
    }
  }

  private func sync(_ store: Store, _ report: inout Report) {
    let sync = SourceSync(
      store: store, language: .english, now: { Int64(Date().timeIntervalSince1970) },
      transports: { source in PathTransport(path: source.address) })
    guard
      let source = report.attempt({ () throws(StoreError) in try store.sources() })?.first
    else { return }
    let start = ContinuousClock.now
    let made = report.attempt { () throws(StoreError) in try sync.sync(source) }
    report.syncMicroseconds.append(CrowdWorker.microseconds(since: start))
    guard let made else { return }
    switch made.outcome {
    case .accepted: report.versions += 1
    case .unchanged: break
    default: report.note(made.sentence(.english))
    }
  }
}

extension CrowdWorker {
  private static func microseconds(since start: ContinuousClock.Instant) -> Int {
    Int((ContinuousClock.now - start) / .microseconds(1))
  }
}

extension CrowdWorker.Report {
  /// The value of `body`, or nil and a note of why not.
  mutating func attempt<Value>(_ body: () throws(StoreError) -> Value) -> Value? {
    do throws(StoreError) {
      return try body()
    } catch {
      if case .busy = error { busy += 1 } else { note(error.sentence(.english)) }
      return nil
    }
  }

  mutating func note(_ sentence: String) {
    if !failures.contains(sentence) { failures.append(sentence) }
  }
}
