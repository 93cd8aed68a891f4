import Clipboard
import Desk
import Phrases

extension Delivered {
  /// What a clipboard's answer means to the agent.
  public init(_ delivery: Delivery, title: String, _ language: Language) {
    let outcome: Outcome
    switch delivery.best?.way {
    case .osc52?: outcome = .sentToTerminal
    case .tmux?: outcome = .handedToTmux
    case .wlCopy?, .xclip?, .xsel?:
      let isAlsoInTmux = delivery.taken.contains { $0.way == .tmux }
      outcome = .copied(by: delivery.best?.way.rawValue ?? "", alsoToTmux: isAlsoInTmux)
    case nil: outcome = .failed(reasons: delivery.failures.map { $0.phrase(language) })
    }
    self.init(outcome, title: title)
  }
}
