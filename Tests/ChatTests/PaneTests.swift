import ChatTrials
import Clipboard
import Glibc
import Settings
import Testing

@testable import Chat

/// Through a real tmux: what a pane gets, and who gets nothing.
@Suite(.enabled(if: isOnPath("tmux"), "needs tmux: apt-get install tmux"))
struct PaneTests {
  private func courier(_ server: TmuxServer, _ options: Courier.Options = .init()) -> Courier {
    let environment = server.paneEnvironment
    var options = options
    options.bracketedPrograms = Set(SendSettings().bracketedPrograms)
    let limits = Limits(perTool: .seconds(20), inAll: .seconds(30))
    return Courier(
      // A disk that is busy writing holds a program up for longer than an agent would wait.
      running: Running(environment: environment, limit: .seconds(20)),
      clipboard: SystemClipboard(environment: environment, limits: limits), options: options)
  }

  /// A pane in which `cat` writes what was entered into `got`.
  private func cat(_ server: TmuxServer) throws -> Pane {
    let id = try #require(server.open("sh", "-c", "touch ready; exec cat > got"))
    #expect(eventually { server.read("ready") != nil })
    return courier(server).pane(id)
  }

  /// A prompt of bash, which takes pastes in brackets.
  private func bash(_ server: TmuxServer) throws -> Pane {
    let id = try #require(server.open("env", "PS1=ready> ", "bash", "--norc", "--noprofile"))
    #expect(eventually { server.screen(id).contains("ready>") })
    return courier(server).pane(id)
  }

  /// The text was refused, and is a buffer of the agent's.
  private func expectRefusal(
    _ refusal: Refusal, of text: String, to pane: Pane, on server: TmuxServer
  ) {
    let handover = courier(server).deliver(Array(text.utf8), by: .pane(pane))
    #expect(handover.arrival == nil)
    #expect(handover.refusal == refusal)
    #expect(handover.isTaken)
    #expect(server.line("show-buffer") == text)
    #expect(server.line("list-buffers", "-F", "#{buffer_name}")?.contains("phrasedesk") == false)
  }

  @Test func `Enter is pressed only when it is asked for`() throws {
    let server = try #require(TmuxServer())
    let pane = try cat(server)
    #expect(courier(server).deliver(Array("one".utf8), by: .pane(pane)).word == "pane")
    #expect(eventually { server.screen(pane.id) == "one" })
    #expect(server.read("got")?.isEmpty == true)
    var options = Courier.Options()
    options.pressesEnter = true
    #expect(courier(server, options).deliver(Array(" two".utf8), by: .pane(pane)).word == "pane")
    #expect(eventually { server.read("got") == Array("one two\n".utf8) })
  }

