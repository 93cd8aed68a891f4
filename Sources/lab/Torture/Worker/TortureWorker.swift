import ArgumentParser
import Foundation

/// One of the processes that a row of the torture starts; nobody else calls it.
struct TortureWorker: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "torture-worker", abstract: "One process of a torture.", shouldDisplay: false,
    subcommands: [CrowdWorker.self, CountWorker.self, FuzzWorker.self])
}

extension TortureWorker {
  /// Runs so many workers at once, each under a thread that waits for it, and gives how each ended.
  ///
  /// `arguments` are those of the worker of each number; after so many `seconds` it is killed.
  /// `meanwhile` is called on this thread every two milliseconds until the last one has ended.
  static func run(
    _ count: Int, _ arguments: @escaping @Sendable (Int) -> [String], seconds: Int,
    meanwhile: () throws -> Void = {}
  ) rethrows -> [CommandRun] {
    let runs = Collected<CommandRun>()
    let group = DispatchGroup()
    for number in 0..<count {
      group.enter()
      let thread = Thread {
        runs.set(
          number,
          CommandRun(
            "/proc/self/exe", ["torture-worker"] + arguments(number),
            environment: ["PATH": "/usr/local/bin:/usr/bin:/bin", "LANG": "C.UTF-8"],
            seconds: seconds))
        group.leave()
      }
      thread.stackSize = 512 << 10
      thread.start()
    }
    while group.wait(timeout: .now() + .milliseconds(2)) == .timedOut { try meanwhile() }
    return runs.all
  }

  /// Prints a worker's report for the process that started it.
  static func tell(_ report: some Encodable) throws {
    print(String(decoding: try JSONEncoder().encode(report), as: UTF8.self))
  }
}

extension CommandRun {
  /// What a worker told.
  ///
  /// - Throws: `LabFailure` with how it ended where it told nothing.
  func told<Told: Decodable>(_ type: Told.Type) throws -> Told {
    guard isDone, let told = try? JSONDecoder().decode(type, from: Data(output)) else {
      throw LabFailure("a worker ended with \(summary)")
    }
    return told
  }
}

/// Values that threads bring, by their numbers.
private final class Collected<Value: Sendable>: @unchecked Sendable {
  private let lock = NSLock()
  private var values: [Int: Value] = [:]

  func set(_ number: Int, _ value: Value) { lock.withLock { values[number] = value } }

  var all: [Value] {
    lock.withLock { values.sorted { $0.key < $1.key }.map(\.value) }
  }
}
