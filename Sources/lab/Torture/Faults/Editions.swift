import Foundation
import Phrases

/// Two editions of one knowledge base file, of which the second changes, moves, adds and drops
/// phrases, but not so many that it has to wait.
struct Editions: Sendable {
  let old: Edition
  let new: Edition

  struct Edition: Sendable {
    let csv: [UInt8]
    /// As they stand in the store when it is in use.
    let phrases: [Phrase]
    /// SHA-256, in hexadecimal digits.
    let hash: String

    init(_ csv: [UInt8]) throws {
      self.csv = csv
      phrases = try Editions.phrases(of: csv)
      hash = try Editions.checksum(of: csv)
    }
  }

  /// What the source is called.
  static let source = "kb"

  /// A phrase that both have, and what finds it and nothing else.
  static let keptCode = "zsbb77"
  private static let kept = Phrase(
    key: PhraseKey(source: source, id: "kept"), title: "始终不变", text: "这条话术在两个版本里都一样",
    code: keptCode)

  init(size: Int, seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let phrases = Corpus(size: size, seed: random.next()).phrases
    old = try Edition(Editions.write([Editions.kept] + phrases))
    new = try Edition(Editions.write([Editions.kept] + Editions.revised(phrases, &random)))
  }

  /// What the phrases of a file are in the store.
  static func phrases(of csv: [UInt8]) throws -> [Phrase] {
    try KnowledgeBase.read(csv, ReadOptions(file: "kb.csv", source: source)).phrases
  }

  /// By another program than ours, whose sum the store holds.
  private static func checksum(of bytes: [UInt8]) throws -> String {
    let folder = try DeskProgram.temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try Data(bytes).write(to: URL(filePath: "\(folder)/file"))
    let run = CommandRun("/usr/bin/sha256sum", ["\(folder)/file"], environment: [:])
    guard run.isDone else { throw LabFailure("sha256sum ended with \(run.summary)") }
    return String(run.outputText.prefix { $0 != " " })
  }

  private static func write(_ phrases: [Phrase]) -> [UInt8] {
    KnowledgeBase.write(phrases, as: .csv(delimiter: .comma))
  }

  private static func revised(
    _ phrases: [Phrase], _ random: inout SeededGenerator
  ) -> [Phrase] {
    // From a word here and there to nearly everything, so that the log is short and long.
    let changes = Double.random(in: 0.01...0.8, using: &random)
    var revised: [Phrase] = []
    for phrase in phrases where !random.once(in: 25) {
      var phrase = phrase
      if Double.random(in: 0..<1, using: &random) < changes { phrase.text += "（已更新）" }
      revised.append(phrase)
      if random.once(in: 20) {
        phrase.key.id += "-new"
        revised.append(phrase)
      }
    }
    for _ in 0..<revised.count / 30 {
      revised.swapAt(
        Int.random(in: 0..<revised.count, using: &random),
        Int.random(in: 0..<revised.count, using: &random))
    }
    return revised
  }
}
