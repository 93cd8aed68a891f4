import Chat
import Desk
import Foundation
import Keeping
import Phrases
import Store
import Terminal
import TestFolder
import Testing

@testable import Session

/// A whole session on a screen of cells: phrases of files and stores, the socket, the loop.
@Suite struct SessionTests {
  private let messenger = PlayedMessenger()
  private let quit = Input.key(Key(.character("q"), .control))

  /// A session that has begun to open its phrases.
  private func session(
    on opening: Opening, folder: DeskFolder? = nil, notices: [Notice] = []
  ) throws -> Session {
    let plan = ChatPlan(
      courier: messenger, running: Running(environment: [:], limit: .seconds(60)), folder: folder,
      chat: .weechat)
    let session = try Session(
      Desk(target: Target(.pane(id: nil))), opening: opening, chat: plan, notices: notices)
    session.begin()
    return session
  }

  /// Runs a session whose agent answers texts on the screen with keys, one after the other.
  private func play(
    _ session: Session, _ script: [(shown: String, keys: String)]
  ) throws -> CellScreen {
    let screen = try CellScreen(rows: 30, columns: 120)
    screen.limitPatience()
    var rest = script[...]
    screen.onFrame = { screen in
      while let next = rest.first, screen.text.contains(next.shown) {
        rest.removeFirst()
        for key in Key.script(next.keys) ?? [] { screen.take(.key(key)) }
        if !next.keys.isEmpty { return }
      }
    }
    #expect(try session.run(on: screen) == .quit)
    #expect(rest.isEmpty)
    return screen
  }

  private func list(in scratch: borrowing Scratch) throws -> String {
    try scratch.file("shop.csv", "title,text,code\n发货延迟,非常抱歉。,fhyc\n退款,按原路退回。,tk\n")
  }

  @Test func `A desk on a file shows its phrases, sends one, and keeps nothing of it`() throws {
    let scratch = try Scratch()
    let opening = Opening(
      knowledgeBase: try list(in: scratch), storePath: scratch.store, language: .english)
    _ = try play(
      session(on: opening), [("发货延迟", "fhyc<Enter>"), ("Sent to", "<C-q>")])
    #expect(messenger.texts == ["非常抱歉。"])
    #expect(!FileManager.default.fileExists(atPath: scratch.store))
  }

  @Test func `What was sent is in the store when the desk has been left`() throws {
    let scratch = try Scratch()
    let store = try Store.open(at: scratch.store)
    let phrases = [Phrase(key: PhraseKey(source: "", id: "a"), title: "发货延迟", text: "非常抱歉。")]
    _ = try store.importPersonal(phrases)
    store.close()
    let opening = Opening(storePath: scratch.store, language: .english)
    _ = try play(session(on: opening), [("发货延迟", "<Enter><C-q>")])
    #expect(messenger.texts == ["非常抱歉。"])
    let kept = try Store.open(at: scratch.store, mode: .readOnly)
    defer { kept.close() }
    #expect(try kept.sends(since: 0).map(\.way) == ["pane"])
  }

  @Test func `Where there is nothing of the agent's own there is the starter`() throws {
    let scratch = try Scratch()
    let opening = Opening(storePath: scratch.store, language: .english)
    let screen = try play(session(on: opening), [("starter", "<C-q>")])
    #expect(screen.text.contains("starter"))
  }

  @Test func `A bad file opens no desk, and nothing waits for ever`() throws {
    let scratch = try Scratch()
    let file = try scratch.file("bad.csv", "title,text\n一,\"二\n")
    let session = try session(
      on: Opening(knowledgeBase: file, storePath: scratch.store, language: .english))
    let screen = try CellScreen()
    screen.limitPatience()
    let error = #expect(throws: SessionError.self) { try session.run(on: screen) }
    guard case .opening(.badFile) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func `A file that is not there is named`() throws {
    let scratch = try Scratch()
    let path = scratch.folder.appending(path: "none.csv").path
    let session = try session(
      on: Opening(knowledgeBase: path, storePath: nil, language: .english))
    let screen = try CellScreen()
    screen.limitPatience()
    #expect(throws: SessionError.opening(.noSuchFile(path: path))) {
      try session.run(on: screen)
    }
  }

  @Test func `What is to be said first is on the first frame`() throws {
    let scratch = try Scratch()
    let opening = Opening(knowledgeBase: try list(in: scratch), storePath: nil, language: .english)
    let session = try session(
      on: opening, notices: [.sentence("config.toml:1: no such setting", isError: true)])
    let screen = try play(session, [("发货延迟", "<C-q>")])
    #expect(screen.frames.first?.text.contains("config.toml:1") == true)
  }

  @Test func `Alt+Z elsewhere comes in by the socket, which is gone when the desk is left`() throws
  {
    let scratch = try Scratch()
    let root = scratch.folder.appending(path: "run").path
    mkdir(root, 0o700)
    let folder = DeskFolder(runtime: root)
    let session = try session(
      on: Opening(knowledgeBase: try list(in: scratch), storePath: nil, language: .english),
      folder: folder)
    #expect(session.chat.worker.finish(within: .seconds(60)))
    let answers = Locked<[Place?]>([])
    let caller = Worker(name: "caller")
    caller.run {
      let answer = folder.desks().first?.focus(from: .irssi, within: .seconds(60))
      answers.withLock { $0.append(answer) }
    }
    _ = try play(
      session, [("发货延迟", ""), ("to pane irssi", "fhyc<Enter>"), ("Sent to", "<C-q>")])
    #expect(caller.finish(within: .seconds(60)))
    // Nobody told this desk where it is.
    #expect(answers.withLock { $0 } == [Place()])
    #expect(messenger.routes == [.pane(Place.irssi.pane)])
    #expect(folder.desks().isEmpty)
  }
}
