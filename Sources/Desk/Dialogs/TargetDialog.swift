import Phrases

/// The places that phrases can be sent to, to choose from.
struct TargetDialog: Dialog {
  /// Nil until they are known.
  private var targets: ChoiceList<Target>?
  /// What goes out as soon as a place is chosen.
  let pending: Outgoing?

  init(pending: Outgoing? = nil) { self.pending = pending }

  func title(of desk: Desk) -> String { TargetLabel.title.sentence(desk.language) }

  func size(in room: Size, of desk: Desk) -> Size {
    let looking = TargetLabel.looking.sentence(desk.language)
    return targets?.size ?? Size(rows: 1, columns: GlyphRun(looking).width)
  }

  var contexts: [KeyContext] { [.anywhere] }

  mutating func handle(
    _ key: Key, _ action: Action?, in region: Region, of desk: inout Desk
  ) -> DialogStep {
    switch action {
    case .send: return choose(on: &desk)
    case .back, .target: return .close()
    case _:
      targets?.handle(key, action, in: region)
      return .stay()
    }
  }

  mutating func paste(_ pasted: String) -> Bool { targets?.paste(pasted) ?? true }

  mutating func click(
    at position: Position, in region: Region, of desk: inout Desk
  ) -> DialogStep {
    targets?.click(at: position, in: region) == true ? choose(on: &desk) : .stay()
  }

  mutating func scroll(by rowCount: Int, in region: Region, of desk: Desk) {
    targets?.scroll(by: rowCount, in: region)
  }

  mutating func hear(_ event: Event, of desk: inout Desk) -> DialogStep {
    if case .targets(let found) = event {
      let language = desk.language
      targets = ChoiceList(
        found.map {
          ChoiceList.Row(choice: $0, label: TargetLabel.choice($0).sentence(language))
        }, selecting: found.first { $0.destination == desk.target.destination })
    }
    return .stay()
  }

  /// What waits for a place goes on waiting, with the places of the chat that called now.
  mutating func summon(isSameChat: Bool) -> [Effect]? {
    guard pending != nil else { return nil }
    targets = nil
    return [.listTargets]
  }

  mutating func settle(in region: Region) { targets?.settle(in: region) }

  private func choose(on desk: inout Desk) -> DialogStep {
    guard let target = targets?.selected else { return .stay() }
    return .close(desk.send(to: target, pending))
  }

  func draw(in region: Region, on canvas: inout Canvas, of desk: Desk) {
    guard let targets else {
      canvas.write(
        TargetLabel.looking.sentence(desk.language), row: region.row, column: region.column,
        width: region.columns)
      return
    }
    targets.draw(in: region, on: &canvas, orElse: Label.noChoice.sentence(desk.language))
  }
}
