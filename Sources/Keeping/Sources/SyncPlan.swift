import Store

/// How often sources are asked, and by what.
public struct SyncPlan: Sendable {
  public var transports: SourceTransports
  /// How often a source of the web is asked, in seconds.
  public var every: Int
  /// Whether agents may let in a version that waits; nil: where a source has no releases.
  public var agentsDecide: Bool?

  /// Sources by those transports, those of the web asked every so many seconds.
  public init(transports: SourceTransports, every: Int, agentsDecide: Bool? = nil) {
    self.transports = transports
    self.every = every
    self.agentsDecide = agentsDecide
  }

  /// How often a source is asked, in seconds: git costs a server more than a file does.
  func interval(of source: Source) -> Int {
    source.address.hasPrefix("git+") ? max(every, 300) : every
  }
}
