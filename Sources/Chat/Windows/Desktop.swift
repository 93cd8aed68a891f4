import ChildProcess

/// The desktop that windows are on: sway where it runs, else an X11 display.
///
/// Other Wayland desktops tell no program which window has the focus, and let none choose it.
enum Desktop: Sendable {
  case x11(X11)
  case sway(Sway)

  init?(_ running: Running) {
    if let sway = Sway(running) {
      self = .sway(sway)
    } else if let x11 = X11(running) {
      self = .x11(x11)
    } else {
      return nil
    }
  }

  /// The desktop that a window is on, if it can be reached from here.
  init?(of window: Window, _ running: Running) {
    switch window.desktop {
    case .sway:
      guard let sway = Sway(running) else { return nil }
      self = .sway(sway)
    case .x11:
      guard let x11 = X11(running) else { return nil }
      self = .x11(x11)
    }
  }

  /// The window of the terminal that a process was started in; nil where that is not certain.
  func window(ofTerminalOf process: Int32) -> Window? {
    switch self {
    case .x11(let x11):
      // A terminal that sets none passes on the number of the one that it was started in.
      ProcessStatus.variable("WINDOWID", of: process).flatMap { Int($0) }.flatMap(x11.window)
        .flatMap { ProcessStatus.ancestors(of: process).contains($0.process) ? $0 : nil }
    case .sway(let sway): sway.onlyWindow(ofProcesses: ProcessStatus.ancestors(of: process))
    }
  }

  func activeWindow() -> Window? {
    switch self {
    case .x11(let x11): x11.activeWindow()
    case .sway(let sway): sway.activeWindow()
    }
  }

  func activate(_ window: Window) throws(Refusal) {
    switch self {
    case .x11(let x11): try x11.activate(window)
    case .sway(let sway): try sway.activate(window)
    }
  }

  func press(_ keys: PasteKeys, in window: Window) throws(Refusal) {
    switch self {
    case .x11(let x11): try x11.press(keys, in: window)
    case .sway(let sway): try sway.press(keys, in: window)
    }
  }

  /// The tools that put a text into the selection that Shift+Insert pastes from in terminals.
  var primarySelection: [(program: String, arguments: [String])] {
    switch self {
    case .x11:
      [("xclip", ["-selection", "primary", "-in"]), ("xsel", ["--primary", "--input"])]
    case .sway: [("wl-copy", ["--primary", "--type", "text/plain"])]
    }
  }
}
