import ArgumentParser
import ChildProcess
import Formats
import Foundation
import Phrases
import Sync

/// Reads damaged files of one format, one after the other, in a process that may crash.
struct FuzzWorker: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "fuzz")

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case csv
    case json
    case gzip
    case xlsx
    case yaml
    /// JSON of a shape that is not ours.
    case looseJSON = "any-json"
  }

  @Option var format: Format
  @Option var rounds: Int
  @Option var seed: UInt64
  /// Says which round it is, should the process not live to tell.
  @Option var tally: String

  struct Report: Codable {
    var read = 0
    var refused = 0
    /// Refused by what undoes gzip, before the reader.
    var undecoded = 0
    /// The rounds of files that were refused without a place, or read without sense.
    var unsound: [Int] = []
    var slowestMicroseconds = 0
    /// The most memory that the process ever had, in bytes.
    var memory = 0
  }

  func run() throws {
    let tally = try Tally(path: self.tally)
    tally.process = getpid()
    let original = try FuzzWorker.original(format)
    let contents = try FuzzWorker.original(.csv) + FuzzWorker.original(.json)
    let web = format == .gzip ? try GzipFetch() : nil
    var report = Report()
    for round in 0..<rounds {
      tally.count = round
      // A generator for each round, so that one can be had again without those before.
      var random = SeededGenerator(seed: seed &+ UInt64(round))
      var bytes = Mutator.damaged(random.pick(original), &random)
      if format == .gzip, random.once(in: 2) {
        bytes = GzipFile.stored(Mutator.damaged(random.pick(contents), &random))
      }
      let start = ContinuousClock.now
      try judge(bytes, web, round, &report)
      let time = Int((ContinuousClock.now - start) / .microseconds(1))
      report.slowestMicroseconds = max(report.slowestMicroseconds, time)
    }
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    report.memory = usage.ru_maxrss * 1_024
    try TortureWorker.tell(report)
  }

  private func judge(
    _ bytes: [UInt8], _ web: GzipFetch?, _ round: Int, _ report: inout Report
  ) throws {
    var file = bytes
    if let web {
      switch web.fetch(bytes) {
      case .success(let decoded): file = decoded
      case .failure(let failure):
        report.undecoded += 1
        if failure.sentence(.english, source: "kb").isEmpty { report.unsound.append(round) }
        return
      }
    }
    do throws(KnowledgeBaseError) {
      let base = try ListFormats.read(file, ReadOptions(file: "kb", source: "kb"))
      report.read += 1
      let isWhole = base.phrases.allSatisfy {
        !$0.title.isEmpty && !$0.text.isEmpty && !$0.key.id.isEmpty
      }
      let keys = Set(base.phrases.map(\.key))
      if !isWhole || keys.count != base.phrases.count || base.phrases.count > base.rowCount {
        report.unsound.append(round)
      }
    } catch {
      report.refused += 1
      let isPlaced = error.findings.allSatisfy { finding in
        switch finding.place {
        case .text(let line, let column), .cell(_, let line, let column): line >= 1 && column >= 1
        case .path(let path): !path.isEmpty
        }
      }
      if error.findings.isEmpty || !isPlaced { report.unsound.append(round) }
    }
  }

  /// The files that are damaged: in every form that the format has.
  static func original(_ format: Format) throws -> [[UInt8]] {
    let phrases = try Editions(size: 60, seed: 1).old.phrases
    let csv = KnowledgeBase.write(phrases, as: .csv(delimiter: .comma))
    switch format {
    case .csv:
      let text = String(decoding: csv, as: UTF8.self)
      let utf16: [UInt8] =
        [0xFF, 0xFE]
        + text.utf16.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
      return [
        csv, utf16, KnowledgeBase.write(phrases, as: .csv(delimiter: .tab)),
        KnowledgeBase.write(phrases, as: .csv(delimiter: .semicolon), withBOM: true),
      ]
    case .json: return [KnowledgeBase.write(phrases, as: .json)]
    case .xlsx: return [ListFormats.write(phrases, as: .workbook)]
    case .yaml: return [ListsInOtherForms.yaml(phrases)]
    case .looseJSON: return [ListsInOtherForms.groups(phrases)]
    case .gzip: return try [compressed(csv), compressed(KnowledgeBase.write(phrases, as: .json))]
    }
  }

  private static func compressed(_ bytes: [UInt8]) throws -> [UInt8] {
    let folder = try DeskProgram.temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = "\(folder)/plain"
    try Data(bytes).write(to: URL(filePath: path))
    guard let gzip = Program.path(of: "gzip") else { throw LabFailure("gzip is missing") }
    let run = CommandRun(gzip, ["-9", "-n", "-c", path], environment: [:])
    guard run.isDone else { throw LabFailure("gzip ended with \(run.summary)") }
    return run.output
  }
}

/// The way that a compressed file takes from a web server to the reader.
private struct GzipFetch {
  private let server: LoopbackServer
  private let transport: HTTPTransport

  init() throws {
    server = try LoopbackServer()
    server.start()
    transport = HTTPTransport(
      "http://127.0.0.1:\(server.port)/kb.csv",
      options: HTTPOptions(
        proxy: nil, certificates: nil, credentials: nil, allowsHTTP: false,
        environment: [:]))
  }

  func fetch(_ bytes: [UInt8]) -> Result<[UInt8], FetchFailure> {
    server.serve(bytes)
    do throws(FetchFailure) {
      guard case .file(let file) = try transport.fetch(unless: nil) else { return .success([]) }
      return .success(file.bytes)
    } catch {
      return .failure(error)
    }
  }
}
