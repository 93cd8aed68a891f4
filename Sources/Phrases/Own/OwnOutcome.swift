/// What became of an ``OwnChange``.
public struct OwnOutcome: Equatable, Sendable {
  public var change: OwnChange
  /// The phrase that was written, put into the bin or had back; nil where it was none, or is not there.
  public var key: PhraseKey?
  /// Whether anything is otherwise than before.
  public var hasChanged: Bool

  public init(_ change: OwnChange, key: PhraseKey? = nil, hasChanged: Bool) {
    self.change = change
    self.key = key
    self.hasChanged = hasChanged
  }
}
