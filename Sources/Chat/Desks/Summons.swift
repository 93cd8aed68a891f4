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
    /// A desk took the key, and its pane or window could not be brought to the front.
    case notShown(process: Int32)
    /// tmux could not split the pane.
    case notOpened
  }

  let environment: [String: String]
  let folder: DeskFolder

  public init(environment: [String: String], folder: DeskFolder) {
    self.environment = environment
    self.folder = folder
  }

  /// Focuses a desk, or opens one that is so many cells wide, by the command that `program` makes.
  ///
  /// `paneID` is the pane that the key was pressed in, where tmux' binding names it.
  public func run(
    paneID: String?, columns: Int, opening program: (Place) -> [String]
  ) -> Outcome {
    let agent = Place.ofAgent(environment, paneID: paneID)
    for desk in nearest(folder.desks(), to: agent) {
      guard let place = desk.focus(from: agent) else { continue }
      // A desk that does not know where it is, as one over plain SSH, cannot be brought here.
      if place.isEmpty, agent.pane != nil { continue }
      if place.isEmpty { return .notShown(process: desk.process) }
      return bring(place, from: agent)
        ? .focused(process: desk.process) : .notShown(process: desk.process)
    }
    guard let pane = agent.pane else { return .noDesk }
    return Tmux(server: pane.server, Running(environment: environment)).split(
      pane, columns: columns, running: program(agent)) ? .opened : .notOpened
  }

  private func bring(_ desk: Place, from agent: Place) -> Bool {
    var desk = desk
    let isBeside = desk.pane != nil && desk.pane?.server == agent.pane?.server
    // A desk in a tmux of another window: that window is the one of whoever looks at its session.
    if let pane = desk.pane, desk.window == nil, !isBeside {
      let running = Running(environment: environment)
      desk.window = Tmux(server: pane.server, running).windowID().flatMap {
        X11(running)?.window($0)
      }
    }
    return Front(environment: environment, desktopEnvironment: environment)
      .bring(desk, from: agent)
  }

  /// The desks in the order in which they are meant: in the same window of tmux, the same session,
  /// the same server or desktop, anywhere.
  private func nearest(_ desks: [RunningDesk], to agent: Place) -> [RunningDesk] {
    guard desks.count > 1 else { return desks }
    let tmux = agent.pane.map { Tmux(server: $0.server, Running(environment: environment)) }
    let own = agent.pane.flatMap { tmux?.facts(ofPane: $0.id) }
    let ranked = desks.enumerated().compactMap { index, desk -> (Int, Int, RunningDesk)? in
      guard let place = desk.place() else { return nil }
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
