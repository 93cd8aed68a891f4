import Phrases

/// What the help is divided into: the keys that every agent needs, then the others by task.
///
/// Each group of actions is one row: what goes there and back is one thing to learn.
enum HelpTopic: CaseIterable {
  case first
  case sending
  case finding
  case customers
  case own
  case lists
  case moving
  case desk

  var groups: [[Action]] {
    switch self {
    case .first: [[.focusSearch], [.up, .down], [.send], [.sendNumbered], [.help]]
    case .sending:
      [
        [.editAndSend], [.mark], [.clearMarks], [.sendAgain], [.askForNumber], [.copyPicture],
        [.copyFile], [.localFiles], [.target],
      ]
    case .finding: [[.back], [.limitToCategory], [.department], [.palette]]
    case .customers: [[.nextCustomer], [.takeValues], [.history]]
    case .own: [[.writePhrase], [.pin], [.moveEarlier, .moveLater], [.bin], [.report]]
    case .lists: [[.changes], [.sources], [.sync], [.reviewHeld]]
    case .moving:
      [
        [.nextPane, .previousPane], [.scrollPreviewUp, .scrollPreviewDown], [.pageUp, .pageDown],
        [.toFirst, .toLast], [.left, .right],
      ]
    case .desk: [[.redraw], [.suspend], [.interrupt], [.quit]] + HelpTopic.others
    }
  }

  /// The keys of a group on one row: `Alt+Shift+Up/Down` where two differ in their last part alone.
  static func keys(of group: [Action], _ language: Language) -> String {
    let labels = group.flatMap { $0.keyLabels(language) }
    let parts = labels.map { $0.split(separator: "+") }
    guard labels.count == 2, parts[0].count > 1, parts[0].dropLast() == parts[1].dropLast(),
      let last = parts[1].last
    else { return labels.joined(separator: "  ") }
    return "\(labels[0])/\(last)"
  }

  /// What no topic names, so that no key is missing from the help.
  private static var others: [[Action]] {
    let named = Set(
      HelpTopic.allCases.filter { $0 != .desk }.flatMap(\.groups).flatMap(\.self)
        + [.redraw, .suspend, .interrupt, .quit])
    return Action.allCases.filter { !$0.keys.isEmpty && !named.contains($0) }.map { [$0] }
  }
}
