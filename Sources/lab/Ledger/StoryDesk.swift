import Desk
import Foundation
import Keeping
import Phrases
import Search
import Store

/// An agent's desk through some days, on the starter and a store of its own, played by keys.
final class StoryDesk {
  private let language: Language
  private let folder: URL
  private let store: Store
  private(set) var desk: Desk
  /// What went out, the last one last.
  private(set) var sent: [String] = []
  private(set) var reports: [PhraseReport] = []
  /// The names of the pictures and files that were handed over.
  private(set) var handed: [String] = []
  /// How many keys were pressed since ``countFromHere()``.
  private(set) var keyCount = 0
  private var sends: [EarlierSend] = []
  private var day: Day?
  private var time: Milliseconds = 0
  /// Phrases of a list beside the starter.
  private let list: [Phrase]

  init(_ language: Language, list: [Phrase] = [], values: [String: String] = [:]) throws {
    self.language = language
    self.list = list
    folder = FileManager.default.temporaryDirectory
      .appending(path: "phrasedesk-story-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    store = try Store.open(at: folder.appending(path: "phrases.sqlite").path)
    day = Day(iso: "2026-11-11")
    desk = Desk(language: language, target: Target(.clipboard, name: "xclip"), values: values)
    try begin()
  }

  func close() {
    store.close()
    try? FileManager.default.removeItem(at: folder)
  }

  /// The desk is opened anew the next morning.
  func sleep() throws {
    day = day?.adding(days: 1)
    desk = Desk(language: language, target: Target(.clipboard, name: "xclip"))
    try begin()
  }

  private func begin() throws {
    take(.resize(rows: 35, columns: 120))
    if let day { take(.day(day)) }
    if let noon = TimeOfDay(minutes: 12 * 60) as TimeOfDay? { take(.timeOfDay(noon)) }
    try show()
    take(.drawn)
  }

  private func show() throws {
    let arrangement = try store.arrangement()
    let phrases = arrangement.applied(
      to: try store.ownPhrases() + list + Opening.starter(language))
    take(.arrangement(arrangement, originals: [:]))
    take(.library(Library(phrases), origin: .starter))
  }

  func countFromHere() { keyCount = 0 }

  /// Presses the keys of a script, `fh<Down><Enter>`, a tenth of a second apart.
  func press(_ script: String) throws {
    guard let keys = Key.script(script) else { throw LabFailure("no such key in \(script)") }
    for key in keys {
      keyCount += 1
      time += 100
      take(.key(key, at: time))
    }
  }

  func take(_ event: Event) {
    var effects = desk.handle(event)
    while effects.contains(.continueSearch) {
      effects.removeAll { $0 == .continueSearch }
      effects += desk.handle(.continueSearch)
    }
    effects.forEach(perform)
    if case .key = event { _ = desk.handle(.drawn) }
  }

  private func perform(_ effect: Effect) {
    switch effect {
    case .deliver(let outgoing, _):
      sent.append(outgoing.text)
      if let day {
        sends =
          outgoing.keys.map { EarlierSend(key: $0, day: day, timeOfDay: TimeOfDay(minutes: 600)) }
          + sends
      }
    case .report(let report): reports.append(report)
    case .handOver(let handover):
      handed.append(handover.name)
      take(.handedOver(AttachmentDelivered(.copied(nil), of: handover)))
    case .listFiles:
      take(.files(FileList([("/home/li/发货单.pdf", "发货单.pdf", 84_000)], gone: [])))
    case .listHistory: take(.history(sends))
    case .change(let change):
      guard let outcome = try? store.change(change, at: 1) else {
        return take(.ownChange(change, failure: "?"))
      }
      take(.ownChange(change, hasChanged: outcome.hasChanged, failure: nil))
      try? show()
      take(.drawn)
    case _: break
    }
  }

  /// The phrase that is shown as the selected one.
  var selectedTitle: String { desk.selectedPhrase?.title ?? "" }

  /// The number of the phrase with that title; for events that tell of one.
  func phrase(_ title: String) -> Phrase? {
    Opening.starter(language).first { $0.title == title }
  }

  /// The rows of the screen as text.
  var screen: String {
    let canvas = desk.draw()
    return (0..<canvas.rows).map { row in
      var text = String.UnicodeScalarView()
      for cell in canvas.row(row) {
        guard case .scalar(let scalar, let marks) = cell.content else { continue }
        text.append(scalar)
        text.append(contentsOf: marks)
      }
      return String(text)
    }.joined(separator: "\n")
  }

  /// Where a text stands on the screen.
  func position(of text: String) throws -> Position {
    let canvas = desk.draw()
    for row in 0..<canvas.rows {
      var scalars: [(Unicode.Scalar, Int)] = []
      for (column, cell) in canvas.row(row).enumerated() {
        if case .scalar(let scalar, _) = cell.content { scalars.append((scalar, column)) }
      }
      let wanted = Array(text.unicodeScalars)
      guard scalars.count >= wanted.count else { continue }
      for start in 0...(scalars.count - wanted.count)
      where zip(scalars[start...], wanted).allSatisfy({ $0.0.0 == $0.1 }) {
        return Position(row: row, column: scalars[start].1)
      }
    }
    throw LabFailure("no \(text) on the screen")
  }
}
