import Foundation
import Testing

@testable import ChildProcess
@testable import Clipboard

/// How the ladder is climbed, shown with scripts in the place of the tools.
struct FakeToolTests {
  private let patient = Limits(perTool: .seconds(60), inAll: .seconds(120))

  private func withTools(_ body: (FakeTools) throws -> Void) throws {
    let tools = try FakeTools()
    defer { tools.remove() }
    try body(tools)
  }

  @Test func `What is not installed is passed over`() throws {
    try withTools { tools in
      try tools.installWorking("xsel")
      let delivery = SystemClipboard(environment: tools.environment(), limits: patient)
        .deliver(Array("hello".utf8))
      #expect(delivery.failures == [Failure(way: .xclip, reason: .notInstalled)])
      #expect(delivery.taken == [Taker(way: .xsel, isVerified: true)])
      #expect(tools.read("held") == Array("hello".utf8))
    }
  }

  @Test(arguments: [
    ("exit 3", Failure.Reason.exited(status: 3)),
    ("kill -USR1 $$", .killed(signal: SIGUSR1)),
    ("case \"$*\" in *-out*) echo other;; *) cat > /dev/null;; esac", .holdsAnotherText),
    ("case \"$*\" in *-out*) yes;; *) cat > /dev/null;; esac", .holdsAnotherText),
  ])
  func `A tool that fails is followed by the next`(
    body: String, reason: Failure.Reason
  ) throws {
    try withTools { tools in
      try tools.install("xclip", body)
      try tools.installWorking("xsel")
      let delivery = SystemClipboard(environment: tools.environment(), limits: patient)
        .deliver(Array("hello".utf8))
      #expect(delivery.failures == [Failure(way: .xclip, reason: reason)])
      #expect(delivery.best?.way == .xsel)
    }
  }

  @Test(arguments: ["sleep 600", "trap '' TERM HUP INT; sleep 600", "cat > /dev/null; sleep 600"])
  func `A tool that does not end is given up after its limit`(body: String) throws {
    try withTools { tools in
      try tools.install("xclip", "echo $$ > pid\n\(body)")
      try tools.installWorking("xsel")
      for size in [1, 4 << 20] {
        let text = [UInt8](repeating: 0x61, count: size)
        let process = try #require(overrun(by: text, tools))
        // It is dead and reaped, and so is what it started.
        #expect(kill(process, 0) == -1 && errno == ESRCH)
        #expect(eventually { kill(-process, 0) == -1 && errno == ESRCH })
      }
    }
  }

  /// Has a text given to an xclip that does not end, until that got so far as to say who it is: a busy
  /// machine may not have begun it within the first limit.
  private func overrun(by text: [UInt8], _ tools: FakeTools) -> pid_t? {
    unlink("\(tools.folder)/pid")
    for milliseconds in [200, 2_000, 20_000] {
      let limit = Duration.milliseconds(milliseconds)
      let limits = Limits(perTool: limit, inAll: .seconds(60))
      let delivery = SystemClipboard(environment: tools.environment(), limits: limits)
        .deliver(text)
      #expect(delivery.failures.first == Failure(way: .xclip, reason: .overran(limit)))
      let said = String(decoding: tools.read("pid") ?? [], as: UTF8.self)
      if let process = pid_t(said.trimmingCharacters(in: .whitespacesAndNewlines)) {
        return process
      }
    }
    return nil
  }

  @Test func `The limit for all tools holds when each keeps its own`() throws {
    try withTools { tools in
      for tool in ["wl-copy", "xclip", "xsel"] { try tools.install(tool, "sleep 600") }
      let limits = Limits(perTool: .milliseconds(200), inAll: .milliseconds(300))
      let place = ["DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0", "TERM": "xterm"]
      let delivery = SystemClipboard(environment: tools.environment(place), limits: limits)
        .deliver(Array("hello".utf8))
      #expect(delivery.failures.map(\.way) == [.wlCopy, .xclip, .xsel])
      #expect(delivery.failures.first?.reason == .overran(.milliseconds(200)))
      #expect(delivery.failures.last?.reason == .noTimeLeft)
      // The terminal needs no time.
      #expect(delivery.taken == [Taker(way: .osc52)])
    }
  }

  @Test func `A tool that ends well without reading a long text has not taken it`() throws {
    try withTools { tools in
      try tools.install("wl-copy", "exit 0")
      let delivery = SystemClipboard(
        environment: tools.environment(["WAYLAND_DISPLAY": "w"]), limits: patient
      ).deliver([UInt8](repeating: 0x61, count: 4 << 20))
      #expect(delivery == Delivery(failures: [Failure(way: .wlCopy, reason: .leftTextUnread)]))
    }
  }

