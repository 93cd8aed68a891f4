import Foundation
import Glibc

@testable import ChildProcess

/// A desktop of one's own with Alt+Z bound: openbox on an X server, or sway without a screen.
///
/// A shell holds it by a socket and ends it when the socket closes, so that it is gone even when
/// the tests are killed. As root it belongs to `nobody`, since sway refuses root.
final class ScratchDesktop {
  enum Kind: String {
    case x11
    case sway
  }

  let kind: Kind
  private let folder: URL
  private var environment: [String: String]
  private let leash: Int32
  private let shell: pid_t
  /// What runs a program as the user of the desktop.
  private let asUser: [String]

  /// Starts a desktop for the phrases and settings of a program, and waits until it stands.
  init(_ kind: Kind, for program: Program) throws {
    self.kind = kind
    folder = program.folder
    environment = program.environment
    environment["HOME"] = folder.path
    asUser = kind == .sway && getuid() == 0 ? ["runuser", "-u", "nobody", "--"] : []
    let runtime = folder.appending(path: "runtime").path
    try FileManager.default.createDirectory(
      atPath: runtime, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let script = try program.file("desktop.sh", try ScratchDesktop.script(kind, program))
    if !asUser.isEmpty {
      _ = try spawn("chown", ["-R", "nobody", folder.path], environment: environment)
    }

    var sockets: [Int32] = [-1, -1]
    let type = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, type, 0, &sockets) == 0 else { throw POSIXError(.EMFILE) }
    leash = sockets[0]
    let words = asUser.dropFirst() + ["/bin/bash", script]
    let started = Spawn.start(
      asUser.isEmpty ? "/bin/bash" : "/usr/sbin/runuser",
      Array(asUser.isEmpty ? words.dropFirst() : words), environment: environment,
      .init(input: .descriptor(sockets[1])))
    Glibc.close(sockets[1])
    guard case .success(let shell) = started else {
      Glibc.close(leash)
      throw POSIXError(.ENOENT)
    }
    self.shell = shell
    let answer = folder.appending(path: "started")
    guard eventually({ FileManager.default.fileExists(atPath: answer.path) }) else {
      throw POSIXError(.ETIMEDOUT)
    }
    for line in try String(contentsOf: answer, encoding: .utf8).split(separator: "\n") {
      let parts = line.split(separator: "=", maxSplits: 1).map(String.init)
      if parts.count == 2 { environment[parts[0]] = parts[1] }
    }
  }

  deinit {
    shutdown(leash, Int32(SHUT_RDWR))
    Glibc.close(leash)
    waitpid(shell, nil, 0)
  }

  /// Starts a program on the desktop, by a line for a shell.
  func open(_ line: String) {
    let bytes = Array("\(line)\n".utf8)
    _ = send(leash, bytes, bytes.count, Int32(MSG_NOSIGNAL))
  }

  /// Runs a program as the user of the desktop; nil where it fails.
  @discardableResult
  func run(_ words: String...) throws -> String? {
    let output = folder.appending(path: "out-\(UUID().uuidString.prefix(8))")
    defer { try? FileManager.default.removeItem(at: output) }
    let all = asUser + words
    let status = try spawn(
      all[0], Array(all.dropFirst()), environment: environment, output: output)
    return status == 0 ? try String(contentsOf: output, encoding: .utf8) : nil
  }

  // MARK: - What the agent does and sees

  func pressAltZ() throws {
    switch kind {
    case .x11: try run("xdotool", "key", "alt+z")
    case .sway: try run("wtype", "-M", "alt", "-k", "z", "-m", "alt")
    }
  }

  /// Types letters, and Enter behind them.
  func enter(_ letters: String) throws {
    switch kind {
    case .x11:
      try run("xdotool", "type", letters)
      try run("xdotool", "key", "Return")
    case .sway: try run("wtype", letters, "-k", "Return")
    }
  }

