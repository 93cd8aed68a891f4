import ChildProcess

/// Whether texts can be pasted into windows here, for a report about this machine.
public enum WindowReach: Equatable, Sendable {
  /// On X11 or sway; `missing` are the programs that are not installed.
  case desktop(name: String, missing: [String])
  /// A Wayland desktop on which no program may choose a window.
  case otherWayland
  /// No desktop: a console, or a login from elsewhere.
  case none

  /// Looks at the variables of the desktop that the agent sits at.
  public init(_ environment: [String: String]) {
    let running = Running(environment: environment)
    switch Desktop(running) {
    case .sway:
      self = .desktop(
        name: "sway", missing: ["swaymsg", "wtype", "wl-copy"].filter { !running.has($0) })
    case .x11 where environment["WAYLAND_DISPLAY"]?.isEmpty == false:
      self = .otherWayland
    case .x11:
      let tools = ["xprop", "xdotool"].filter { !running.has($0) }
      let copying = ["xclip", "xsel"].contains(where: running.has)
      self = .desktop(name: "X11", missing: tools + (copying ? [] : ["xclip"]))
    case nil:
      self = environment["WAYLAND_DISPLAY"]?.isEmpty == false ? .otherWayland : .none
    }
  }
}
