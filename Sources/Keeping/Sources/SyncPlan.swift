import Store

/// How often sources are asked, and by what.
public struct SyncPlan: Sendable {
  public var transports: SourceTransports
  /// How often a source of the web is asked, in seconds.
  public var every: Int

  /// Sources by those transports, those of the web asked every so many seconds.
  public init(transports: SourceTransports, every: Int) {
    self.transports = transports
    self.every = every
  }

  /// How often a source is asked, in seconds: git costs a server more than a file does.
  func interval(of source: Source) -> Int {
    source.address.hasPrefix("git+") ? max(every, 300) : every
  }
}