  @Test func `Where panes are synchronized Enter is not pressed, and that is told`() throws {
    let server = try #require(TmuxServer())
    let pane = try cat(server)
    let beside = try #require(
      server.line(
        "split-window", "-d", "-P", "-F", "#{pane_id}", "-c", server.folder, "-t", pane.id,
        "sh", "-c", "touch ready2; exec cat > draft"))
    #expect(eventually { server.read("ready2") != nil })
    server.run("send-keys", "-t", beside, "a draft")
    #expect(eventually { server.screen(beside) == "a draft" })
    server.run("set-option", "-w", "-t", pane.id, "synchronize-panes", "on")
    var options = Courier.Options()
    let plain = courier(server, options).deliver(Array("one".utf8), by: .pane(pane))
    #expect(plain.arrival != nil && !plain.lacksEnter && plain.isWhereWanted)
    options.pressesEnter = true
    let handover = courier(server, options).deliver(Array(" two".utf8), by: .pane(pane))
    #expect(handover.arrival != nil && handover.lacksEnter && !handover.isWhereWanted)
    server.run("set-option", "-w", "-t", pane.id, "synchronize-panes", "off")
    let last = courier(server, options).deliver(Array(" three".utf8), by: .pane(pane))
    #expect(!last.lacksEnter)
    #expect(eventually { server.read("got") == Array("one two three\n".utf8) })
    #expect(server.read("draft")?.isEmpty == true)
  }

  @Test func `The buffers of the agent stay as they are`() throws {
    let server = try #require(TmuxServer())
    server.run("set-buffer", "the agent's")
    let pane = try cat(server)
    for _ in 0..<60 { _ = courier(server).deliver(Array("x;".utf8), by: .pane(pane)) }
    #expect(server.line("list-buffers", "-F", "#{buffer_sample}") == "the agent's")
    #expect(eventually { server.screen(pane.id).hasSuffix("x;") })
  }

  @Test func `A pane that is gone, or is another's now, gets nothing`() throws {
    let server = try #require(TmuxServer())
    let pane = try cat(server)
    server.run("respawn-pane", "-k", "-t", pane.id, "cat")
    expectRefusal(.paneGone(pane.name), of: "after respawn", to: pane, on: server)
    #expect(server.screen(pane.id) == "")
    server.run("kill-pane", "-t", pane.id)
    expectRefusal(.paneGone(pane.name), of: "after kill", to: pane, on: server)
  }

  @Test func `A dead pane, and one that takes no input, are told apart`() throws {
    let server = try #require(TmuxServer())
    server.run("set-option", "-g", "remain-on-exit", "on")
    let pane = try cat(server)
    server.run("select-pane", "-d", "-t", pane.id)
    expectRefusal(.takesNoInput(pane.name), of: "no input", to: pane, on: server)
    server.run("select-pane", "-e", "-t", pane.id)
    kill(pane.process, SIGTERM)
    #expect(eventually { server.line("display", "-p", "-t", pane.id, "#{pane_dead}") == "1" })
    expectRefusal(.paneGone(pane.name), of: "dead", to: pane, on: server)
  }

  @Test func `A server that is gone is no trap`() throws {
    let server = try #require(TmuxServer())
    let pane = Pane(server: "\(server.folder)/none", id: "%0", process: 1)
    expectRefusal(.paneGone("%0"), of: "text", to: pane, on: server)
  }

  @Test(arguments: ["%5;kill-server", "5", "%", "%5 ", "%-1", "=0", "%12345678901", "{last}"])
  func `What is no pane's id is never given to tmux`(id: String) throws {
    let server = try #require(TmuxServer())
    #expect(courier(server).pane(id).process == 0)
    let pane = Pane(server: server.socket, id: id, process: 1)
    expectRefusal(.paneGone(pane.name), of: "text", to: pane, on: server)
  }

  @Test func `In copy mode lines are pasted, and not entered`() throws {
    let server = try #require(TmuxServer())
    let pane = try bash(server)
    server.run("copy-mode", "-t", pane.id)
    let text = "touch MARK\ntouch MARK"
    #expect(courier(server).deliver(Array(text.utf8), by: .pane(pane)).word == "pane")
    #expect(eventually { server.screen(pane.id).hasSuffix(text) })
    #expect(server.read("MARK") == nil)
  }

  @Test func `A busy shell gets no lines, which it would run when it is done`() throws {
    let server = try #require(TmuxServer())
    let pane = try bash(server)
    server.run("send-keys", "-t", pane.id, "touch busy; cat", "Enter")
    #expect(eventually { server.read("busy") != nil })
    #expect(eventually { courier(server).pane(pane.id).command == "cat" })
    for text in ["touch MARK\ntouch MARK", "a\tb"] {
      expectRefusal(.entersLines, of: text, to: pane, on: server)
    }
    #expect(courier(server).deliver(Array("one line".utf8), by: .pane(pane)).word == "pane")
    server.run("send-keys", "-t", pane.id, "C-d", "C-d")
    #expect(eventually { server.screen(pane.id).hasSuffix("ready>") })
    #expect(server.read("MARK") == nil)
  }

  @Test func `tmux is understood where the locale is none`() throws {
    let server = try #require(TmuxServer())
    let running = Running(
      environment: ["PATH": "/usr/bin:/bin", "LC_ALL": "C"], limit: .seconds(20))
    let tmux = Tmux(server: server.socket, running)
    #expect(tmux.panes().count == 1)
    #expect(tmux.panes().first.map { tmux.facts(ofPane: $0.pane.id) == $0 } == true)
  }

  @Test func `A program with an odd name is opened beside the chat`() throws {
    let server = try #require(TmuxServer())
    server.run("set-option", "-g", "default-shell", "/bin/false")
    let pane = try #require(
      Tmux(Running(environment: server.paneEnvironment, limit: .seconds(20)))?.panes().first?.pane)
    let name = "a=b $(touch MARK) 'q' \"#{pane_id} 发;"
    server.write(
      "#!/bin/sh\nfor each; do echo \"[$each]\"; done > \"$HOME/opened\"\ncat\n", to: name)
    chmod("\(server.folder)/\(name)", 0o755)
    let environment = server.paneEnvironment.merging(["TMUX_PANE": pane.id]) { $1 }
    let summons = Summons(
      running: Running(environment: environment, limit: .seconds(20)),
      folder: DeskFolder(runtime: "\(server.folder)/desks"))
    let outcome = summons.run(paneID: nil, columns: 40) { agent in
      #expect(agent.pane == pane)
      return ["\(server.folder)/\(name)", "a b", "it's", "#{pane_id}", "end;", ""]
    }
    #expect(outcome == .opened)
    #expect(
      eventually {
        server.read("opened") == Array("[a b]\n[it's]\n[#{pane_id}]\n[end;]\n[]\n".utf8)
      })
    #expect(server.line("list-panes", "-F", "#{pane_width}") == "59\n40")
    #expect(server.read("MARK") == nil)
  }

  @Test func `Outside tmux and without a desk there is nothing to open`() {
    let folder = DeskFolder(runtime: "/nonexistent/phrasedesk")
    let summons = Summons(running: Running(environment: ["PATH": "/usr/bin:/bin"]), folder: folder)
    #expect(summons.run(paneID: nil, columns: 40) { _ in ["false"] } == .noDesk)
  }
}
