/// Names for phrases whose file gives them none.
///
/// A phrase is named by where it stands and what it is called: a fingerprint of department,
/// category, subcategory and title, so that its text can be corrected and it stays the same
/// phrase. Real lists hold the same title twice with different texts; all phrases of such a
/// group are named by their text too, whichever comes first, so that the order of rows does not
/// matter. Only what is the same in everything is told apart by counting.
enum Identity {
  /// A phrase that needs a name.
  struct Nameless {
    /// Its index among the phrases.
    let phrase: Int
    /// Where a finding about it belongs, in bytes.
    let offset: Int
    let row: Int
    /// The text as the file has it: what becomes of its placeholders renames no phrase.
    let text: String
  }

  /// Sets the ids of `nameless`, and reports what stands twice.
  ///
  /// The ids in `taken` are those that the file gives; none of them is given again.
  static func assign(
    to phrases: inout [Phrase], _ nameless: [Nameless], taken: [String: (offset: Int, row: Int)],
    report: (_ problem: Finding.Problem, _ item: Nameless, _ other: Nameless) -> Void
  ) {
    var groups: [Fingerprint: [Int]] = [:]
    groups.reserveCapacity(nameless.count)
    let names = nameless.map { Fingerprint(nameOf: phrases[$0.phrase]) }
    for (index, name) in names.enumerated() { groups[name, default: []].append(index) }

    // The text counts only where the name is not enough.
    let full = names.indices.map { index in
      groups[names[index], default: []].count > 1
        ? Fingerprint(names[index], text: nameless[index].text) : names[index]
    }

    var used: Set<String> = []
    var copies: [String: Int] = [:]
    func unused(_ id: String) -> String {
      var candidate = id
      while taken[candidate] != nil || !used.insert(candidate).inserted {
        let copy = copies[id, default: 1] + 1
        copies[id] = copy
        candidate = "\(id)-\(copy)"
      }
      return candidate
    }

    for (item, fingerprint) in zip(nameless, full) {
      phrases[item.phrase].key.id = unused(fingerprint.hex)
    }

    for group in groups.values.filter({ $0.count > 1 }).sorted(by: { $0[0] < $1[0] }) {
      var firstWithText: [Fingerprint: Int] = [:]
      for (position, index) in group.enumerated() {
        let item = nameless[index]
        if let twin = firstWithText[full[index]] {
          let isWhole = phrases[item.phrase].hasSameCells(as: phrases[nameless[twin].phrase])
          report(isWhole ? .samePhrase : .sameTextOtherKeywords, item, nameless[twin])
          continue
        }
        firstWithText[full[index]] = index
        if position > 0 { report(.sameTitle, item, nameless[group[0]]) }
      }
    }
  }
}

/// 64 bits of FNV-1a over several texts (Fowler, Noll and Vo; the constants are theirs).
///
/// Stored ids are made of it: another algorithm would rename every phrase of every list that
/// has no ids. Two phrases with one fingerprint by chance are told apart like two with one name.
struct Fingerprint: Hashable {
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325

  init(nameOf phrase: Phrase) {
    for part in [phrase.department, phrase.category, phrase.subcategory, phrase.title] {
      add(part)
    }
  }

  init(_ name: Fingerprint, text: String) {
    self = name
    add(text)
  }

  /// Sixteen hexadecimal digits.
  var hex: String {
    let digits = String(state, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }

  /// Whether an id looks like one that was derived.
  static func isDerived(_ id: String) -> Bool {
    let digits = id.utf8.prefix(16)
    return digits.count == 16 && (id.utf8.count == 16 || id.utf8.dropFirst(16).first == 0x2D)
      && digits.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }

  /// Adds a part and the unit separator, so that `ab` + `c` is not `a` + `bc`.
  private mutating func add(_ part: String) {
    for byte in part.utf8 { add(byte) }
    add(0x1F)
  }

  private mutating func add(_ byte: UInt8) {
    state = (state ^ UInt64(byte)) &* 0x100_0000_01B3
  }
}

extension Phrase {
  /// Whether a file says the same of both in every column but the id.
  fileprivate func hasSameCells(as other: Phrase) -> Bool {
    PhraseColumn.allCases.allSatisfy { $0 == .id || cell($0) == other.cell($0) }
  }
}
