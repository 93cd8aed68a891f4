import Phrases

/// Why a new version waits for a person's word instead of being used.
///
/// A list that is suddenly empty, or another one, is mostly a mistake: half an upload, the wrong file,
/// a filter left on in a spreadsheet, a column that slipped by a row. The phrases in use stay in use
/// until somebody says so.
public struct HoldReason: Hashable, Sendable {
  public let key: HoldKey
  /// How many phrases it is about, in all departments; 1 for ``HoldKey/encoding``.
  public let count: Int
  /// The department that loses the greatest share; nil where it is about the whole file.
  let worst: Share?
  /// Further departments that lose too much, the greatest share first.
  let others: [Share]

  /// So many of a department's.
  struct Share: Hashable, Sendable {
    let count: Int
    let all: Int
    /// Empty for the phrases that are for everybody; nil for the whole list.
    let department: String?

    /// From 0 to 1.
    var part: Double { all == 0 ? 1 : Double(count) / Double(all) }
  }

  init(_ key: HoldKey, count: Int, worst: Share? = nil, others: [Share] = []) {
    self.key = key
    self.count = count
    self.worst = worst
    self.others = others
  }

  private var part: Double { worst?.part ?? 1 }

  /// In hundredths of what a department has.
  static let mostShare = 20
  /// So many may go whatever their share: small departments change.
  static let mostOfDepartment = 5
  /// And so many of the whole list, where no department loses much.
  static let mostOfList = 20

  /// Every reason that a difference gives, the worst first; none where it may be used.
  ///
  ///     HoldReason.all(old: used, new: read, Difference(from: used, to: read)).map(\.key)
  ///
  /// A phrase that moves to another department is not lost. One that becomes a draft is: agents no
  /// longer see it; and one that was a draft cannot be.
  ///
  /// - Parameters:
  ///   - old: the phrases in use.
  ///   - new: those of the file that came.
  ///   - difference: between the two.
  ///   - encodings: what the file in use was read as, where that is known, and the new one.
  /// - Returns: at most one for each key.
  /// - Complexity: O(*n*) in the bytes of both.
  public static func all(
    old: [Phrase], new: [Phrase], _ difference: Difference,
    encodings: (old: TextEncoding, new: TextEncoding)? = nil
  ) -> [HoldReason] {
    var reasons: [HoldReason] = []
    if let encodings, encodings.old.isLeft(for: encodings.new) {
      reasons.append(HoldReason(.encoding, count: 1))
    }
    let seen = old.filter { !$0.isDraft }
    if new.isEmpty || !seen.isEmpty && new.allSatisfy(\.isDraft) {
      return [HoldReason(.empty, count: seen.count)] + reasons
    }
    let losses = Losses(seen, difference)
    let masses = [
      losses.reason(.removed, losses.removed) { _ in true },
      losses.reason(.changed, losses.changed) { _ in true },
      losses.reason(.ids, losses.renamed) { _ in true },
      losses.reason(.codes, losses.codes) { !$0.code.isEmpty },
      losses.reason(.placeholders, losses.placeholders) { $0.text.hasPlaceholders },
    ]
    // Between equals the order of the keys decides.
    let ranked = masses.enumerated().compactMap { place, reason in reason.map { (place, $0) } }
    reasons += ranked.sorted { ($1.1.part, $0.0) < ($0.1.part, $1.0) }.map(\.1)
    // What the very first version holds, `check` has said.
    let damage = Damage(old: old, difference)
    if !old.isEmpty, damage.isHeld { reasons.append(HoldReason(.damaged, count: damage.count)) }
    return reasons
  }

  /// What programs have damaged in the very first version of a list, which no desk waits for: whoever
  /// publishes it decides.
  ///
  /// - Returns: nil where there is no sign of any.
  public static func damage(of first: [Phrase]) -> HoldReason? {
    let count = Damage(old: [], Difference(from: [], to: first)).count
    return count > 0 ? HoldReason(.damaged, count: count) : nil
  }
}

extension TextEncoding {
  /// Whether a file that was in this encoding is in another by now that nothing in the file proves.
  ///
  /// Valid UTF-8 is hardly ever anything else, so a list may become UTF-8; every other change is one that
  /// some program made by itself.
  fileprivate func isLeft(for new: TextEncoding) -> Bool {
    switch (self, new) {
    case (_, .utf8), (_, .utf8WithBOM): false
    case (.utf16LittleEndian, .utf16BigEndian), (.utf16BigEndian, .utf16LittleEndian): false
    default: self != new
    }
  }
}
