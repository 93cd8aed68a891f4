import ChatTrials
import Clipboard
import Foundation
import Testing

@testable import Chat

/// Through a real X server, window manager, chat of Tk, and xterm.
@Suite(
  .enabled(
    if: XDesktop.missing.isEmpty,
    "needs apt-get install xvfb openbox xterm xdotool x11-utils xclip python3-tk"),
  .serialized)
struct WindowTests {
  private let limits = Limits(perTool: .seconds(20), inAll: .seconds(60))

  private func courier(_ desktop: XDesktop, pressesEnter: Bool = false) -> Courier {
    var options = Courier.Options()
    options.shiftInsertKinds = ["xterm"]
    options.pressesEnter = pressesEnter
    return Courier(
      running: Running(environment: desktop.environment, limit: .seconds(20)),
      clipboard: SystemClipboard(environment: desktop.environment, limits: limits), options: options
    )
  }

  private func x11(_ desktop: XDesktop) throws -> X11 {
    try #require(X11(Running(environment: desktop.environment, limit: .seconds(20))))
  }

  /// The window of that class, once it is shown and has the focus.
  private func window(_ kind: String, on desktop: XDesktop) throws -> Window {
    var running = try x11(desktop).running
    // xdotool waits for as long as it is let, for a window that was just about to be shown.
    running.limit = .seconds(5)
    var found: Window?
    #expect(
      eventually {
        let ids = running.output("xdotool", ["search", "--onlyvisible", "--class", kind]) ?? ""
        for id in ids.split(separator: "\n") {
          _ = running.succeeds("xdotool", ["windowactivate", "--sync", String(id)])
        }
        found = (try? x11(desktop))?.activeWindow()
        return found?.kind.lowercased() == kind
      })
    return try #require(found)
  }

  private func clipboard(_ desktop: XDesktop) throws -> String? {
    try x11(desktop).running.output("xclip", ["-selection", "clipboard", "-out"])
  }

  @Test func `A chat gets texts byte for byte, wherever the focus was, and no Enter`() throws {
    let desktop = try #require(XDesktop())
    let chat = try window("chat", on: desktop)
    var all = ""
    for text in ["hello", "亲，已安排发货 👩‍👩‍👧", "one\ntwo\n\n\tfour", " $(touch x); #{y} -R ;"] {
      _ = try window("xterm", on: desktop)
      let handover = courier(desktop).deliver(Array(text.utf8), by: .window(chat))
      #expect(handover.arrival == .window(chat.name))
      #expect(handover.refusal == nil)
      all += text
      #expect(eventually { desktop.read("chat.txt") == Array(all.utf8) })
      #expect(try clipboard(desktop) == text)
    }
    #expect(try x11(desktop).activeWindow() == chat)
  }

  @Test func `Enter comes behind the text where it is asked for`() throws {
    let desktop = try #require(XDesktop())
    let chat = try window("chat", on: desktop)
    for _ in 0..<5 {
      let handover = courier(desktop, pressesEnter: true).deliver(
        Array("亲".utf8), by: .window(chat))
      #expect(handover.refusal == nil)
    }
    #expect(
      eventually { desktop.read("chat.txt") == Array(String(repeating: "亲\n", count: 5).utf8) })
  }

  @Test func `A terminal pastes by Shift+Insert, and this process' window is told by it`() throws {
    let desktop = try #require(XDesktop())
    // Last, so that it does not take the focus later.
    _ = try window("chat", on: desktop)
    let terminal = try window("xterm", on: desktop)
    let id = try #require(
      desktop.read("xterm").map { String(decoding: $0.dropLast(), as: UTF8.self) })
    let environment = desktop.environment.merging(["WINDOWID": id]) { $1 }
    #expect(
      Place.ofThisProcess(Running(environment: environment, limit: .seconds(20)))
        == Place(window: terminal))
    #expect(
      Place.ofAgent(
        Running(environment: desktop.environment, limit: .seconds(20)), paneID: nil)
        == Place(window: terminal))
    _ = try window("chat", on: desktop)
    let handover = courier(desktop, pressesEnter: true).deliver(
      Array("亲，您好; $(x)".utf8), by: .window(terminal))
    #expect(handover.arrival == .window(terminal.name))
    #expect(eventually { desktop.read("entered") == Array("亲，您好; $(x)\n".utf8) })
  }

  @Test func `A window that is gone, or has another's number, gets nothing`() throws {
    let desktop = try #require(XDesktop())
    let chat = try window("chat", on: desktop)
    var other = chat
    other.process += 1
    let ofOther = courier(desktop).deliver(Array("one".utf8), by: .window(other))
    #expect(ofOther.refusal == .windowGone(chat.name))
    #expect(ofOther.isTaken && ofOther.arrival == nil)
    #expect(try clipboard(desktop) == "one")
    let process = try #require(
      desktop.read("chat.pid").flatMap { pid_t(String(decoding: $0, as: UTF8.self)) })
    try #require(process > 1)
    kill(process, SIGKILL)
    #expect(eventually { (try? x11(desktop))?.window(chat.id) == nil })
    let ofNone = courier(desktop).deliver(Array("two".utf8), by: .window(chat))
    #expect(ofNone.refusal == .windowGone(chat.name))
    #expect(try clipboard(desktop) == "two")
  }

  @Test func `Keys are pressed for no window but the one that was meant`() throws {
    let desktop = try #require(XDesktop())
    let chat = try window("chat", on: desktop)
    _ = try window("xterm", on: desktop)
    let x11 = try x11(desktop)
    #expect(throws: Refusal.otherWindow(chat.name)) { try x11.press(.controlV, in: chat) }
    #expect(desktop.read("entered")?.isEmpty != false)
  }

  @Test func `Without a window manager nothing is pasted, and the text is on the clipboard`() throws
  {
    let desktop = try #require(XDesktop())
    let chat = try window("chat", on: desktop)
    _ = try window("xterm", on: desktop)
    desktop.endWindowManager()
    let running = try x11(desktop).running
    #expect(
      eventually { !running.succeeds("xdotool", ["windowactivate", "--sync", "\(chat.id)"]) })
    let handover = courier(desktop).deliver(Array("text".utf8), by: .window(chat))
    #expect(handover.arrival == nil)
    #expect(handover.refusal == .toolFailed("xdotool"))
    #expect(try clipboard(desktop) == "text")
    #expect(desktop.read("chat.txt") == nil)
  }

  @Test func `Where nothing can hold the text for a window, none is asked`() {
    let environment = ["PATH": "/nonexistent", "TERM": "xterm"]
    let window = Window(desktop: .x11, id: 1, process: 1, kind: "x")
    let handover = Courier(
      running: Running(environment: environment),
      clipboard: SystemClipboard(environment: environment)
    ).deliver([0x61], by: .window(window))
    #expect(handover.refusal == .noDesktop)
    #expect(handover.clipboard?.taken == [Taker(way: .osc52)])
  }
}
