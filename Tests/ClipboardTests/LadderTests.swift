import Testing

@testable import Clipboard

/// What the ladder is for one environment, as words: `way:reason`, a `+` before what is beside tmux.
private func rungs(
  _ environment: [String: String], tmuxSession: String? = nil, tmuxTakesSequences: Bool = false,
  setting: Way? = nil
) -> String {
  let place = Surroundings(
    environment: environment.merging(["TERM": "xterm-256color"]) { old, _ in old },
    tmux: TmuxState(environment: tmuxSession ?? "", takesSequences: tmuxTakesSequences))
  return Ladder(in: place, preferring: setting).rungs.map { rung in
    "\(rung.isBesideTmux ? "+" : "")\(rung.way.rawValue):\(rung.reason)"
  }.joined(separator: " ")
}

struct LadderTests {
  static let tmux = ["TMUX": "/tmp/tmux-0/default,1,0"]
  static let x11 = ["DISPLAY": ":0"]
  static let wayland = ["WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"]
  static let ssh = ["SSH_TTY": "/dev/pts/1", "SSH_CONNECTION": "10.0.0.1 1 10.0.0.2 22"]

  @Test func `A local desktop goes from its own tool to OSC 52`() {
    #expect(rungs(Self.x11) == "xclip:x11 xsel:x11 osc52:lastResort")
    #expect(rungs(Self.wayland) == "wl-copy:wayland xclip:x11 xsel:x11 osc52:lastResort")
    #expect(rungs([:]) == "osc52:lastResort")
    #expect(rungs(["DISPLAY": "", "TMUX": "", "SSH_TTY": ""]) == "osc52:lastResort")
  }

  @Test func `Over SSH the terminal comes before a forwarded display`() {
    #expect(rungs(Self.ssh) == "osc52:ssh")
    #expect(
      rungs(Self.ssh.merging(["DISPLAY": "localhost:10.0"]) { $1 })
        == "osc52:ssh xclip:x11 xsel:x11")
    #expect(rungs(["SSH_CONNECTION": "a 1 b 2"]) == "osc52:ssh")
  }

  @Test func `In tmux the display's tool is used too, but only where the display is local`() {
    #expect(rungs(Self.tmux) == "tmux:tmux")
    #expect(rungs(Self.tmux.merging(Self.x11) { $1 }) == "tmux:tmux +xclip:x11 +xsel:x11")
    #expect(
      rungs(Self.tmux.merging(Self.x11) { $1 }.merging(Self.ssh) { $1 })
        == "tmux:tmux xclip:x11 xsel:x11")
  }

  @Test func `In tmux OSC 52 is a way only where tmux is known to let it through`() {
    #expect(rungs(Self.tmux, tmuxTakesSequences: true) == "tmux:tmux osc52:lastResort")
    #expect(
      rungs(Self.tmux.merging(Self.x11) { $1 }, tmuxTakesSequences: true)
        == "tmux:tmux +xclip:x11 +xsel:x11 osc52:lastResort")
    // Outside tmux nobody is asked.
    #expect(rungs([:], tmuxTakesSequences: false) == "osc52:lastResort")
    #expect(Surroundings(environment: Self.tmux).isDroppedByTmux)
  }

  @Test func `What tmux answers is read from its end`() {
    let answer = "A=1\n-B\nC=x\non\non\n4711\n"
    #expect(
      TmuxState(answer: answer)
        == TmuxState(environment: answer, takesSequences: true, client: 4711))
    for answer in ["", "\n", "A=1\nexternal\n\n", "on", "off\n\n", "on\n"] {
      #expect(!TmuxState(answer: answer).takesSequences, "\(answer)")
      #expect(TmuxState(answer: answer).client == nil)
    }
  }

  @Test func `Over mosh the agent sits elsewhere, whatever the variables say`() {
    let place = Surroundings(environment: ["TERM": "xterm", "DISPLAY": ":0"], isOverMosh: true)
    #expect(place.isRemote)
    #expect(Ladder(in: place).rungs.map(\.way) == [.osc52, .xclip, .xsel])
  }

  @Test func `The tmux session knows better than the pane`() {
    let pane = Self.tmux.merging(Self.ssh) { $1 }.merging(["DISPLAY": ":old"]) { $1 }
    #expect(
      rungs(pane, tmuxSession: "-SSH_CONNECTION\nDISPLAY=:1\n")
        == "tmux:tmux +xclip:x11 +xsel:x11")
    #expect(
      rungs(Self.tmux, tmuxSession: "SSH_CONNECTION=a 1 b 2\n-DISPLAY\n") == "tmux:tmux")
    let place = Surroundings(
      environment: pane,
      tmux: TmuxState(
        environment: "DISPLAY=:1\nXAUTHORITY=/a=b\n-SSH_CONNECTION\nPATH=/evil\n"))
    #expect(place.toolEnvironment["DISPLAY"] == ":1")
    #expect(place.toolEnvironment["XAUTHORITY"] == "/a=b")
    #expect(place.toolEnvironment["PATH"] == nil)
    #expect(place.toolEnvironment["SSH_TTY"] == nil)
  }

  @Test func `What tmux prints may be anything`() {
    for lines in ["", "\n\n", "=", "-", "DISPLAY", "-=\n=-\n", "DISPLAY=\n"] {
      let place = Surroundings(environment: Self.tmux, tmux: TmuxState(answer: lines))
      #expect(place.isInTmux)
      #expect(!place.hasX11)
    }
  }

  @Test func `The setting comes first, the others behind it, each once`() {
    #expect(rungs(Self.x11, setting: .xsel) == "xsel:setting xclip:x11 osc52:lastResort")
    #expect(rungs(Self.ssh, setting: .xclip) == "xclip:setting osc52:ssh")
    #expect(
      rungs(Self.tmux.merging(Self.x11) { $1 }, setting: .osc52)
        == "osc52:setting tmux:tmux xclip:x11 xsel:x11")
    #expect(
      rungs(Self.tmux.merging(Self.x11) { $1 }, setting: .tmux)
        == "tmux:setting xclip:x11 xsel:x11")
  }

  @Test(arguments: ["linux", "dumb", ""])
  func `A terminal without a clipboard gets no sequence`(terminal: String) {
    #expect(rungs(["TERM": terminal]) == "")
    #expect(rungs(["TERM": terminal, "DISPLAY": ":0"]) == "xclip:x11 xsel:x11")
    #expect(rungs(["TERM": terminal], setting: .osc52) == "osc52:setting")
  }

  @Test func `Without anything to go by there is no way`() {
    #expect(Ladder(in: Surroundings(environment: [:])).rungs.isEmpty)
  }

  @Test func `Every way has its claim, and the words of the configuration file`() {
    #expect(Way.allCases.map(\.rawValue) == ["tmux", "wl-copy", "xclip", "xsel", "osc52"])
    #expect(Way.allCases.map(\.claim) == [.handedOver, .copied, .copied, .copied, .sent])
    #expect(Claim.buffered < .sent && Claim.sent < .handedOver && Claim.handedOver < .copied)
    #expect(Taker(way: .tmux, isOnlyBuffered: true).claim == .buffered)
  }
}
