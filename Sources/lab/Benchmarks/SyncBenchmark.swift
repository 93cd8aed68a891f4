import ArgumentParser
import Desk
import Foundation
import Phrases
import Search
import Store
import Sync
import Synchronization

struct SyncBenchmark: Benchmark {
  static let configuration = CommandConfiguration(
    commandName: "sync",
    abstract: "A first sync, an unchanged file, and ten changes from the file to the frame.")

  @OptionGroup var options: BenchmarkOptions

  func measure() throws -> Report {
    var report = Report()
    var table = Table(["sync of a file", "median", "worst", "a phrase"])
    var frames = Table(["frames of the desk meanwhile", "frames", "p50", "p99", "worst"])
    for size in sizes {
      var samples = SyncSamples()
      for _ in 0..<options.repetitions(5, few: 1) { try round(size, &samples, &report) }
      func row(_ name: String, _ samples: Samples) {
        table.add(
          "\(name), \(size.grouped)", samples.median.text, samples.worst.text,
          String(format: "%.2f us", samples.median.milliseconds * 1_000 / Double(size)))
      }
      row("first sync", samples.first)
      row("unchanged", samples.unchanged)
      row("ten changes, to the store", samples.changes)
      row("  from there to the library", samples.library)
      row("  from there to the frame", samples.frame)
      row("  all of it", samples.whole)
      frames.add(
        "typing, \(size.grouped)", samples.meanwhile.count.grouped,
        samples.meanwhile.median.text, samples.meanwhile.p99.text, samples.meanwhile.worst.text)
    }
    report.tables += [table, frames]
    return report
  }

  private func round(_ size: Int, _ samples: inout SyncSamples, _ report: inout Report) throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "phrasedesk-lab-\(UUID().uuidString.prefix(8))").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var phrases = Corpus(size: size).phrases
    let file = URL(filePath: "\(folder)/kb.csv")
    try write(phrases, to: file)
    let store = try Store.open(at: "\(folder)/phrases.sqlite")
    let other = try Store.open(at: store.path, mode: .readOnly)
    defer {
      other.close()
      store.close()
    }
    _ = try store.connect(Source(name: "kb", address: file.path))
    let sync = SourceSync(
      store: store, language: .english, now: { 0 },
      transports: { source throws(AddressFlaw) in PathTransport(path: source.address) })

    _ = try samples.first.measure { try sync.sync(LabSource.of(store)) }
    let before = try other.dataVersion()
    _ = try samples.unchanged.measure { try sync.sync(LabSource.of(store)) }
    if try other.dataVersion() != before { report.broken.append("an unchanged file was a write") }

    var desk = Desk()
    _ = desk.handle(.resize(rows: TerminalRun.rows, columns: TerminalRun.columns))
    let library = Library(try store.phrases())
    _ = desk.handle(.library(library, origin: .store))
    for number in 0..<10 { phrases[number * (size / 10) + 7].text = "改好的答复 \(number)" }
    try write(phrases, to: file)

    let job = TenChanges(sync: sync, store: store, library: library)
    let thread = Thread { job.run() }
    thread.start()
    // The desk goes on being used by another thread than the one that syncs.
    while !job.isDone {
      for key in LabKeys.typing {
        samples.meanwhile.measure {
          _ = desk.handle(.key(key, at: 0))
          _ = desk.draw()
        }
      }
    }
    let outcome = try job.outcome()
    let frame = ContinuousClock.now
    _ = desk.handle(.library(outcome.library, origin: .store))
    // They wait for a key that changes the list.
    _ = desk.handle(.key(LabKeys.typing[0], at: 0))
    _ = desk.draw()
    let end = ContinuousClock.now
    samples.changes.add(outcome.synced)
    samples.library.add(outcome.applied)
    samples.frame.add(end - frame)
    samples.whole.add(outcome.synced + outcome.applied + (end - frame))
    if outcome.changed != 10 {
      report.broken.append("of 10 changes among \(size) \(outcome.changed) were found")
    }
  }

  /// As of an hour ago: a file that has just been written may be written again within the same tick
  /// of the file system's clock, and is read once more.
  private func write(_ phrases: [Phrase], to file: URL) throws {
    try Data(KnowledgeBase.write(phrases, as: .csv(delimiter: .comma))).write(to: file)
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: -3_600)], ofItemAtPath: file.path)
  }
}

private struct SyncSamples {
  var first = Samples()
  var unchanged = Samples()
  var changes = Samples()
  var library = Samples()
  var frame = Samples()
  var whole = Samples()
  var meanwhile = Samples()
}

private enum LabSource {
  static func of(_ store: Store) throws -> Source {
    guard let source = try store.sources().first else { throw LabFailure("nothing is connected") }
    return source
  }
}

private enum LabKeys {
  /// A query letter by letter, cleared at its end.
  static let typing = Key.script("tuikuan<Esc>") ?? []
}

/// What an open desk does about a file in which ten phrases were changed, on a thread beside it.
private final class TenChanges: Sendable {
  struct Outcome: Sendable {
    var synced: Duration
    var applied: Duration
    var changed: Int
    var library: Library
  }

  private let sync: SourceSync
  private let store: Store
  private let library: Library
  private let result = Mutex<Result<Outcome, any Error>?>(nil)

  init(sync: SourceSync, store: Store, library: Library) {
    self.sync = sync
    self.store = store
    self.library = library
  }

  var isDone: Bool { result.withLock { $0 != nil } }

  func outcome() throws -> Outcome {
    guard let result = result.withLock({ $0 }) else { throw LabFailure("not done yet") }
    return try result.get()
  }

  func run() {
    let outcome = Result {
      let start = ContinuousClock.now
      _ = try sync.sync(LabSource.of(store))
      let synced = ContinuousClock.now
      guard let later = try store.changes(ofSource: "kb", since: 1) else {
        throw LabFailure("what changed is not known")
      }
      let next = library.applying(removing: later.removed, adding: later.changed + later.added)
      return Outcome(
        synced: synced - start, applied: ContinuousClock.now - synced,
        changed: later.changed.count, library: next)
    }
    result.withLock { $0 = outcome }
  }
}
