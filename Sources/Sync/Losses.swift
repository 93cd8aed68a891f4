import Phrases

/// What phrases that agents saw would lose, each as the phrase that it was.
struct Losses {
  private let seen: [Phrase]
  private(set) var removed: [Phrase] = []
  private(set) var renamed: [Phrase] = []
  private(set) var changed: [Phrase] = []
  private(set) var codes: [Phrase] = []
  private(set) var placeholders: [Phrase] = []

  init(_ seen: [Phrase], _ difference: Difference) {
    self.seen = seen
    // A text that is there still, under an id that is new, was not removed: its id was.
    var elsewhere: [String: Int] = [:]
    for phrase in difference.added where !phrase.isDraft {
      elsewhere[phrase.text, default: 0] += 1
    }
    for phrase in difference.removed where !phrase.isDraft {
      if let count = elsewhere[phrase.text], count > 0 {
        elsewhere[phrase.text] = count - 1
        renamed.append(phrase)
      } else {
        removed.append(phrase)
      }
    }
    for change in difference.changed where !change.old.isDraft {
      if change.new.isDraft {
        removed.append(change.old)
      } else {
        add(change.old, change.new)
      }
    }
  }

  private mutating func add(_ old: Phrase, _ new: Phrase) {
    if old.text.isReplaced(by: new.text) || old.title.isReplaced(by: new.title) {
      changed.append(old)
    }
    if !old.code.isEmpty, old.code != new.code { codes.append(old) }
    if old.text.hasPlaceholders, new.text != old.text {
      let left = Template(new.text).names
      if left.count < Template(old.text).names.count { placeholders.append(old) }
    }
  }

  /// Nil where no department loses too much; `isOfKind` says what is counted of all that there was.
  func reason(
    _ key: HoldKey, _ lost: [Phrase], isOfKind: (Phrase) -> Bool
  ) -> HoldReason? {
    guard lost.count > HoldReason.mostOfDepartment else { return nil }
    var all: [String: Int] = [:]
    for phrase in seen where isOfKind(phrase) { all[phrase.department, default: 0] += 1 }
    var counts: [String: Int] = [:]
    for phrase in lost { counts[phrase.department, default: 0] += 1 }
    let shares = counts.map { department, count in
      HoldReason.Share(count: count, all: all[department] ?? count, department: department)
    }
    let exceeded = shares.filter {
      $0.count > HoldReason.mostOfDepartment && 100 * $0.count > HoldReason.mostShare * $0.all
    }.sorted { ($1.part, $0.department ?? "") < ($0.part, $1.department ?? "") }
    if let worst = exceeded.first {
      return HoldReason(key, count: lost.count, worst: worst, others: Array(exceeded.dropFirst()))
    }
    // A little in each of many small departments is much.
    let whole = HoldReason.Share(
      count: lost.count, all: all.values.reduce(0, +), department: nil)
    guard whole.count > HoldReason.mostOfList, 100 * whole.count > HoldReason.mostShare * whole.all
    else { return nil }
    return HoldReason(key, count: lost.count, worst: whole)
  }
}

extension String {
  /// Whether another text says something else: fewer than half of their pairs of characters are the same.
  fileprivate func isReplaced(by other: String) -> Bool {
    self != other && TextPairs(of: self).similarity(to: TextPairs(of: other)) < 0.5
  }

  var hasPlaceholders: Bool {
    utf8.contains { $0 == UInt8(ascii: "{") || $0 == 0xEF } && !Template(self).names.isEmpty
  }
}
