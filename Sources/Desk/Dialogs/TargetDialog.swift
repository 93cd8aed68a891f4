/// The places that phrases can be sent to, to choose from.
struct TargetDialog: Equatable, Sendable {
  /// Nil until they are known.
  private(set) var targets: [Target]?
  var viewport = Viewport()
  /// What goes out as soon as a place is chosen.
  let pending: Outgoing?

  init(pending: Outgoing? = nil) { self.pending = pending }

  /// Takes the places in, and selects the one in use.
  mutating func take(_ targets: [Target], selecting current: Target) {
    self.targets = targets
    let row = targets.firstIndex { $0.destination == current.destination } ?? 0
    viewport.select(row, of: targets.count)
  }

  mutating func handle(_ key: Key, action: Action?, height: Int) -> DialogOutcome {
    let targets = targets ?? []
    switch action {
    case .up?: viewport.select(viewport.selected - 1, of: targets.count)
    case .down?: viewport.select(viewport.selected + 1, of: targets.count)
    case .pageUp?: viewport.select(viewport.selected - height, of: targets.count)
    case .pageDown?: viewport.select(viewport.selected + height, of: targets.count)
    case .toFirst?: viewport.select(0, of: targets.count)
    case .toLast?: viewport.select(targets.count - 1, of: targets.count)
    case .send? where targets.indices.contains(viewport.selected):
      return .chooseTarget(targets[viewport.selected], pending)
    case .back?, .target?: return .close
    default: break
    }
    return .stay
  }
}
