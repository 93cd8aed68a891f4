import Chat
import Clipboard
import Desk
import Phrases

extension Delivered {
  /// What became of a text, as the agent is told; the place is named as `target` names it, if it does.
  public init(_ handover: Handover, to target: Target, title: String, _ language: Language) {
    if let arrival = handover.arrival {
      let name = target.name.isEmpty ? arrival.name : target.name
      let place = Target(target.destination, name: name)
      self.init(handover.lacksEnter ? .putWithoutEnter(place) : .put(place), title: title)
    } else if let refusal = handover.refusal {
      let instead = Outcome(handover.clipboard ?? Delivery(), language)
      self.init(
        .refused(reason: refusal.sentence(language, of: target.name), instead: instead),
        title: title)
    } else {
      self.init(handover.clipboard ?? Delivery(), title: title, language)
    }
  }

  /// What a clipboard's answer means to the agent.
  public init(_ delivery: Delivery, title: String, _ language: Language) {
    self.init(Outcome(delivery, language), title: title)
  }
}

extension Delivered.Outcome {
  fileprivate init(_ delivery: Delivery, _ language: Language) {
    let reasons = delivery.failures.map { $0.phrase(language) }
    switch delivery.best?.way {
    case .osc52?: self = .askedTerminal(overMosh: delivery.isOverMosh)
    case .tmux? where delivery.isOnlyBuffered: self = .onlyInTmux(reasons: reasons)
    case .tmux?: self = .handedToTmux(overMosh: delivery.isOverMosh)
    case .wlCopy?, .xclip?, .xsel?:
      let isAlsoInTmux = delivery.taken.contains { $0.way == .tmux }
      self = .copied(by: delivery.best?.way.rawValue ?? "", alsoToTmux: isAlsoInTmux)
    case nil: self = .failed(reasons: reasons)
    }
  }
}
