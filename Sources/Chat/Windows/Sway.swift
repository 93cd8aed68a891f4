import Foundation

/// The windows of sway, through `swaymsg`, and keys through `wtype`.
struct Sway: Sendable {
  let running: Running

  /// Nil where SWAYSOCK is not set.
  init?(_ running: Running) {
    guard running.environment["SWAYSOCK"]?.isEmpty == false else { return nil }
    self.running = running
  }

  /// The window that has the focus.
  func activeWindow() -> Window? { windows().first { $0.isFocused }?.window }

  /// The window of a process, or of the nearest of its ancestors that has one.
  func window(ofProcesses processes: [Int32]) -> Window? {
    let windows = windows().map(\.window)
    return processes.lazy.compactMap { process in windows.first { $0.process == process } }.first
  }

  /// The window of a process as above, if it cannot be another: a server of terminals has several.
  func onlyWindow(ofProcesses processes: [Int32]) -> Window? {
    let windows = windows().map(\.window)
    let owner = processes.first { process in windows.contains { $0.process == process } }
    let own = windows.filter { $0.process == owner }
    return own.count == 1 ? own[0] : nil
  }

  func activate(_ window: Window) throws(Refusal) {
    guard running.has("swaymsg") else { throw .toolFailed("swaymsg") }
    guard windows().contains(where: { $0.window.isSame(as: window) }) else {
      throw .windowGone(window.name)
    }
    guard running.succeeds("swaymsg", ["[con_id=\(window.id)] focus"]) else {
      throw .toolFailed("swaymsg")
    }
  }

  /// Presses keys in a window, if it is the one that has the focus.
  func press(_ keys: PasteKeys, in window: Window) throws(Refusal) {
    guard running.has("wtype") else { throw .toolFailed("wtype") }
    guard window.isSame(as: activeWindow()) else { throw .otherWindow(window.name) }
    let arguments =
      switch keys {
      case .controlV: ["-M", "ctrl", "-k", "v", "-m", "ctrl"]
      case .shiftInsert: ["-M", "shift", "-k", "Insert", "-m", "shift"]
      case .enter: ["-k", "Return"]
      }
    guard running.succeeds("wtype", arguments + Sway.lastKey) else { throw .toolFailed("wtype") }
  }

  /// Lets go of a key that nobody pressed and that means nothing.
  ///
  /// wtype makes a keyboard of just the keys that it is told, and GTK 3 knows no shortcut on the last
  /// key of a keyboard: the search in its gdkkeys-wayland.c ends one before it.
  private static let lastKey = ["-p", "VoidSymbol"]

  /// A node of `swaymsg -t get_tree`, as sway-ipc(7) describes it.
  private struct Node: Decodable {
    var id: Int
    var pid: Int32?
    var focused: Bool
    var name: String?
    var application: String?
    var properties: Properties?
    var nodes: [Node]?
    var floating: [Node]?

    enum CodingKeys: String, CodingKey {
      case id, pid, name, focused, nodes
      case application = "app_id"
      case properties = "window_properties"
      case floating = "floating_nodes"
    }

    struct Properties: Decodable {
      var `class`: String?
    }
  }

  private func windows() -> [(window: Window, isFocused: Bool)] {
    guard let answer = running.output("swaymsg", ["-r", "-t", "get_tree"]),
      let root = try? JSONDecoder().decode(Node.self, from: Data(answer.utf8))
    else { return [] }
    var windows: [(Window, Bool)] = []
    var nodes = [root]
    while let node = nodes.popLast() {
      if let process = node.pid {
        let kind = node.application ?? node.properties?.class ?? ""
        let window = Window(
          desktop: .sway, id: node.id, process: process, kind: kind, title: node.name ?? "")
        windows.append((window, node.focused))
      }
      nodes += (node.nodes ?? []) + (node.floating ?? [])
    }
    return windows
  }
}
