/// A tmux server, by the path of its socket.
struct Tmux: Sendable {
  let server: String
  let running: Running

  init(server: String, _ running: Running) {
    self.server = server
    self.running = running
  }

  /// The server of the pane that this process runs in; nil outside tmux.
  ///
  /// TMUX is `socket,server's process,session`, and a path may hold commas.
  init?(_ running: Running) {
    guard let value = running.environment["TMUX"], !value.isEmpty else { return nil }
    let parts = value.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count >= 3 else { return nil }
    self.init(server: parts.dropLast(2).joined(separator: ","), running)
  }

  /// What every run of tmux begins with.
  ///
  /// `-u` because tmux else makes `_` of each tab and 汉字 that it prints, wherever neither TMUX is
  /// set nor the locale says UTF-8, as for a key that a window manager binds.
  var address: [String] { ["-u", "-S", server] }

  func output(_ arguments: String...) -> String? {
    running.output("tmux", address + arguments)
  }

  func succeeds(_ arguments: [String]) -> Bool {
    running.succeeds("tmux", address + arguments)
  }

  /// Runs commands with this on their standard input.
  func feed(_ input: [UInt8], to arguments: [String]) -> Bool {
    if case .exited(status: 0, _) = running.feed("tmux", address + arguments, input) { return true }
    return false
  }

  /// What tmux knows of a pane, and what a sender has to.
  struct PaneFacts: Equatable {
    var pane: Pane
    /// The terminal device that its program reads.
    var device: String
    /// Its program has ended.
    var isDead: Bool
    /// It was told to take no input.
    var takesNoInput: Bool
    /// Keys that are sent to it go to the other panes of its window as well; pastes do not.
    var isSynchronized: Bool
    /// Whether its program has asked for bracketed paste; nil in versions that do not tell.
    var isPasteBracketed: Bool?
    /// The session and the window it is looked at through.
    var session: String
    var window: String
    /// How many clients look at that session.
    var clientCount: Int
    /// Whether it fills its window while others in it are hidden.
    var isZoomed: Bool
    /// Whether it did when the agent was led away from it.
    var wasZoomed: Bool
    var title: String
  }

  /// The pane's option that keeps ``PaneFacts/wasZoomed``: a desk that is opened meanwhile, or one of
  /// another version, is led back just the same.
  private static let zoomOption = "@phrasedesk-zoomed"

  private static let format = [
    "#{pane_id}", "#{pane_pid}", "#{pane_tty}", "#{pane_dead}", "#{pane_input_off}",
    "#{bracket_paste_flag}", "#{session_id}", "#{window_id}", "#{session_attached}",
    "#{pane_current_command}", "#{&&:#{window_zoomed_flag},#{pane_active}}", "#{\(zoomOption)}",
    "#{pane_at_left}#{pane_at_top}#{pane_at_right}#{pane_at_bottom}", "#{pane_synchronized}",
    "#{pane_title}",
  ].joined(separator: "\t")

  /// The pane of that id; nil when it is gone, or the server is.
  func facts(ofPane id: String) -> PaneFacts? {
    guard Pane.isID(id), let line = output("display-message", "-p", "-t", id, Tmux.format),
      let facts = facts(in: line.prefix { $0 != "\n" }), facts.pane.id == id
    else { return nil }
    return facts
  }

  /// The pane that tmux takes for the current one, where none is named.
  func activePaneID() -> String? {
    output("display-message", "-p", "#{pane_id}").map { String($0.prefix { $0 != "\n" }) }
  }

  /// Every pane of the server, in tmux' order.
  func panes() -> [PaneFacts] {
    (output("list-panes", "-a", "-F", Tmux.format) ?? "").split(separator: "\n")
      .compactMap(facts(in:))
  }

