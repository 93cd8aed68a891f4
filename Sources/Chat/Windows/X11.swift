/// The windows of an X11 display, through `xprop` and `xdotool`.
struct X11: Sendable {
  let running: Running

  /// Nil where DISPLAY is not set.
  init?(_ running: Running) {
    guard running.environment["DISPLAY"]?.isEmpty == false else { return nil }
    self.running = running
  }

  /// The window that has the focus, by the window manager's word.
  func activeWindow() -> Window? {
    guard let answer = running.output("xprop", ["-root", "_NET_ACTIVE_WINDOW"]),
      let id = answer.split(separator: "#").last.flatMap({ X11.number($0) }), id > 0
    else { return nil }
    return window(id)
  }

  /// A window by its number; nil when there is none.
  ///
  /// The answer is `WM_CLASS(STRING) = "xterm", "XTerm"`, `_NET_WM_PID(CARDINAL) = 4711` and
  /// `_NET_WM_NAME(UTF8_STRING) = "title"`, or `WM_NAME(STRING)` of older programs.
  func window(_ id: Int) -> Window? {
    guard
      let answer = running.output(
        "xprop",
        ["-id", String(id), "WM_CLASS", "_NET_WM_PID", "WM_NAME", "_NET_WM_NAME"])
    else { return nil }
    var window = Window(desktop: .x11, id: id, process: 0, kind: "")
    for line in answer.split(separator: "\n") {
      guard let sign = line.firstIndex(of: "=") else { continue }
      let value = line[line.index(after: sign)...]
      if line.hasPrefix("WM_CLASS") {
        window.kind = value.split(separator: "\"").last.map(String.init) ?? ""
      } else if line.hasPrefix("_NET_WM_PID") {
        window.process = X11.number(value).flatMap { Int32(exactly: $0) } ?? 0
      } else if line.hasPrefix("WM_NAME") || line.hasPrefix("_NET_WM_NAME") {
        // As xprop quotes it: it only tells titles apart.
        window.title = String(value)
      }
    }
    return window
  }

  /// Brings a window to the front and waits until it has the focus.
  func activate(_ window: Window) throws(Refusal) {
    guard running.has("xprop") else { throw .toolFailed("xprop") }
    guard running.has("xdotool") else { throw .toolFailed("xdotool") }
    guard window.isSame(as: self.window(window.id)) else { throw .windowGone(window.name) }
    guard running.succeeds("xdotool", ["windowactivate", "--sync", String(window.id)]) else {
      throw .toolFailed("xdotool")
    }
  }

  /// Presses keys in a window, if it is the one that has the focus.
  ///
  /// They are pressed for whoever has the focus, since many programs ignore keys that are sent to a
  /// window (XSendEvent): so it is looked first.
  func press(_ keys: PasteKeys, in window: Window) throws(Refusal) {
    guard window.isSame(as: activeWindow()) else { throw .otherWindow(window.name) }
    let name =
      switch keys {
      case .controlV: "ctrl+v"
      case .shiftInsert: "shift+Insert"
      case .enter: "Return"
      }
    guard running.succeeds("xdotool", ["key", "--clearmodifiers", name]) else {
      throw .toolFailed("xdotool")
    }
  }

  /// The number at the beginning of a text, after spaces; decimal or `0x`.
  private static func number(_ text: some StringProtocol) -> Int? {
    let digits = text.drop { $0 == " " }.prefix { $0.isHexDigit || $0 == "x" }
    return digits.hasPrefix("0x") ? Int(digits.dropFirst(2), radix: 16) : Int(digits)
  }
}

/// What is pressed in a window.
enum PasteKeys: Hashable {
  case controlV
  /// What terminals paste by.
  case shiftInsert
  case enter
}