  /// The title of the window that has the focus.
  func front() throws -> String? {
    switch kind {
    case .x11:
      try run("xdotool", "getactivewindow", "getwindowname")?.trimmingCharacters(in: .newlines)
    case .sway: try windows().first { $0.isFocused }?.title
    }
  }

  func bringToFront(_ title: String) throws {
    switch kind {
    case .x11:
      try run("xdotool", "search", "--onlyvisible", "--name", "^\(title)$", "windowactivate")
    case .sway: try run("swaymsg", "[title=\"^\(title)$\"] focus")
    }
  }

  func closeWindow(_ title: String) throws {
    switch kind {
    case .x11: try run("xdotool", "search", "--onlyvisible", "--name", "^\(title)$", "windowkill")
    case .sway: try run("swaymsg", "[title=\"^\(title)$\"] kill")
    }
  }

  func isOpen(_ title: String) throws -> Bool {
    switch kind {
    case .x11: try run("xdotool", "search", "--onlyvisible", "--name", "^\(title)$") != nil
    case .sway: try windows().contains { $0.title == title }
    }
  }

  func clipboard() throws -> String? {
    switch kind {
    case .x11: try run("xclip", "-selection", "clipboard", "-out")
    case .sway: try run("wl-paste", "--no-newline")
    }
  }

  /// The leaves of sway's tree.
  private func windows() throws -> [(title: String, isFocused: Bool)] {
    struct Node: Decodable {
      var name: String?
      var pid: Int32?
      var focused: Bool
      var nodes: [Node]?
    }
    guard let answer = try run("swaymsg", "-r", "-t", "get_tree") else { return [] }
    var found: [(String, Bool)] = []
    var nodes = [try JSONDecoder().decode(Node.self, from: Data(answer.utf8))]
    while let node = nodes.popLast() {
      if node.pid != nil { found.append((node.name ?? "", node.focused)) }
      nodes += node.nodes ?? []
    }
    return found
  }

  // MARK: - How it starts

  /// Starts the desktop, and then what each line on standard input says, until that ends.
  private static func script(_ kind: Kind, _ program: Program) throws -> String {
    // Written under another name first, so that nobody reads half of it.
    let answer = "exec env | grep -e ^DISPLAY= -e ^WAYLAND_DISPLAY= -e ^SWAYSOCK= > new"
    let tell = try program.file(
      "tell.sh", "cd '\(program.folder.path)'\n(\(answer))\nmv new started\n")
    let begin: String
    switch kind {
    case .x11:
      let keys = try program.file(
        "rc.xml",
        """
        <openbox_config xmlns="http://openbox.org/3.4/rc"><keyboard><keybind key="A-z">
          <action name="Execute"><command>\(Program.path) focus</command></action>
        </keybind></keyboard></openbox_config>
        """)
      begin = """
        mkfifo number
        Xvfb -displayfd 3 -nolisten tcp -noreset -screen 0 800x600x24 3> number &
        read number < number
        export DISPLAY=":$number"
        openbox --config-file \(keys) --startup "sh \(tell)" &
        """
    case .sway:
      let settings = try program.file(
        "sway.conf",
        try program.run("integrate", "sway").output
          + "xwayland disable\nexec sh \(tell)\n")
      begin = """
        export WLR_BACKENDS=headless WLR_LIBINPUT_NO_DEVICES=1 WLR_RENDERER=pixman
        sway --config \(settings) > sway.log 2>&1 &
        # A keyboard that is always there, as on a desk: one that comes and goes with every key loses
        # keys on the way.
        (until test -e started; do sleep 0.05; done; set -a; . ./started; exec wtype -s 3600000) &
        """
    }
    return """
      cd '\(program.folder.path)'
      \(begin)
      while read -r line; do (set -a; . ./started; eval "exec $line") & done
      kill $(jobs -p)
      wait

      """
  }
}

/// Whether something comes true within a minute.
func eventually(_ isTrue: () throws -> Bool) rethrows -> Bool {
  let end = Date(timeIntervalSinceNow: 60)
  repeat {
    if try isTrue() { return true }
    _ = poll(nil, 0, 20)
  } while Date() < end
  return false
}
