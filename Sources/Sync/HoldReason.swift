import Phrases

/// Why a new version waits for a person's word instead of being used.
///
/// A list that is suddenly empty, or has lost much, is mostly a mistake: half an upload, the wrong
/// file, a filter left on in a spreadsheet. The phrases in use stay in use until somebody says so.
public enum HoldReason: Hashable, Sendable {
  case empty
  /// There are phrases, and agents would see none of them.
  case onlyDrafts
  /// More than ``HoldReason/mostRemovedShare`` of a department's phrases would be gone; an empty name
  /// stands for the phrases that are for everybody.
  case removes(Int, of: Int, department: String)

  /// In hundredths.
  static let mostRemovedShare = 20
  /// So few may go whatever their share: small departments change.
  static let mostRemoved = 5

  /// The reason that a difference gives, that of the department which loses the greatest share; nil
  /// when there is none.
  ///
  /// A phrase that moves to another department is not lost. One that becomes a draft is: agents no
  /// longer see it; and one that was a draft cannot be.
  init?(old: [Phrase], new: [Phrase], _ difference: Difference) {
    if new.isEmpty {
      self = .empty
      return
    }
    let seen = old.filter { !$0.isDraft }
    if !seen.isEmpty, new.allSatisfy(\.isDraft) {
      self = .onlyDrafts
      return
    }
    let drafted = difference.changed.filter(\.new.isDraft).map(\.old)
    let lost = (difference.removed + drafted).filter { !$0.isDraft }
    let removed = Dictionary(grouping: lost, by: \.department).mapValues(\.count)
    let all = Dictionary(grouping: seen, by: \.department).mapValues(\.count)
    let losses = removed.compactMap { department, count -> (share: Double, reason: HoldReason)? in
      let before = all[department] ?? count
      guard count > HoldReason.mostRemoved, 100 * count > HoldReason.mostRemovedShare * before
      else { return nil }
      return (
        Double(count) / Double(before), .removes(count, of: before, department: department)
      )
    }
    let worst = losses.max { left, right in
      (left.share, right.reason.department) < (right.share, left.reason.department)
    }
    guard let worst else { return nil }
    self = worst.reason
  }

  private var department: String {
    if case .removes(_, _, let department) = self { department } else { "" }
  }
}
