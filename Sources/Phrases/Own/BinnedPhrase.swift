/// One of an agent's own phrases in the bin, from where it can be had back.
public struct BinnedPhrase: Hashable, Sendable {
  public var phrase: Phrase
  /// When it was put there, in seconds since 1970 (UTC).
  public var time: Int64
  /// What it stood in the place of, where it was her version of a phrase.
  public var original: Arrangement.Original?

  public init(_ phrase: Phrase, time: Int64, original: Arrangement.Original? = nil) {
    self.phrase = phrase
    self.time = time
    self.original = original
  }
}
