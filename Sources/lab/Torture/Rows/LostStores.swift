import Foundation
import Phrases
import Store

/// A6: a store that is lost comes back from its newest copy, and no copy of another goes for it.
struct LostStores: TortureTest {
  static let row = "A6"
  static let claim =
    "a lost store comes back from the copy with the highest number; another store's copies stay"

  private let plan: TorturePlan

  init(_ plan: TorturePlan) { self.plan = plan }

  /// What becomes of the store's file.
  private enum Loss: String, CaseIterable {
    case missing
    case missingBesideItsLog = "missing beside its log"
    case empty
    case cut
    case overwritten
    case replaced = "replaced by a sound one"
  }

  func run() throws -> Report {
    var bounds = Bounds("A6 lost stores")
    let rounds = plan.count(300)
    var random = plan.random(600)
    for loss in Loss.allCases {
      var restored = 0
      for round in 0..<(rounds / Loss.allCases.count) {
        do {
          let history = try History(&random)
          try history.lose(loss, &random)
          try history.check(loss)
          restored += 1
        } catch {
          bounds.complain("\(loss.rawValue), round \(round): \(error)")
        }
      }
      bounds.add("\(loss.rawValue): all as promised", restored, is: rounds / Loss.allCases.count)
    }
    try commands(&bounds)
    return bounds.report
  }

  /// The same once by every command that reads phrases: it says what happened, and shows them.
  private func commands(_ bounds: inout Bounds) throws {
    let commands = [
      ["search", "lost"], ["send", "--print", "lost"], ["export", "-"], ["sources"], ["sync"],
      ["data", "export"],
    ]
    var said = 0
    for arguments in commands {
      let program = try DeskProgram(plan.program)
      let list = try program.write(
        Array("id,title,text\na,lost,lost and found\n".utf8), to: "l.csv")
      let imported = CommandRun(
        program.path, ["import", list], environment: program.environment)
      guard imported.isDone else { throw LabFailure("import failed: \(imported.summary)") }
      try FileManager.default.removeItem(atPath: program.storePath())
      let run = CommandRun(program.path, arguments, environment: program.environment)
      if run.errorText.contains("was gone") { said += 1 } else { bounds.complain(run.summary) }
    }
    bounds.add("commands that say so", said, is: commands.count)
  }

  /// A store and its copies, made on days that a clock said which was often wrong; some after another
  /// store, whose copies lie in the same folder.
  private final class History {
    private let folder: String
    private let path: String
    private var next = 0
    /// What the newest copy of the store has.
    private var copied: Set<String> = []
    /// The copies of the other store, by path, with the phrases in each.
    private var others: [String: (bytes: Data, ids: Set<String>)] = [:]

    init(_ random: inout SeededGenerator) throws {
      folder = try DeskProgram.temporaryFolder()
      path = folder + "/phrases.sqlite"
      if Bool.random(using: &random) {
        for _ in 0..<Int.random(in: 1...4, using: &random) { try copy(&random) }
        removeStore()
        others = try copies()
      }
      for _ in 0..<Int.random(in: 1...9, using: &random) { try copy(&random) }
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    private func copy(_ random: inout SeededGenerator) throws {
      // Not rescuing: as a program would that knows of no copies.
      let store = try Store.open(at: path)
      defer { store.close() }
      _ = try store.importPersonal(
        (0..<Int.random(in: 1...5, using: &random)).map { _ in
          next += 1
          return Phrase(
            key: PhraseKey(source: "own", id: "p\(next)"), title: "t\(next)", text: "x")
        })
      let year = [1970, 2026, 2026, 2026, 2026, 2036, 2099].randomElement(using: &random) ?? 2026
      let month = Int.random(in: 10...11, using: &random)
      guard let day = Day(year: year, month: month, day: Int.random(in: 1...6, using: &random))
      else { throw LabFailure("no such day") }
      try store.backUp(on: day)
      copied = try Set(store.ownPhrases().map(\.key.id))
    }

    private func copies() throws -> [String: (bytes: Data, ids: Set<String>)] {
      var copies: [String: (bytes: Data, ids: Set<String>)] = [:]
      for name in try FileManager.default.contentsOfDirectory(atPath: folder + "/backups") {
        let path = folder + "/backups/" + name
        let store = try Store.open(at: path, mode: .readOnly)
        defer { store.close() }
        copies[path] = (
          try Data(contentsOf: URL(filePath: path)), try Set(store.ownPhrases().map(\.key.id))
        )
      }
      return copies
    }

    private func removeStore() {
      for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) }
    }

    func lose(_ loss: Loss, _ random: inout SeededGenerator) throws {
      let size = try Data(contentsOf: URL(filePath: path)).count
      switch loss {
      case .missing: removeStore()
      case .missingBesideItsLog: try FileManager.default.removeItem(atPath: path)
      case .empty: truncate(path, 0)
      // By a page at least: the end of the last one, where its table is empty, is nothing but zeros, and
      // a store that lost those has lost nothing.
      case .cut: truncate(path, Int.random(in: 1...size - 4_096, using: &random))
      case .overwritten:
        try Data((0..<size).map { _ in UInt8.random(in: 0...255, using: &random) })
          .write(to: URL(filePath: path))
      case .replaced:
        others = try copies()
        removeStore()
        copied = []
      }
    }

    func check(_ loss: Loss) throws {
      try restore(expecting: loss != .replaced)
      // What is kept from then on is the newest.
      next += 1
      let store = try Store.open(at: path)
      _ = try store.importPersonal([
        Phrase(key: PhraseKey(source: "own", id: "p\(next)"), title: "later", text: "x")
      ])
      guard let day = Day(year: 2026, month: 11, day: 3) else { throw LabFailure("no such day") }
      try store.backUp(on: day)
      copied = try Set(store.ownPhrases().map(\.key.id))
      store.close()
      for (path, copy) in others {
        // What has all of it may take its place, as where the copies of both stores were put together.
        if !copied.isSuperset(of: copy.ids), try Data(contentsOf: URL(filePath: path)) != copy.bytes
        {
          throw LabFailure("another store's copy was replaced")
        }
      }
      removeStore()
      try restore(expecting: true)
    }

    /// What a desk's start does: opens, looks everything over, and rescues what turns out damaged.
    private func restore(expecting isRescued: Bool) throws {
      var wasSaid = false
      if isRescued {
        let (store, rescue) = try Store.openRescuing(at: path)
        store.close()
        wasSaid = rescue != nil
      }
      if try isDamaged() { wasSaid = try Store.rescue(at: path) != nil }
      let store = try Store.open(at: path)
      defer { store.close() }
      try store.check()
      let found = try Set(store.ownPhrases().map(\.key.id))
      if isRescued, !wasSaid { throw LabFailure("nothing was said") }
      let lost = copied.subtracting(found)
      if !lost.isEmpty { throw LabFailure("\(lost.count) of \(copied.count) phrases are lost") }
    }

    private func isDamaged() throws -> Bool {
      let store = try Store.open(at: path)
      defer { store.close() }
      do throws(StoreError) {
        try store.check()
        return false
      } catch .damaged {
        return true
      }
    }
  }
}
