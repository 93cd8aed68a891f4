/// What is wrong, or missing, in a phrase: an agent's word to those who keep the list.
public struct PhraseReport: Hashable, Sendable {
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    case wrong, outdated, typo, complaints, missing
  }

  public var kind: Kind
  /// The phrase; nil where one is missing.
  public var key: PhraseKey?
  /// Its title as it stood there; of a missing one what was searched for.
  public var title: String
  /// A line in her own words; may be empty.
  public var remark: String

  public init(kind: Kind, key: PhraseKey?, title: String, remark: String) {
    self.kind = kind
    self.key = key
    self.title = title
    self.remark = remark
  }
}
