import Foundation

/// A store that follows one file, the file's next edition, and the program that is to sync it.
///
/// Everything is in folders of its own. The store can be put back to the old edition at any time.
final class StoreAtRisk {
  let program: DeskProgram
  let editions: Editions
  private let ownTracer: Tracer?
  let sourcePath: String
  private let pristine: [UInt8]

  var storeFolder: String { "\(program.home)/data/phrasedesk" }
  var storePath: String { "\(storeFolder)/phrases.sqlite" }

  /// - Throws: ``Skipped`` where calls are to be traced and cannot be.
  init(_ plan: TorturePlan, _ editions: Editions, traced: Bool = true) throws {
    self.editions = editions
    program = try DeskProgram(plan.program)
    ownTracer = traced ? try Tracer(folder: program.home) : nil
    sourcePath = try program.write(editions.old.csv, to: "kb.csv")
    let connected = CommandRun(
      program.path, ["connect", sourcePath, "--name", Editions.source],
      environment: program.environment)
    guard connected.isDone else { throw LabFailure("connect failed: \(connected.summary)") }
    pristine = Array(
      try Data(contentsOf: URL(filePath: "\(program.home)/data/phrasedesk/phrases.sqlite")))
    try put(editions.new.csv)
  }

  /// Makes this the source's file, changed long enough ago for its time to name it.
  func put(_ bytes: [UInt8]) throws {
    try Data(bytes).write(to: URL(filePath: sourcePath), options: .atomic)
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: -3_600)], ofItemAtPath: sourcePath)
  }

  /// Brings the store back to the old edition.
  func reset() throws {
    try lay(out: start)
  }

  /// The store's files before the sync.
  var start: DiskLog.Disk { [storePath: pristine] }

  /// Makes these files, and no others, the store's.
  func lay(out disk: DiskLog.Disk) throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: storeFolder) {
      try FileManager.default.removeItem(atPath: "\(storeFolder)/\(name)")
    }
    for (path, bytes) in disk { try Data(bytes).write(to: URL(filePath: path)) }
  }

  func run(_ arguments: String...) -> CommandRun {
    CommandRun(program.path, arguments, environment: program.environment)
  }

  func look() -> StoreState { StoreState.look(at: storePath, editions) }

  /// What traces and disturbs the program.
  ///
  /// - Throws: `LabFailure` where that was not asked for.
  var tracer: Tracer {
    get throws {
      guard let ownTracer else { throw LabFailure("this store is not traced") }
      return ownTracer
    }
  }

  /// The calls of an undisturbed sync from the old edition on, on its first thread.
  ///
  /// - Throws: `LabFailure` when that sync does not bring the new edition.
  func callsOfSync(_ names: String, bytes: Int = 4_096) throws -> [TracedCall] {
    try reset()
    let (run, threads) = try tracer.calls(program, ["sync"], names, bytes: bytes)
    let state = look()
    guard run.isDone, state == .new, let calls = threads.first else {
      throw LabFailure("a sync that nobody disturbs fails: \(run.summary), \(state)")
    }
    return calls
  }

  /// Whether a call is about the store.
  func concernsStore(_ call: TracedCall) -> Bool { call.path.hasPrefix(storeFolder) }
}
