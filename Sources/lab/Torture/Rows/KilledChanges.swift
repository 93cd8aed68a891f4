import Foundation
import Phrases
import Store

/// Kills what changes an agent's own phrases at every call by which it does: the store is as it was before or
/// as the change leaves it, with bin, order, pins and values, and done again it goes through.
struct KilledChanges {
  private let risk: StoreAtRisk
  /// The store with something of every kind in it.
  private let start: DiskLog.Disk
  private let edited: String
  private let binned: String

  init(_ risk: StoreAtRisk) throws {
    self.risk = risk
    try risk.reset()
    let store = try Store.open(at: risk.storePath)
    (edited, binned) = try KilledChanges.arrange(store, risk.editions.old.phrases)
    store.close()
    start = [
      risk.storePath: Array(try Data(contentsOf: URL(filePath: risk.storePath)))
    ]
  }

  /// Gives the ids of a phrase and of one in the bin.
  private static func arrange(_ store: Store, _ list: [Phrase]) throws -> (String, String) {
    func change(_ change: OwnChange) throws -> PhraseKey? {
      try store.change(change, at: Int64(Date().timeIntervalSince1970)).key
    }
    func add(_ title: String, of original: Phrase? = nil) throws -> PhraseKey {
      let phrase = Phrase(
        key: PhraseKey(source: "", id: ""), title: title,
        text: String(repeating: "您好，\(title)。", count: 200))
      guard let key = try change(.add(phrase, behind: nil, versionOf: original)) else {
        throw LabFailure("no phrase of one's own could be written")
      }
      return key
    }
    let first = try add("第一条")
    let binned = try add("第二条")
    _ = try add("我的版本", of: list[0])
    _ = try change(.bin(binned))
    _ = try change(.pin(first, row: 1))
    _ = try change(.pin(list[0].key, row: 2))
    _ = try change(.code(list[1].key, "zdy"))
    _ = try change(.hide(list[2].key))
    _ = try change(.order(list.prefix(50).map(\.key), in: ["", "", ""]))
    _ = try change(.orderCategories(["乙", "甲"], below: [""]))
    _ = try change(.value("小王", name: "客服"))
    return (first.id, binned.id)
  }

  /// What of the store counts: a new phrase's id is drawn, and a time is the clock's.
  private struct State: Equatable {
    var own: [[String]]
    var bin: [[String]]
    var arrangement: Arrangement
    var count: Int

    init(_ path: String) throws {
      let store = try Store.open(at: path)
      defer { store.close() }
      try store.check()
      own = try store.ownPhrases().map { [$0.title, $0.text, $0.category] }
      bin = try store.binned().map { [$0.phrase.title, $0.phrase.text, "\($0.original == nil)"] }
      arrangement = try store.arrangement()
      count = try store.count
    }
  }

  func strike(points: Int, _ random: inout SeededGenerator, _ bounds: inout Bounds) throws {
    let commands = [
      ["mine", "add", "--title", "新的", "--text", String(repeating: "好", count: 3_000)],
      ["mine", "edit", edited, "--title", "改过", "--category", "别处"], ["mine", "remove", edited],
      ["mine", "restore", binned],
    ]
    var (killed, old, new, wrong, stuck) = (0, 0, 0, 0, 0)
    for command in commands {
      try risk.lay(out: start)
      let before = try State(risk.storePath)
      try risk.lay(out: start)
      let (run, threads) = try risk.tracer.calls(
        risk.program, command, "%desc,%file,unlink,write", bytes: 4_096)
      let after = try State(risk.storePath)
      guard run.isDone, after != before,
        // The copy that is made afterwards has calls enough of its own.
        let calls = threads.first?.filter({
          risk.concernsStore($0) && !$0.path.contains("/backups/")
        }), !calls.isEmpty
      else { throw LabFailure("\(command[1]) that nobody disturbs fails: \(run.summary)") }
      for _ in 0..<points / commands.count {
        try risk.lay(out: start)
        let call = random.pick(calls)
        let run = try risk.tracer.run(risk.program, command, fault: .kill, at: call)
        if run.ending == .killed(signal: 9) { killed += 1 }
        let state = try? State(risk.storePath)
        if state == before { old += 1 } else if state == after { new += 1 } else { wrong += 1 }
        if state != before, state != after {
          bounds.complain("\(command[1]) killed at \(call.name) \(call.ordinal): neither state")
        }
        let again = risk.program.command(command)
        if try State(risk.storePath) != after {
          stuck += 1
          bounds.complain("\(command[1]) after a killed one: \(again.summary)")
        }
      }
    }
    bounds.add("own phrases: commands killed", killed, atLeast: points / 2)
    bounds.add("as before", old)
    bounds.add("as after", new)
    bounds.add("anything else, or not sound", wrong, is: 0)
    bounds.add("the same command, once more, does not do it", stuck, is: 0)
  }
}
