/// What the environment says about the place the program runs in, as far as clipboards go.
///
/// A pane of tmux keeps the variables of the day its shell began, while the agent has long since
/// attached from elsewhere. tmux knows better (`tmux show-environment`), so what its session says
/// wins over the pane.
public struct Surroundings: Equatable, Sendable {
  public let isInTmux: Bool
  /// GNU screen, which passes a sequence on only in pieces of its own.
  let isInScreen: Bool
  /// The agent sits at another machine, and so does the clipboard that is wanted.
  public let isRemote: Bool
  /// mosh is between: it carries the last text that was copied as a state, and passes on only what
  /// differs from the one before.
  public let isOverMosh: Bool
  /// Whether tmux is known to take a sequence from a program inside it; false outside tmux.
  let tmuxTakesSequences: Bool
  let hasWayland: Bool
  public let hasX11: Bool
  /// The value of TERM.
  let terminal: String
  /// What a tool is started with.
  public let toolEnvironment: [String: String]

  /// - Parameters:
  ///   - environment: the variables of this process.
  ///   - tmux: what tmux said of itself; nil outside tmux, and where it gave no answer.
  ///   - isOverMosh: whether a server of mosh started what this process runs in.
  public init(
    environment: [String: String], tmux: TmuxState? = nil, isOverMosh: Bool = false
  ) {
    let known = environment.overlaid(withTmuxSession: tmux?.environment ?? "")
    toolEnvironment = known
    func isSet(_ name: String) -> Bool { known[name]?.isEmpty == false }
    isInTmux = isSet("TMUX")
    isInScreen = !isSet("TMUX") && isSet("STY")
    isRemote = isSet("SSH_TTY") || isSet("SSH_CONNECTION") || isOverMosh
    self.isOverMosh = isOverMosh
    tmuxTakesSequences = isSet("TMUX") && tmux?.takesSequences == true
    hasWayland = isSet("WAYLAND_DISPLAY")
    hasX11 = isSet("DISPLAY")
    terminal = known["TERM"] ?? ""
  }

  /// Whether a sequence sent there can be taken at all: the Linux console has no clipboard, and a
  /// dumb terminal would show the sequence as text; tmux drops it unless it was told not to.
  var takesSequences: Bool { !["", "dumb", "linux"].contains(terminal) && !isDroppedByTmux }

  /// Whether tmux drops a sequence, as far as is known.
  public var isDroppedByTmux: Bool { isInTmux && !tmuxTakesSequences }

  /// Whether the terminal is known to take every text that ``Limits`` lets through by default.
  ///
  /// Told by names that survive SSH; the sizes are those that the authors of Ghostty collected.
  var takesLongSequences: Bool {
    ["xterm-kitty", "xterm-ghostty", "alacritty", "wezterm"].contains(terminal)
      || toolEnvironment["TERM_PROGRAM"] == "WezTerm"
  }
}

extension [String: String] {
  /// The variables that tell where the agent sits, as the tmux session knows them.
  ///
  /// A line is `NAME=value`, or `-NAME` for one that the last attached client did not have.
  fileprivate func overlaid(withTmuxSession lines: String) -> Self {
    let names: Set = [
      "DISPLAY", "XAUTHORITY", "WAYLAND_DISPLAY", "XDG_RUNTIME_DIR", "SSH_CONNECTION",
    ]
    var result = self
    for line in lines.split(separator: "\n") {
      let isRemoved = line.hasPrefix("-")
      let parts = line.dropFirst(isRemoved ? 1 : 0).split(
        separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(parts[0])
      guard names.contains(name), isRemoved || parts.count == 2 else { continue }
      result[name] = isRemoved ? nil : String(parts[1])
      // tmux renews SSH_CONNECTION at each attach but never SSH_TTY: the pane's is out of date.
      if name == "SSH_CONNECTION" { result["SSH_TTY"] = nil }
    }
    return result
  }
}
