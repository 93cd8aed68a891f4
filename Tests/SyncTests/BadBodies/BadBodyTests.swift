import Foundation
import Phrases
import Store
import Synchronization
import Testing

@testable import Sync

/// What the server answers with next.
private final class Body: Sendable {
  private let held = Mutex<[UInt8]>([])

  var bytes: [UInt8] {
    get { held.withLock { $0 } }
    set { held.withLock { $0 = newValue } }
  }
}

/// Forty bad files through each kind of source: not one phrase may go.
@Suite(.timeLimit(.minutes(2)))
struct BadBodyTests {
  private let scratch: Scratch
  private let store: Store

  init() throws {
    scratch = try Scratch()
    store = try Store.open(at: scratch.path("store/phrases.sqlite"))
    _ = try store.connect(Source(name: "kb", address: "kb"))
  }

  @Test func `There are forty, and no two are the same`() {
    #expect(BadBody.all.count == 40)
    #expect(Set(BadBody.all.map(\.name)).count == 40)
    #expect(Set(BadBody.all.map(\.bytes)).count == 40)
  }

  @Test func `A bad file at a path loses no phrase`() throws {
    let file = URL(filePath: scratch.path("phrases.csv"))
    try lose(nothingOf: PathTransport(path: file.path)) { try Data($0).write(to: file) }
  }

  @Test func `A bad answer of the web loses no phrase`() throws {
    let body = Body()
    let server = FaultServer { _, client in client.send(answer(body.bytes)) }
    try lose(nothingOf: HTTPTransport(server.url, options: options())) { body.bytes = $0 }
  }

  @Test(.enabled(if: Origin.hasGit, "there is no git here"))
  func `A bad file in a repository loses no phrase`() throws {
    let origin = try Origin()
    try origin.scratch.shell("mkdir work/kb")
    let file = URL(filePath: origin.scratch.path("work/kb/售后.csv"))
    try lose(nothingOf: try origin.transport()) { bytes in
      try Data(bytes).write(to: file)
      try origin.scratch.shell(
        "cd work; git add -A; git commit -q -m kb; git push -q origin HEAD:main")
    }
  }

  /// Publishes the good list, then each bad one, then a good one again, and syncs after each.
  private func lose(
    nothingOf transport: some Transport, publish: ([UInt8]) throws -> Void
  ) throws {
    let sync = SourceSync(
      store: store, language: .english, now: { 100 }, transports: { _ in transport })
    func run() throws -> SyncReport { try sync.sync(try #require(try store.sources().first)) }

    try publish(Array(BadBody.good.utf8))
    #expect(try run().isChange)
    let phrases = try store.phrases(ofSource: "kb")
    #expect(phrases.count == 40)
    for body in BadBody.all {
      try publish(body.bytes)
      let report = try run()
      switch report.outcome {
      case .failed, .refused, .held: break
      default: Issue.record("\(body.name): \(report.outcome)")
      }
      #expect(try store.phrases(ofSource: "kb") == phrases, "\(body.name)")
      let source = try #require(try store.sources().first)
      #expect(source.version == 1, "\(body.name)")
      // Whoever looks is told, in one line.
      let told = try #require(source.failure?.sentence ?? source.held?.reason, "\(body.name)")
      #expect(!told.isEmpty && !told.contains { $0.isNewline }, "\(body.name)")
    }
    try publish(Array((BadBody.good + "p40,售前,标题40,内容40,,,\n").utf8))
    #expect(try run().isChange)
    #expect(try store.phrases(ofSource: "kb").count == 41)
    let source = try #require(try store.sources().first)
    #expect(source.failure == nil && source.held == nil)
  }
}
