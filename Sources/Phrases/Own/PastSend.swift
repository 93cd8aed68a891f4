/// A phrase that was sent before, from this desk or another of the same agent.
public struct PastSend: Hashable, Sendable {
  public var key: PhraseKey
  /// When, in seconds since 1970 (UTC).
  public var time: Int64
  /// What took it first, as the ways are named in the settings.
  public var way: String

  public init(key: PhraseKey, time: Int64, way: String) {
    self.key = key
    self.time = time
    self.way = way
  }
}
