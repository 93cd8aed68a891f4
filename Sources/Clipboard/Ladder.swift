/// The ways a text can go from here, the best first.
///
/// ```
/// the setting, if there is one
/// in tmux        tmux, and beside it the display's own tool; OSC 52 if neither takes it and
///                tmux lets it through
/// over SSH       OSC 52, then the display's tools (a forwarded display is the wrong one)
/// elsewhere      wl-copy, xclip, xsel, OSC 52
/// ```
public struct Ladder: Equatable, Sendable {
  public let rungs: [Rung]

  public init(in surroundings: Surroundings, preferring setting: Way? = nil) {
    var rungs: [Rung] = []
    if let setting { rungs.append(Rung(way: setting, reason: .setting)) }
    for rung in Ladder.natural(in: surroundings) where rung.way != setting {
      // The agent asked for one way: nothing else is done beside it.
      let isBesideTmux = rung.isBesideTmux && setting == nil
      rungs.append(Rung(way: rung.way, reason: rung.reason, isBesideTmux: isBesideTmux))
    }
    self.rungs = rungs
  }

  /// The order where no setting says otherwise.
  private static func natural(in place: Surroundings) -> [Rung] {
    // tmux alone does not reach the clipboard of a local terminal that ignores OSC 52 (those of
    // GNOME do), so the display's tool is used as well.
    let isBesideTmux = place.isInTmux && !place.isRemote
    var display: [Rung] = []
    if place.hasWayland {
      display.append(Rung(way: .wlCopy, reason: .wayland, isBesideTmux: isBesideTmux))
    }
    if place.hasX11 {
      display.append(Rung(way: .xclip, reason: .x11, isBesideTmux: isBesideTmux))
      display.append(Rung(way: .xsel, reason: .x11, isBesideTmux: isBesideTmux))
    }
    let sequence = place.takesSequences
    if place.isInTmux {
      let last = sequence ? [Rung(way: .osc52, reason: .lastResort)] : []
      return [Rung(way: .tmux, reason: .tmux)] + display + last
    }
    if place.isRemote {
      return (sequence ? [Rung(way: .osc52, reason: .ssh)] : []) + display
    }
    return display + (sequence ? [Rung(way: .osc52, reason: .lastResort)] : [])
  }
}

/// One way to try, and why it stands where it does.
public struct Rung: Hashable, Sendable {
  public let way: Way
  public let reason: Reason
  /// Tried even when tmux has taken the text, because tmux may have no clipboard to put it in.
  public let isBesideTmux: Bool

  public init(way: Way, reason: Reason, isBesideTmux: Bool = false) {
    self.way = way
    self.reason = reason
    self.isBesideTmux = isBesideTmux
  }

  public enum Reason: String, Hashable, Sendable, CaseIterable {
    /// The configuration file names it.
    case setting
    /// TMUX is set.
    case tmux
    /// SSH_TTY or SSH_CONNECTION is set: the clipboard wanted is that of the agent's machine.
    case ssh
    /// WAYLAND_DISPLAY is set.
    case wayland
    /// DISPLAY is set.
    case x11
    /// Nothing better is left.
    case lastResort
  }
}