  private func facts(in line: Substring) -> PaneFacts? {
    let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    guard fields.count >= 15, Pane.isID(fields[0]), let process = Int32(fields[1]) else {
      return nil
    }
    return PaneFacts(
      pane: Pane(
        server: server, id: fields[0], process: process, command: fields[9],
        edges: Tmux.edges(fields[12])),
      device: fields[2], isDead: fields[3] == "1", takesNoInput: fields[4] == "1",
      isSynchronized: fields[13] == "1",
      isPasteBracketed: fields[5].isEmpty ? nil : fields[5] == "1", session: fields[6],
      window: fields[7], clientCount: Int(fields[8]) ?? 0,
      isZoomed: fields[10] == "1", wasZoomed: fields[11] == "1",
      title: fields[14...].joined(separator: "\t"))
  }

  /// The edges of four digits, left, top, right and bottom; none where tmux does not tell (before 2.9).
  private static func edges(_ digits: String) -> Pane.Edges {
    guard digits.count == 4 else { return [] }
    let bits = digits.enumerated().map { $1 == "1" ? 1 << $0 : 0 }
    return Pane.Edges(rawValue: bits.reduce(0, |))
  }

  /// Makes a pane the one that its clients look at and type into.
  ///
  /// The client that looks at the other pane is led over where that is in another session. Where the
  /// other pane is zoomed in the same window, it is again once the agent is led back.
  func bringToFront(_ facts: PaneFacts, from other: PaneFacts?) -> Bool {
    if let other, other.window == facts.window { rememberZoom(of: other) }
    let pane = facts.pane.id
    var commands = ["select-window", "-t", pane]
    // To select a zoomed pane would end the zoom.
    if !facts.isZoomed {
      commands += [";", "select-pane", "-t", pane]
      if facts.wasZoomed { commands += [";", "resize-pane", "-Z", "-t", pane] }
    }
    if facts.wasZoomed { commands += [";", "set-option", "-pu", "-t", pane, Tmux.zoomOption] }
    if let other, other.session != facts.session,
      let client = clients().first(where: { $0.pane.session == other.session })
    {
      commands += [";", "switch-client", "-c", client.name, "-t", facts.session]
    }
    return succeeds(commands)
  }

  /// Keeps that a pane is zoomed, which ends as soon as another of its window is selected.
  private func rememberZoom(of facts: PaneFacts) {
    // Before tmux 3.0 a pane has no options, and the zoom is not had again.
    if facts.isZoomed {
      _ = succeeds(["set-option", "-p", "-t", facts.pane.id, Tmux.zoomOption, "1"])
    }
  }

  /// Opens a program beside a pane, and moves there.
  ///
  /// tmux lets the agent's shell, whichever that is, read a command of one argument, and runs one of
  /// several as it is; so there are always several. A `;` at an argument's end would end the command.
  func split(_ pane: Pane, columns: Int, running program: [String]) -> Bool {
    if let facts = facts(ofPane: pane.id) { rememberZoom(of: facts) }
    let command = program.map { $0.hasSuffix(";") ? $0.dropLast() + "\\;" : $0 }
    return succeeds(
      ["split-window", "-h", "-l", String(columns), "-t", pane.id]
        + ["sh", "-c", "exec \"$@\"", "sh"] + command)
  }

  /// A terminal that looks at a session.
  struct Client {
    var name: String
    var process: Int32
    /// When it was used last, in seconds since 1970.
    var activity: Int
    /// The pane that takes what is typed in it.
    var pane: PaneFacts
  }

  /// Every terminal that looks at a session of this server, the one that was used last first.
  func clients() -> [Client] {
    let format = "#{client_name}\t#{client_pid}\t#{client_activity}\t" + Tmux.format
    return (output("list-clients", "-F", format) ?? "").split(separator: "\n")
      .compactMap { line -> Client? in
        let fields = line.split(separator: "\t", maxSplits: 3, omittingEmptySubsequences: false)
        guard fields.count == 4, let process = Int32(fields[1]), let activity = Int(fields[2]),
          let pane = facts(in: fields[3])
        else { return nil }
        return Client(name: String(fields[0]), process: process, activity: activity, pane: pane)
      }.sorted { $0.activity > $1.activity }
  }
}
