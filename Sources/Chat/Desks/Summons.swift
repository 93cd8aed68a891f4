import Clipboard

/// What Alt+Z does outside the desk: finds the desk that is meant, and brings it to the front.
public struct Summons: Sendable {
  public enum Outcome: Equatable, Sendable {
    /// The desk of this process has the focus.
    case focused(process: Int32)
    /// A desk was opened beside the pane that the key was pressed in.
    case opened
    /// None runs, and this is no tmux to open one in.
    case noDesk
    /// The only desks are stopped, of which one is this process; there is no tmux to open another in.
    case suspended(process: Int32)
    /// A desk runs and gives no answer.
    case silent(process: Int32)
    /// A desk took the key, and its pane or window could not be brought to the front.
    case notShown(process: Int32)
    /// tmux could not split the pane.
    case notOpened
  }

  private let running: Running
  private let folder: DeskFolder

  public init(running: Running, folder: DeskFolder) {
    self.running = running
    self.folder = folder
  }

  /// Focuses a desk, or opens one that is so many cells wide, by the command that `program` makes.
  ///
  /// `paneID` is the pane that the key was pressed in, where tmux' binding names it. Where a window
  /// manager took the key, the pane is told from the window that has the focus.
  public func run(
    paneID: String?, columns: Int, opening program: (Place) -> [String]
  ) -> Outcome {
    let agent = Place.ofAgent(running, paneID: paneID)
    let desks = folder.desks()
    // What is asked of a stopped desk would be done when it goes on, long after.
    let awake = desks.filter { !$0.isSuspended }
    let seen = nearest(awake, to: agent).map { ($0, view(of: $0, from: agent)) }
    // Where a window shows a desk's tmux, the agent in it is in one of its panes.
    func isInside(_ view: Place?) -> Bool {
      view?.window.map { $0.isSame(as: agent.window) } ?? false
    }
    for (desk, view) in seen.filter({ isInside($0.1) }) + seen.filter({ !isInside($0.1) }) {
      let isInside = isInside(view)
      let agent = isInside ? Place(pane: view?.pane) : agent
      guard var place = desk.focus(from: agent, within: running.answerLimit) else { continue }
      // A desk that does not know where it is, as one over plain SSH, cannot be brought here.
      if place.isEmpty, agent.pane != nil { continue }
      if place.isEmpty { return .notShown(process: desk.process) }
      if !isInside { place.window = place.window ?? view?.window }
      return Front(running: running, desktopRunning: running).bring(place, from: agent)
        ? .focused(process: desk.process) : .notShown(process: desk.process)
    }
    guard let pane = agent.pane else {
      if let desk = awake.first { return .silent(process: desk.process) }
      return desks.first.map { .suspended(process: $0.process) } ?? .noDesk
    }
    return Tmux(server: pane.server, running).split(
      pane, columns: columns, running: program(agent)) ? .opened : .notOpened
  }

  /// The window that a desk in tmux is seen in, and the pane that takes what is typed there.
  ///
  /// The agent's own, if it shows that tmux; else the one that was used last of those that look at the
  /// desk's session. Nil where no window matters, as between panes of one tmux.
  private func view(of desk: RunningDesk, from agent: Place) -> Place? {
    guard let desktop = Desktop(running),
      let pane = desk.place(within: running.answerLimit)?.pane,
      pane.server != agent.pane?.server
    else { return nil }
    let tmux = Tmux(server: pane.server, running)
    let session = tmux.facts(ofPane: pane.id)?.session
    let views = tmux.clients().map { client in
      let window = desktop.window(ofTerminalOf: client.process)
      return (session: client.pane.session, place: Place(pane: client.pane.pane, window: window))
    }
    if let own = views.first(where: { $0.place.window?.isSame(as: agent.window) == true }) {
      return own.place
    }
    return views.first { $0.session == session }?.place
  }

  /// The desks in the order in which they are meant: in the same window of tmux, the same session,
  /// the same server or desktop, anywhere.
  private func nearest(_ desks: [RunningDesk], to agent: Place) -> [RunningDesk] {
    guard desks.count > 1 else { return desks }
    let tmux = agent.pane.map { Tmux(server: $0.server, running) }
    let own = agent.pane.flatMap { tmux?.facts(ofPane: $0.id) }
    let ranked = desks.enumerated().compactMap { index, desk -> (Int, Int, RunningDesk)? in
      guard let place = desk.place(within: running.answerLimit) else { return nil }
      return (distance(of: place, from: agent, own, tmux), index, desk)
    }
    return ranked.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
  }

  private func distance(
    of desk: Place, from agent: Place, _ own: Tmux.PaneFacts?, _ tmux: Tmux?
  ) -> Int {
    if let own, let tmux, let pane = desk.pane, pane.server == own.pane.server,
      let facts = tmux.facts(ofPane: pane.id)
    {
      return facts.window == own.window ? 0 : facts.session == own.session ? 1 : 2
    }
    return desk.window != nil && desk.window?.desktop == agent.window?.desktop ? 2 : 3
  }
}
