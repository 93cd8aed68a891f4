import Phrases

/// What a program did to values of a list between two states of it: a spreadsheet, or a save in an old
/// encoding.
struct Damage {
  /// How many phrases have a sign of it that they did not have.
  private(set) var count = 0
  /// Whether desks are to wait.
  private(set) var isHeld = false

  /// So many signs at once are no chance, whatever stood in the list before.
  private static let mostByChance = 5

  init(old: [Phrase], _ difference: Difference) {
    var fresh: [LostText: Int] = [:]
    for (before, after) in difference.written where !after.isDraft {
      let signs = after.signs.subtracting(before?.signs ?? [])
      let isCertain =
        before.map { after.lostCharacters(of: $0) || after.lostWords(of: $0) } ?? false
      if signs.isEmpty, !isCertain { continue }
      count += 1
      if isCertain { isHeld = true }
      for sign in signs { fresh[sign, default: 0] += 1 }
    }
    if fresh.values.contains(where: { $0 > Damage.mostByChance }) { isHeld = true }
    // A question mark alone may be somebody's way to write; what a spreadsheet leaves is not, but where it
    // has been there before, people have lived with it.
    fresh[.questionMarks] = nil
    if !isHeld, !fresh.isEmpty {
      var known: Set<LostText> = []
      for phrase in old where !known.isSuperset(of: fresh.keys) { known.formUnion(phrase.signs) }
      isHeld = !known.isSuperset(of: fresh.keys)
    }
  }
}

extension Difference {
  /// What has new contents, with what it was.
  fileprivate var written: [(old: Phrase?, new: Phrase)] {
    changed.map { ($0.old, $0.new) } + added.map { (nil, $0) }
  }
}

extension Phrase {
  fileprivate var signs: Set<LostText> {
    Set(([text, title, code, category] + keywords).compactMap { LostText(in: $0) })
  }

  /// Whether the text or the title is what it was with `?` in the place of some characters, as a save in an
  /// encoding leaves it that has not all of them.
  fileprivate func lostCharacters(of old: Phrase) -> Bool {
    text.lostCharacters(of: old.text) || title.lostCharacters(of: old.title)
  }

  /// Whether a value is only a date or a number and was something else, or a number that lost its zeros.
  fileprivate func lostWords(of old: Phrase) -> Bool {
    zip([text, title, code], [old.text, old.title, old.code]).contains { new, old in
      guard new != old, !old.isEmpty, let value = BareValue(new) else { return false }
      let before = BareValue(old)
      if value == .number, before == .number {
        return old.hasPrefix("0") && new == String(old.drop { $0 == "0" })
      }
      return before == nil || value == .date && before == .number
    }
  }
}

/// A text that is nothing but a value that spreadsheets know.
private enum BareValue {
  case number
  case date

  init?(_ text: String) {
    let text = text.trimmed()
    guard text.utf8.count <= 32, text.utf8.contains(where: { (0x30...0x39).contains($0) }) else {
      return nil
    }
    let digits = text.split { !("0"..."9").contains($0) }
    let signs = text.split { ("0"..."9").contains($0) }.map(String.init)
    if BareValue.dates.contains(signs), digits[0].count <= 4 {
      self = .date
    } else if digits.count <= 2,
      signs.isEmpty || [["."], [","], ["-"], ["-", "."]].contains(signs)
    {
      self = .number
    } else {
      return nil
    }
  }

  /// What stands between the numbers of a date; `3月1日` is what a spreadsheet makes of `3-1`.
  private static let dates: Set<[String]> = [
    ["月", "日"], ["年", "月"], ["年", "月", "日"], ["-", "-"], ["/", "/"], [".", "."],
  ]
}

extension String {
  fileprivate func lostCharacters(of old: String) -> Bool {
    guard self != old, LostText(in: self) == .questionMarks else { return false }
    // What is left stands in the old text in this order, and for each run of `?` something is missing.
    var rest = old.unicodeScalars[...]
    var isMissing = false
    for scalar in unicodeScalars where scalar != "?" {
      guard let place = rest.firstIndex(of: scalar) else { return false }
      if place > rest.startIndex { isMissing = true }
      rest = rest[rest.index(after: place)...]
    }
    return isMissing || !rest.isEmpty
  }
}
