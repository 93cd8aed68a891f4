import Formats
import Foundation
import Phrases
import Store

/// K2: damaged files are read or refused, fast, in little memory, and never cost a phrase in silence.
struct DamagedFiles: TortureTest {
  static let row = "K2"
  static let claim = "damaged files are refused with a place, or read; no phrase goes in silence"

  private let plan: TorturePlan

  init(_ plan: TorturePlan) { self.plan = plan }

  func run() throws -> Report {
    var bounds = Bounds("K2 damaged files")
    for format in FuzzWorker.Format.allCases { try read(format, &bounds) }
    try sync(&bounds)
    return bounds.report
  }

  private func read(_ format: FuzzWorker.Format, _ bounds: inout Bounds) throws {
    let rounds = plan.count(10_000)
    let folder = try DeskProgram.temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let seed = plan.seed &* 1_000_000
    let runs = try TortureWorker.run(
      1,
      { _ in
        [
          "fuzz", "--format", format.rawValue, "--rounds", "\(rounds)", "--seed", "\(seed)",
          "--tally", "\(folder)/tally",
        ]
      }, seconds: 580)
    let name = format.rawValue
    guard let run = runs.first, let report = try? run.told(FuzzWorker.Report.self) else {
      let round = try Tally(path: "\(folder)/tally").count
      bounds.complain("\(name): round \(round) ended with \(runs.first?.summary ?? "nothing")")
      return
    }
    let all = report.read + report.refused + report.undecoded
    bounds.add("\(name): files", all, is: rounds)
    bounds.add("\(name): read", report.read)
    bounds.add("\(name): refused by the reader", report.refused)
    if format == .gzip { bounds.add("\(name): refused as gzip", report.undecoded) }
    bounds.add(
      "\(name): refused without a place, or read without sense", report.unsound.count, is: 0)
    bounds.add(
      "\(name): slowest", .microseconds(report.slowestMicroseconds), under: .seconds(2))
    bounds.add("\(name): memory", megabytes: report.memory, under: 256)
    for round in report.unsound.prefix(3) { bounds.complain("\(name): round \(round) is unsound") }
  }

  private enum End {
    case accepted
    case held
    case refused
  }

  /// The same with the whole program: what becomes of the phrases in use.
  private func sync(_ bounds: inout Bounds) throws {
    var random = plan.random(2_000)
    let risk = try StoreAtRisk(plan, Editions(size: 300, seed: random.next()), traced: false)
    let files = [
      risk.editions.new.csv, KnowledgeBase.write(risk.editions.new.phrases, as: .json),
    ]
    let count = plan.count(100)
    var ends: [End: Int] = [:]
    for number in 0..<count {
      let bytes = Mutator.damaged(files[number % files.count], &random)
      try risk.reset()
      try risk.put(bytes)
      let run = risk.run("sync")
      do {
        ends[try end(of: run, bytes, risk), default: 0] += 1
      } catch {
        bounds.complain("sync \(number): \(error), after \(run.summary)")
      }
    }
    bounds.add("syncs of damaged files", count)
    bounds.add("taken over, with what the file holds", ends[.accepted, default: 0])
    bounds.add("waiting, the old phrases in use", ends[.held, default: 0])
    bounds.add("refused, the old phrases in use", ends[.refused, default: 0])
    bounds.add("anything else", count - ends.values.reduce(0, +), is: 0)
  }

  /// - Throws: `LabFailure` where the phrases in use are not what the ending promises.
  private func end(of run: CommandRun, _ bytes: [UInt8], _ risk: StoreAtRisk) throws -> End {
    let store = try Store.open(at: risk.storePath)
    defer { store.close() }
    let phrases = try store.phrases()
    let old = risk.editions.old.phrases
    let source = try store.sources().first
    switch run.ending {
    case .exited(0):
      var base = try ListFormats.read(
        bytes, ReadOptions(file: risk.sourcePath, source: Editions.source))
      base.inheritIDs(from: old)
      guard phrases == base.phrases else { throw LabFailure("other phrases than the file's") }
      let removed = Dictionary(
        grouping: Difference(from: old, to: phrases).removed, by: \.department
      ).mapValues(\.count)
      let before = Dictionary(grouping: old, by: \.department).mapValues(\.count)
      for (department, count) in removed where count > 5 && 5 * count > before[department] ?? 0 {
        throw LabFailure("\(count) phrases went in silence")
      }
      return .accepted
    case .exited(1):
      guard phrases == old, source?.held != nil else { throw LabFailure("held, and not kept") }
      return .held
    case .exited(3):
      guard phrases == old, source?.failure != nil, run.errorText.contains(risk.sourcePath) else {
        throw LabFailure("refused, and the phrases changed or the file was not named")
      }
      return .refused
    default: throw LabFailure("no ending that is in the contract")
    }
  }
}
