/// Brings places to the front: a pane within its tmux, a window on its desktop.
struct Front {
  /// With the environment of this process, for tmux.
  let running: Running
  /// With that of the desktop that the agent sits at.
  let desktopRunning: Running

  /// Brings a place to the front.
  ///
  /// - Parameters:
  ///   - place: where to.
  ///   - other: where the agent is, so that nothing moves that need not.
  /// - Returns: whether the agent is there now, as far as is known.
  @discardableResult
  func bring(_ place: Place, from other: Place?) -> Bool {
    var isPaneShown = true
    var isWindowShown = place.window.map { $0.isSame(as: other?.window) } ?? true
    if let pane = place.pane {
      let tmux = Tmux(server: pane.server, running)
      // One run of tmux tells of both: the agent waits for this.
      let panes = tmux.panes()
      guard let facts = panes.first(where: { $0.pane.isSame(as: pane) }) else { return false }
      let otherFacts = other?.pane.flatMap { other in
        panes.first { $0.pane.isSame(as: other) }
      }
      isPaneShown = tmux.bringToFront(facts, from: otherFacts)
      // In one server there is nothing to do for the desktop, and asking it takes time.
      if otherFacts != nil { return isPaneShown }
      // Nobody looks at it, and nobody can be led there.
      if facts.clientCount == 0 { return false }
    }
    if let window = place.window, !window.isSame(as: other?.window),
      let desktop = Desktop(of: window, desktopRunning)
    {
      isWindowShown = (try? desktop.activate(window)) != nil
    }
    return isPaneShown && isWindowShown
  }
}
