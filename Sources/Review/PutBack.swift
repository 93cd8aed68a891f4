import Phrases

/// What a list would take back of what others have published, told from the lists that were published
/// before.
///
/// For a list of which nobody knows what it was made from. A phrase that reads as in an older list, and
/// otherwise in the one of now, is put back; one that was added since and is missing is lost; one that was
/// removed since and is there again comes back.
public struct PutBack: Sendable {
  /// In which way the work of others would be taken back.
  public enum Kind: Sendable {
    /// It would read as in an older list.
    case reverts
    /// It was added since, and would be missing.
    case loses
    /// It was removed since, and would be there again.
    case revives
  }

  /// One phrase that would be taken back.
  public struct Row: Sendable {
    public let kind: Kind
    /// As it is published; for ``Kind/revives`` as it was.
    public let phrase: Phrase
    /// Which of the states brought what would be taken back.
    public let state: Int
  }

  /// In the order of the list of now, then what comes back.
  public let rows: [Row]

  /// - Parameters:
  ///   - mine: the list that is to be published.
  ///   - states: what was published, the newest first: the list of now is at 0.
  /// - Complexity: O(*n*) in the phrases of all.
  public init(mine: [Phrase], states: [[Phrase]]) {
    guard let now = states.first else {
      rows = []
      return
    }
    let own = PutBack.byID(mine)
    let former = states.map(PutBack.byID)
    // What only has another id is neither lost nor back.
    let renamed = Set(mine.filter { former[0][$0.key.id] == nil }.map(PutBack.reading))
    let replaced = Set(now.filter { own[$0.key.id] == nil }.map(PutBack.reading))
    var rows: [Row] = []
    for phrase in now {
      let id = phrase.key.id
      // The oldest state since which it reads so.
      let since = former.lastIndexOfPrefix { $0[id].map { PutBack.reads($0, as: phrase) } ?? false }
      guard let mine = own[id] else {
        if renamed.contains(PutBack.reading(phrase)) { continue }
        if since + 1 < former.count, former[(since + 1)...].contains(where: { $0[id] == nil }) {
          let added = former.lastIndexOfPrefix { $0[id] != nil }
          if added + 1 < former.count {
            rows.append(Row(kind: .loses, phrase: phrase, state: added))
          }
        }
        continue
      }
      guard !PutBack.reads(mine, as: phrase) else { continue }
      let isOld = former.dropFirst(since + 1).contains {
        $0[id].map { PutBack.reads($0, as: mine) } ?? false
      }
      if isOld { rows.append(Row(kind: .reverts, phrase: phrase, state: since)) }
    }
    let published = former[0]
    for phrase in mine where published[phrase.key.id] == nil {
      if replaced.contains(PutBack.reading(phrase)) { continue }
      let gone = former.lastIndexOfPrefix { $0[phrase.key.id] == nil }
      guard gone + 1 < former.count, let old = former[gone + 1][phrase.key.id] else { continue }
      rows.append(Row(kind: .revives, phrase: old, state: gone))
    }
    self.rows = rows
  }

  private static func byID(_ phrases: [Phrase]) -> [String: Phrase] {
    Dictionary(phrases.map { ($0.key.id, $0) }) { first, _ in first }
  }

  private static func reading(_ phrase: Phrase) -> [String] { [phrase.title, phrase.text] }

  /// Whether a customer, or an agent who looks for it, would not tell them apart.
  private static func reads(_ one: Phrase, as other: Phrase) -> Bool {
    one.text == other.text && one.title == other.title && one.code == other.code
      && one.validFrom == other.validFrom && one.validUntil == other.validUntil
      && one.isDraft == other.isDraft
  }
}

extension [[String: Phrase]] {
  /// The last of the states from the first on that are all such; the first one always is.
  fileprivate func lastIndexOfPrefix(where isSuch: ([String: Phrase]) -> Bool) -> Int {
    (firstIndex { !isSuch($0) } ?? count) - 1
  }
}