  @Test func `A tool may leave a descendant behind, as the real ones do`() throws {
    try withTools { tools in
      try tools.install("wl-copy", "cat > held; sleep 600 & echo $! > descendant; exit 0")
      let delivery = SystemClipboard(
        environment: tools.environment(["WAYLAND_DISPLAY": "w"]), limits: patient
      ).deliver(Array("hello".utf8))
      #expect(delivery.taken == [Taker(way: .wlCopy, isVerified: false)])
      let descendant = try #require(
        Int32(
          String(decoding: tools.read("descendant") ?? [], as: UTF8.self)
            .trimmingCharacters(in: .whitespacesAndNewlines)))
      #expect(kill(descendant, 0) == 0)
      kill(descendant, SIGKILL)
    }
  }

  @Test func `A tool that cannot show the text is believed but not vouched for`() throws {
    try withTools { tools in
      try tools.install("xclip", "case \"$*\" in *-out*) exit 1;; *) cat > /dev/null;; esac")
      let delivery = SystemClipboard(environment: tools.environment(), limits: patient)
        .deliver(Array("hello".utf8))
      #expect(delivery == Delivery(taken: [Taker(way: .xclip, isVerified: false)]))
    }
  }

  @Test func `A file that is no program says why it could not be started`() throws {
    try withTools { tools in
      try tools.write("neither a script nor a program", to: "xclip")
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: "\(tools.folder)/xclip")
      let delivery = SystemClipboard(environment: tools.environment()).deliver([0x61])
      #expect(delivery.failures.first == Failure(way: .xclip, reason: .notStarted(errno: ENOEXEC)))
    }
  }

  @Test func `In tmux both tmux and the display's tool take the text, and no more than these`()
    throws
  {
    try withTools { tools in
      try tools.install(
        "tmux",
        """
        case $1 in
          show-environment) printf 'DISPLAY=:7\\n-SSH_CONNECTION\\n';;
          *) cat > buffer;;
        esac
        """)
      try tools.installWorking("xclip")
      try tools.install("xsel", "touch called")
      let place = ["TMUX": "x", "SSH_TTY": "old", "TERM": "tmux-256color"]
      let clipboard = SystemClipboard(environment: tools.environment(place), limits: patient)
      let delivery = clipboard.deliver(Array("hello".utf8))
      #expect(delivery.taken == [Taker(way: .tmux), Taker(way: .xclip, isVerified: true)])
      #expect(delivery.best?.way == .xclip)
      #expect(delivery.terminalSequence == nil)
      #expect(tools.read("buffer") == Array("hello".utf8))
      #expect(tools.read("called") == nil)

      // Without a working tool of the display, tmux alone is the answer: OSC 52 adds nothing.
      try tools.install("xclip", "exit 1")
      try tools.install("xsel", "exit 1")
      let alone = clipboard.deliver(Array("hello".utf8))
      #expect(alone.taken == [Taker(way: .tmux)])
      #expect(alone.failures.map(\.way) == [.xclip, .xsel])
      #expect(alone.best?.way.claim == .handedOver)
    }
  }

  /// A tmux that answers what it is asked, and treats a text as `body` says.
  private func installTmux(_ tools: FakeTools, setClipboard: String, _ body: String) throws {
    try tools.install(
      "tmux",
      """
      case "$*" in
        show-environment*) printf '%s\\n\\n' '\(setClipboard)';;
        *) \(body);;
      esac
      """)
  }

  private let inTmux = ["TMUX": "x", "TERM": "tmux-256color", "SSH_CONNECTION": "a 1 b 2"]

  @Test(arguments: ["external", "off", "on"])
  func `A tmux that knows no -w keeps the text, and nothing more is said of it`(
    setting: String
  ) throws {
    try withTools { tools in
      try installTmux(
        tools, setClipboard: setting, "case \"$*\" in *-w*) exit 1;; *) cat > buffer;; esac")
      let delivery = SystemClipboard(environment: tools.environment(inTmux), limits: patient)
        .deliver(Array("hello".utf8))
      #expect(tools.read("buffer") == Array("hello".utf8))
      #expect(delivery.failures == [Failure(way: .tmux, reason: .exited(status: 1))])
      let buffered = Taker(way: .tmux, isOnlyBuffered: true)
      if setting == "on" {
        #expect(delivery.taken == [buffered, Taker(way: .osc52)])
        #expect(delivery.best?.way == .osc52 && !delivery.isOnlyBuffered)
        #expect(delivery.terminalSequence != nil)
      } else {
        #expect(delivery.taken == [buffered])
        #expect(delivery.isOnlyBuffered)
        #expect(delivery.terminalSequence == nil)
      }
    }
  }

  @Test func `A text that only tmux' buffer has goes on to the display's tool`() throws {
    try withTools { tools in
      try installTmux(
        tools, setClipboard: "external", "case \"$*\" in *-w*) exit 1;; *) cat > buffer;; esac")
      try tools.installWorking("xclip")
      let place = ["TMUX": "x", "TERM": "tmux-256color", "DISPLAY": ":0"]
      let delivery = SystemClipboard(environment: tools.environment(place), limits: patient)
        .deliver(Array("hello".utf8))
      #expect(delivery.best == Taker(way: .xclip, isVerified: true))
      #expect(delivery.taken.count == 2 && !delivery.isOnlyBuffered)
    }
  }

  @Test(arguments: ["exit 1", "sleep 600", "kill -USR1 $$"])
  func `A tmux that takes nothing at all, or too late, is a failure`(body: String) throws {
    try withTools { tools in
      try installTmux(tools, setClipboard: "external", body)
      let limits = Limits(
        perTool: body.hasPrefix("sleep") ? .milliseconds(500) : .seconds(60),
        inAll: .seconds(120))
      let delivery = SystemClipboard(environment: tools.environment(inTmux), limits: limits)
        .deliver(Array("hello".utf8))
      #expect(!delivery.isTaken)
      #expect(delivery.failures.map(\.way) == [.tmux])
      #expect(delivery.terminalSequence == nil)
    }
  }

  @Test func `OSC 52 that the setting names is not tried where tmux drops it`() throws {
    try withTools { tools in
      try installTmux(tools, setClipboard: "external", "cat > buffer")
      let delivery = SystemClipboard(
        environment: tools.environment(inTmux), setting: .osc52, limits: patient
      ).deliver(Array("hello".utf8))
      #expect(delivery.failures == [Failure(way: .osc52, reason: .droppedByTmux)])
      #expect(delivery.taken == [Taker(way: .tmux)])
      #expect(delivery.terminalSequence == nil)
    }
  }

  @Test func `An empty text reaches no tool`() throws {
    try withTools { tools in
      try tools.installWorking("xclip")
      try tools.installWorking("xsel")
      let delivery = SystemClipboard(environment: tools.environment()).deliver([])
      #expect(!delivery.isTaken)
      #expect(Set(delivery.failures.map(\.reason)) == [.emptyText])
      #expect(tools.read("calls") == nil)
    }
  }

  @Test func `The text is never an argument, and is at no place but standard input`() throws {
    try withTools { tools in
      try tools.installWorking("xclip")
      let delivery = SystemClipboard(environment: tools.environment(), limits: patient)
        .deliver(Array("secret words".utf8))
      #expect(delivery.isTaken)
      let calls = String(decoding: tools.read("calls") ?? [], as: UTF8.self)
      #expect(calls.contains("-selection clipboard -in"))
      #expect(!calls.contains("secret"))
    }
  }

  @Test func `A tool sees three descriptors, a session of its own and default signals`() throws {
    try withTools { tools in
      try tools.install(
        "wl-copy",
        """
        cat > /dev/null
        ls /proc/$$/fd > descriptors
        outputs=$(readlink /proc/$$/fd/1 /proc/$$/fd/2)
        echo "$outputs" > outputs
        cut -d' ' -f1,6 /proc/$$/stat > session
        exec grep -E 'SigBlk|SigIgn' /proc/self/status > signals
        """)
      // Something to leak: without close-on-exec, and a signal that is ignored here.
      let leak = open("/dev/null", O_RDONLY)
      defer { close(leak) }
      signal(SIGPIPE, SIG_IGN)
      defer { signal(SIGPIPE, SIG_DFL) }
      let delivery = SystemClipboard(
        environment: tools.environment(["WAYLAND_DISPLAY": "w"]), limits: patient
      ).deliver([0x61])
      #expect(delivery.isTaken)
      func words(_ name: String) -> [String] {
        String(decoding: tools.read(name) ?? [], as: UTF8.self)
          .split(whereSeparator: \.isWhitespace).map(String.init)
      }
      // The shell itself holds the script open, as 10 or above.
      #expect(words("descriptors").compactMap { Int($0) }.filter { $0 < 10 } == [0, 1, 2])
      #expect(words("outputs") == ["/dev/null", "/dev/null"])
      let session = words("session")
      #expect(session.count == 2 && session.first == session.last)
      // 32 and 33 belong to glibc.
      let masks = words("signals").compactMap { UInt64($0, radix: 16) }
      #expect(masks.map { $0 & 0x7FFF_FFFF } == [0, 0])
    }
  }

  @Test func `A relative PATH is not searched`() {
    #expect(SearchPath(environment: ["PATH": ".::bin:/usr/bin"]).folders == ["/usr/bin"])
    #expect(SearchPath(environment: [:]).find("sh") != nil)
    #expect(SearchPath(environment: ["PATH": "/"]).find("usr") == nil)
  }

  @Test func `The probe tells tools and order without copying anything`() throws {
    try withTools { tools in
      try tools.installWorking("xclip")
      let probe = SystemClipboard(
        environment: tools.environment(["DISPLAY": ":0", "TERM": "xterm"]), setting: .xsel
      ).probe()
      #expect(probe.ladder.rungs.map(\.way) == [.xsel, .xclip, .osc52])
      #expect(probe.tools.map(\.way) == [.tmux, .wlCopy, .xclip, .xsel])
      #expect(probe.tools.map(\.path) == [nil, nil, "\(tools.folder)/xclip", nil])
      #expect(tools.read("calls") == nil)
    }
  }
}
