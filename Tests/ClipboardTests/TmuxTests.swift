import Foundation
import Testing

@testable import ChildProcess
@testable import Clipboard

/// A tmux server on a socket of its own.
private struct TmuxServer {
  let folder: String
  let name: String
  let environment: [String: String]

  init(_ name: String, in folder: String) {
    self.folder = folder
    self.name = name
    environment = [
      "PATH": "/usr/bin:/bin", "HOME": folder, "TMUX_TMPDIR": folder, "LC_ALL": "C.UTF-8",
      "TERM": "xterm-256color", "SHELL": "/bin/sh",
    ]
  }

  @discardableResult
  func run(_ arguments: String...) -> [UInt8]? {
    let ending = ToolProcess.run(
      "/usr/bin/tmux", ["-L", name, "-f", "/dev/null"] + arguments, environment: environment,
      exchange: .collect(atMost: 1 << 24), until: .now + .seconds(60))
    guard case .exited(status: 0, let output) = ending else { return nil }
    return output
  }

  /// The environment of a program in its pane.
  func paneEnvironment() throws -> [String: String] {
    let answer = try #require(run("display-message", "-p", "#{socket_path},#{pid},0"))
    let tmux = String(decoding: answer, as: UTF8.self).trimmingCharacters(in: .newlines)
    return environment.merging(["TMUX": tmux]) { $1 }
  }
}

/// Through the real tmux.
@Suite(.enabled(if: isOnPath("tmux"), "needs tmux: apt-get install tmux"), .serialized)
struct TmuxTests {
  private let limits = Limits(perTool: .seconds(60), inAll: .seconds(120))

  private func withFolder(_ body: (String) throws -> Void) throws {
    // The path of a socket may have 107 bytes at the most.
    let folder = "/tmp/pd-\(UUID().uuidString.prefix(8))"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
  }

  @Test func `A text is in the buffer byte for byte, with no client attached`() throws {
    try withFolder { folder in
      let server = TmuxServer("inner", in: folder)
      #expect(server.run("new-session", "-d") != nil)
      defer { server.run("kill-server") }
      let clipboard = SystemClipboard(environment: try server.paneEnvironment(), limits: limits)
      let long = String(repeating: "发货 ", count: 150_000)
      for text in ["亲，您好", "x;", "-b evil", "#{pane_id}#(touch x)", "a\u{1B}[201~b\n\n", long] {
        let delivery = clipboard.deliver(Array(text.utf8))
        #expect(delivery == Delivery(taken: [Taker(way: .tmux)]))
        let isHeld = server.run("show-buffer") == Array(text.utf8)
        #expect(isHeld, "\(text.prefix(20))")
      }
    }
  }

  @Test func `An attached client passes the text on to its own terminal`() throws {
    try withFolder { folder in
      // The outer tmux plays the terminal: it keeps what OSC 52 brings it as a buffer of its own.
      let inner = TmuxServer("inner", in: folder)
      let outer = TmuxServer("outer", in: folder)
      #expect(inner.run("new-session", "-d") != nil)
      defer { inner.run("kill-server") }
      inner.run("set-option", "-g", "set-clipboard", "external")
      inner.run("set-option", "-sa", "terminal-features", ",*:clipboard")
      #expect(
        outer.run("new-session", "-d", "env -u TMUX tmux -L inner -f /dev/null attach") != nil)
      defer { outer.run("kill-server") }
      outer.run("set-option", "-g", "set-clipboard", "on")
      #expect(eventually { inner.run("list-clients").map { !$0.isEmpty } ?? false })

      let clipboard = SystemClipboard(environment: try inner.paneEnvironment(), limits: limits)
      let text = Array("亲，已为您安排发货".utf8)
      #expect(
        eventually {
          clipboard.deliver(text).taken == [Taker(way: .tmux)] && outer.run("show-buffer") == text
        })
    }
  }

  @Test func `The session's display wins over the pane's, and what it removed is gone`() throws {
    try withFolder { folder in
      let server = TmuxServer("inner", in: folder)
      #expect(server.run("new-session", "-d") != nil)
      defer { server.run("kill-server") }
      server.run("set-environment", "DISPLAY", ":7")
      server.run("set-environment", "-r", "SSH_CONNECTION")
      let pane = try server.paneEnvironment().merging(
        ["DISPLAY": ":old", "SSH_CONNECTION": "a 1 b 2", "SSH_TTY": "/dev/pts/9"]) { $1 }
      let probe = SystemClipboard(environment: pane, limits: limits).probe()
      #expect(probe.surroundings.toolEnvironment["DISPLAY"] == ":7")
      #expect(!probe.surroundings.isRemote)
      #expect(probe.ladder.rungs.map(\.way) == [.tmux, .xclip, .xsel])
      #expect(probe.ladder.rungs.map(\.isBesideTmux) == [false, true, true])
    }
  }

  @Test(arguments: ["on", "external", "off"])
  func `Whether tmux lets a sequence through is asked, and who looks at it`(
    setting: String
  ) throws {
    try withFolder { folder in
      let inner = TmuxServer("inner", in: folder)
      let outer = TmuxServer("outer", in: folder)
      #expect(inner.run("new-session", "-d") != nil)
      defer { inner.run("kill-server") }
      inner.run("set-option", "-s", "set-clipboard", setting)
      let environment = try inner.paneEnvironment()
      func probe() -> Probe { SystemClipboard(environment: environment, limits: limits).probe() }
      #expect(probe().ladder.rungs.map(\.way) == (setting == "on" ? [.tmux, .osc52] : [.tmux]))
      #expect(!probe().surroundings.isOverMosh)

      // A program of mosh' name stands for it: the client is what it started.
      let mosh = "\(folder)/mosh-server"
      try FileManager.default.copyItem(atPath: "/bin/dash", toPath: mosh)
      let client = "env -u TMUX \(mosh) -c 'tmux -L inner -f /dev/null attach; true'"
      #expect(outer.run("new-session", "-d", client) != nil)
      defer { outer.run("kill-server") }
      #expect(eventually { probe().surroundings.isOverMosh })
      #expect(probe().surroundings.isRemote)
      let clipboard = SystemClipboard(environment: environment, limits: limits)
      #expect(clipboard.deliver(Array("hello".utf8)).isOverMosh)
    }
  }

  @Test func `A tmux that is gone is said, and no terminal asked that may be one of its panes`()
    throws
  {
    try withFolder { folder in
      let server = TmuxServer("gone", in: folder)
      let environment = server.environment.merging(["TMUX": "\(folder)/none,1,0"]) { $1 }
      let delivery = SystemClipboard(environment: environment, limits: limits)
        .deliver(Array("hello".utf8))
      #expect(
        delivery == Delivery(failures: [Failure(way: .tmux, reason: .exited(status: 1))]))
    }
  }
}
