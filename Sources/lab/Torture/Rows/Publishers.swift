import Foundation
import Phrases
import Sync

/// A5: lists that several people publish, and that are taken back.
struct Publishers: TortureTest {
  static let row = "A5"
  static let claim =
    "of eight publishers none takes back another's work, and no kill leaves a list without its release"

  private let plan: TorturePlan

  init(_ plan: TorturePlan) { self.plan = plan }

  private static let publishers = 8
  private static let header = "id,title,text\n"

  func run() throws -> Report {
    let program = try DeskProgram(plan.program)
    var bounds = Bounds("A5 publishing")
    try crowd(program, &bounds)
    try takeBack(program, &bounds)
    try kill(program, &bounds)
    return bounds.report
  }

  // MARK: - Eight at once

  /// In each round everybody takes the list out, adds a phrase, and publishes until it is there.
  private func crowd(_ program: DeskProgram, _ bounds: inout Bounds) throws {
    let list = try program.write(Array("\(Self.header)0,Start,Hello.\n".utf8), to: "crowd.csv")
    let rounds = plan.count(200)
    var turnedAway = 0
    var wrong = 0
    for round in 0..<rounds {
      var files: [String] = []
      for publisher in 0..<Self.publishers {
        let file = "\(program.home)/own-\(publisher).csv"
        try? FileManager.default.removeItem(atPath: file)
        let out = run(program, "checkout", list, file)
        guard out.isDone else { throw LabFailure("checkout: \(out.summary)") }
        try append("\(round)-\(publisher),Title \(round)-\(publisher),Text\n", to: file)
        files.append(file)
      }
      while !files.isEmpty {
        let running = try files.map { file in
          (file, try start(program, ["publish", "--yes", file, list]))
        }
        files = running.compactMap { file, process in
          process.waitUntilExit()
          if process.terminationStatus == 0 { return nil }
          turnedAway += 1
          // Two is what a script is told, seven that somebody published meanwhile.
          if ![2, 7].contains(process.terminationStatus) { wrong += 1 }
          return file
        }
      }
    }
    let rows = try Set(text(list).split(separator: "\n").map { $0.prefix { $0 != "," } })
    let expected = (0..<rounds).flatMap { round in
      (0..<Self.publishers).map { Substring("\(round)-\($0)") }
    }
    bounds.add("publications of eight at once", rounds * Self.publishers)
    bounds.add("turned away and published again", turnedAway)
    bounds.add("ended otherwise", wrong, is: 0)
    bounds.add("phrases that somebody took back", expected.count { !rows.contains($0) }, is: 0)
  }

  // MARK: - Fifty taken back

  private func takeBack(_ program: DeskProgram, _ bounds: inout Bounds) throws {
    let list = "\(program.home)/back.csv"
    let texts = (1...ReleaseList.mostKept).map { "\(Self.header)1,Price,It costs \($0).\r\n" }
    for text in texts {
      let file = try program.write(Array(text.utf8), to: "next.csv")
      let run = run(program, "publish", "--yes", file, list)
      guard run.isDone else { throw LabFailure("publish: \(run.summary)") }
    }
    var same = 0
    for (index, text) in texts.enumerated() {
      let run = run(program, "take-back", list, "\(index + 1)", "--yes")
      if run.isDone, try self.text(list) == text {
        same += 1
      } else {
        bounds.complain("take-back \(index + 1): \(run.summary)")
      }
    }
    bounds.add("releases taken back, byte for byte", same, is: texts.count)
  }

  // MARK: - Killed

  private func kill(_ program: DeskProgram, _ bounds: inout Bounds) throws {
    let killing = Killing(
      program: program, tracer: try Tracer(folder: program.home),
      old: "\(Self.header)1,Price,It costs 1.\n",
      new: "\(Self.header)1,Price,It costs 2.\n2,More,And more.\n")
    var random = plan.random(500)
    try killing.writers(points: plan.count(200), &random, &bounds)
    try killing.checkouts(points: plan.count(50), &random, &bounds)
  }

  // MARK: - Running

  private func run(_ program: DeskProgram, _ arguments: String...) -> CommandRun {
    program.command(arguments)
  }

  private func start(_ program: DeskProgram, _ arguments: [String]) throws -> Process {
    let process = Process()
    process.executableURL = URL(filePath: program.path)
    process.arguments = arguments
    process.environment = program.environment
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  private func text(_ path: String) throws -> String {
    try String(contentsOfFile: path, encoding: .utf8)
  }

  private func append(_ text: String, to path: String) throws {
    let old = try self.text(path)
    try Data((old + text).utf8).write(to: URL(filePath: path))
  }
}
