import Foundation
import Phrases
import Sync

/// Kills commands that write lists which others read, at every call by which they do.
struct Killing {
  let program: DeskProgram
  let tracer: Tracer
  /// The list that stands there, and the one that is to.
  let old: String
  let new: String

  private var folder: String { "\(program.home)/killed" }
  private var list: String { "\(folder)/list.csv" }
  private static let writes = "%desc,%file,unlink,write"

  /// `publish` and `take-back`: what stands there is the old list or the new one with its release, and the
  /// next publication goes well.
  func writers(points: Int, _ random: inout SeededGenerator, _ bounds: inout Bounds) throws {
    let file = try program.write(Array(new.utf8), to: "killing.csv")
    let publish = ["publish", "--yes", "--accept", "undone=9", file, list]
    // The first release is the new list, the second the old one again.
    for command in [publish, ["take-back", list, "1", "--yes"]] {
      try reset(file)
      let calls = try calls(of: command, within: "/killed")
      var (killed, wrong, stuck) = (0, 0, 0)
      for _ in 0..<points {
        try reset(file)
        let run = tracer.run(program, command, fault: .kill, at: random.pick(calls))
        if run.ending == .killed(signal: 9) { killed += 1 }
        let now = try text(list)
        if now != old, now != new || !hasRelease(now) {
          wrong += 1
          bounds.complain("\(command[0]) killed: \(now.count) bytes of neither list, or no release")
        }
        let next = program.command(publish)
        let last = PathTransport(path: list).releases()?.releases.last
        if try !next.isDone || text(list) != new || last?.hash != hash(of: new) {
          stuck += 1
          bounds.complain("the publish after a killed \(command[0]): \(next.summary)")
        }
      }
      bounds.add("\(command[0]): killed", killed, atLeast: points / 2)
      bounds.add("\(command[0]): neither list, or one without its release", wrong, is: 0)
      bounds.add("\(command[0]): publications after that which fail", stuck, is: 0)
    }
  }

  /// `checkout`: the file is whole or not there, nothing is left beside it, and the next one goes well.
  func checkouts(points: Int, _ random: inout SeededGenerator, _ bounds: inout Bounds) throws {
    try makeFolder()
    try Data(old.utf8).write(to: URL(filePath: list))
    let own = "\(folder)/own"
    let command = ["checkout", list, "\(own)/own.csv"]
    func reset() throws {
      try? FileManager.default.removeItem(atPath: own)
      try FileManager.default.createDirectory(atPath: own, withIntermediateDirectories: true)
    }
    try reset()
    let calls = try calls(of: command, within: "/own")
    var (killed, wrong, stuck) = (0, 0, 0)
    for _ in 0..<points {
      try reset()
      let run = tracer.run(program, command, fault: .kill, at: random.pick(calls))
      if run.ending == .killed(signal: 9) { killed += 1 }
      let names = try FileManager.default.contentsOfDirectory(atPath: own)
      let isWhole = try !names.contains("own.csv") || text("\(own)/own.csv") == old
      if !isWhole || !Set(names).isSubset(of: ["own.csv", "own.csv.base.json"]) {
        wrong += 1
        bounds.complain("checkout killed: \(names)")
      }
      for name in names { try FileManager.default.removeItem(atPath: "\(own)/\(name)") }
      let next = program.command(command)
      if try !next.isDone || text("\(own)/own.csv") != old {
        stuck += 1
        bounds.complain("the checkout after a killed one: \(next.summary)")
      }
    }
    bounds.add("checkout: killed", killed, atLeast: points / 2)
    bounds.add("checkout: a piece of a list, or something beside it", wrong, is: 0)
    bounds.add("checkout: the next one fails", stuck, is: 0)
  }

  /// The calls of a command, as a hand at work, that touch a folder.
  private func calls(of command: [String], within folder: String) throws -> [TracedCall] {
    let (_, threads) = try tracer.calls(program, command, Self.writes, bytes: 4_096)
    guard let calls = threads.first?.filter({ $0.path.contains(folder) }), !calls.isEmpty else {
      throw LabFailure("\(command[0]) could not be traced")
    }
    return calls
  }

  /// Puts the old list there, as the second release of two.
  private func reset(_ file: String) throws {
    try makeFolder()
    try Data(old.utf8).write(to: URL(filePath: list))
    let first = program.command(["publish", "--yes", file, list])
    let back = program.command(["take-back", list, "--yes"])
    guard first.isDone, back.isDone, try text(list) == old else {
      throw LabFailure("nothing to begin from: \(first.summary), \(back.summary)")
    }
  }

  private func makeFolder() throws {
    try? FileManager.default.removeItem(atPath: folder)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  private func hasRelease(_ text: String) -> Bool {
    PathTransport(path: list).releases()?.release(ofHash: hash(of: text)) != nil
  }

  private func hash(of text: String) -> String { SHA256(of: Array(text.utf8)).digits }

  private func text(_ path: String) throws -> String {
    try String(contentsOfFile: path, encoding: .utf8)
  }
}
