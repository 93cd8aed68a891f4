/// The steps that a text has become what it is by, so that they can be taken back.
///
/// A step holds what it took out and what it put in, never the whole text: writing on in a text of
/// 65,536 scalars keeps one letter a key.
struct EditHistory: Equatable, Sendable {
  /// One replacement, in grapheme clusters.
  struct Step: Equatable, Sendable {
    /// How many clusters stand before it.
    var place: Int
    var removed: [Character]
    var inserted: [Character]
    /// Where cursor and selection were before.
    var cursor: Int
    var anchor: Int?
  }

  enum Kind: Equatable, Sendable {
    /// A letter: with those typed right behind it one step.
    case typed
    /// What a deleting key took: with what goes right beside it one step.
    case deleted
    /// A step of its own, as a paste is.
    case single
  }

  /// The most steps that can be taken back.
  static let limit = 200
  /// The most clusters that they hold together, but for the last step, which is kept however long.
  static let weightLimit = 4 * TextField.limit

  private var done: [Step] = []
  private var undone: [Step] = []
  /// The run that the next step goes on with, if it is of the same kind.
  private var run: Kind?

  /// Keeps a step that was just made; what had been taken back before is gone.
  mutating func record(_ step: Step, as kind: Kind) {
    undone = []
    if run != kind || !extendLast(by: step, as: kind) { done.append(step) }
    run = kind == .single ? nil : kind
    var weight = done.reduce(0) { $0 + $1.weight }
    while done.count > 1, done.count > Self.limit || weight > Self.weightLimit {
      weight -= done.removeFirst().weight
    }
  }

  /// The next step is one of its own: the cursor was moved, say.
  mutating func endRun() { run = nil }

  /// The step to be taken back; nil where there is none.
  mutating func takeBack() -> Step? {
    run = nil
    guard let step = done.popLast() else { return nil }
    undone.append(step)
    return step
  }

  /// The step to be made again, the one that was taken back last.
  mutating func makeAgain() -> Step? {
    run = nil
    guard let step = undone.popLast() else { return nil }
    done.append(step)
    return step
  }

  /// Makes a step part of the last one.
  ///
  /// - Returns: false where it is somewhere else.
  private mutating func extendLast(by step: Step, as kind: Kind) -> Bool {
    guard let index = done.indices.last else { return false }
    let last = done[index]
    switch kind {
    case .typed:
      // A mark joins the letter before it, and takes its place.
      let kept = step.place - last.place
      guard kept >= 0, kept + step.removed.count == last.inserted.count else { return false }
      done[index].inserted.removeLast(step.removed.count)
      done[index].inserted += step.inserted
    case .deleted:
      guard step.inserted.isEmpty, last.inserted.isEmpty else { return false }
      if step.place + step.removed.count == last.place {
        done[index].place = step.place
        done[index].removed = step.removed + last.removed
      } else if step.place == last.place {
        done[index].removed += step.removed
      } else {
        return false
      }
    case .single: return false
    }
    return true
  }
}

extension EditHistory.Step {
  /// In clusters.
  fileprivate var weight: Int { removed.count + inserted.count }
}
