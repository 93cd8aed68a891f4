import ArgumentParser
import Foundation
import Phrases
import Store

/// Records sends one after the other, and counts those that were acknowledged where a SIGKILL leaves
/// the count.
struct CountWorker: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "count")

  @Option var store: String
  @Option var tally: String
  @Option var number: Int
  @Option var sends: Int

  /// Which phrase a worker of that number sends.
  static func key(_ number: Int) -> PhraseKey { PhraseKey(source: "counted", id: "w\(number)") }

  func run() throws {
    let tally = try Tally(path: self.tally)
    tally.process = getpid()
    let store = try Store.open(at: self.store)
    defer { store.close() }
    let send = Send(
      key: CountWorker.key(number), time: Int64(Date().timeIntervalSince1970), way: "xclip",
      keystrokes: 4, milliseconds: 900)
    for count in 1...sends {
      try store.record(send)
      tally.count = count
    }
    print("{}")
  }
}
