import Phrases

/// What others have done to a list since somebody took it out, put together with what she has done.
///
/// A three-way merge by id and column: what only one side has touched is taken from that side; what both
/// have made the same is no matter; what both have made different is a collision, which a person decides.
/// Order is the file's own.
///
///     let merge = ListMerge(base: checkedOut, mine: edited, theirs: published)
///     let merged = edited.applying(merge.changes)
public struct ListMerge: Sendable {
  /// What collides: one column of a phrase, or the phrase where one side has removed it.
  public struct Collision: Sendable {
    /// The phrase as the one who merges has it, or as it was where she has removed it.
    public let phrase: Phrase
    /// Nil where one side removed what the other one changed.
    public let column: Record.Column?
    /// What each side has there; nil where it removed the phrase.
    public let mine: String?
    public let theirs: String?
    /// What makes it as the others have it.
    let theirChange: ListChange
  }

  /// What the others did that does not collide, to be done to one's own list.
  public private(set) var changes: [ListChange] = []
  public private(set) var collisions: [Collision] = []

  /// - Complexity: O(*n*) in the number of records, times their columns.
  public init(base: [Record], mine: [Record], theirs: [Record]) {
    let base = ListMerge.byID(base)
    let own = ListMerge.byID(mine)
    var there: Set<String> = []
    var previous: String?
    for record in theirs where there.insert(record.id).inserted {
      merge(record, base: base[record.id], mine: own[record.id], after: previous)
      previous = record.id
    }
    for record in mine where !there.contains(record.id) {
      guard let old = base[record.id] else { continue }
      if ListMerge.differing(old, record).isEmpty {
        changes.append(.remove(id: record.id))
      } else {
        collisions.append(
          Collision(
            phrase: record.phrase, column: nil, mine: record.phrase.text, theirs: nil,
            theirChange: .remove(id: record.id)))
      }
    }
  }

  private mutating func merge(
    _ theirs: Record, base: Record?, mine: Record?, after previous: String?
  ) {
    switch (base, mine) {
    case (nil, nil): changes.append(.add(theirs, after: previous))
    case (let base?, nil):
      guard !ListMerge.differing(base, theirs).isEmpty else { return }
      collisions.append(
        Collision(
          phrase: base.phrase, column: nil, mine: nil, theirs: theirs.phrase.text,
          theirChange: .add(theirs, after: previous)))
    case (let base, let mine?):
      for column in ListMerge.differing(mine, theirs) {
        let change = ListChange.set(id: mine.id, column, from: theirs)
        if let base, base[column] == mine[column] {
          changes.append(change)
        } else if base == nil || base?[column] != theirs[column] {
          collisions.append(
            Collision(
              phrase: mine.phrase, column: column, mine: mine[column], theirs: theirs[column],
              theirChange: change))
        }
      }
    }
  }

  /// The collisions of these numbers decided for the others, the rest for oneself.
  public func changes(takingTheirsOf decided: Set<Int>) -> [ListChange] {
    changes
      + collisions.enumerated().filter { decided.contains($0.offset) }.map(\.element.theirChange)
  }

  private static func byID(_ records: [Record]) -> [String: Record] {
    Dictionary(records.map { ($0.id, $0) }) { first, _ in first }
  }

  /// The columns that two records have otherwise, as far as both are known.
  private static func differing(_ one: Record, _ other: Record) -> [Record.Column] {
    var columns = one.columns
    let seen = Set(columns)
    columns += other.columns.filter { !seen.contains($0) }
    return columns.filter { column in
      guard let left = one[column], let right = other[column] else { return false }
      return left != right
    }
  }
}
