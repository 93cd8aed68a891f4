import Phrases
import Store

/// What became of one sync of one source.
public struct SyncReport: Sendable {
  /// The source's name.
  public var source: String
  public var outcome: Outcome
  /// What a supervisor would want to know of a file that was read; none where it was not.
  var warnings: [Finding]
  /// The least time until the source wants to be asked again, in seconds, where it said so.
  public var notBefore: Int?
  /// Whether whoever publishes decides about what waits, and not the agent.
  public var isForPublisher = false

  public enum Outcome: Sendable {
    /// The file is the one that is in use.
    case unchanged(version: Int)
    case accepted(version: Int, Difference)
    /// It waits for a person's word, new or since before; the worst reason is the first.
    case held([HoldReason], Difference)
    /// A person went back to an older version, and the source was not asked.
    case pinned(version: Int)
    case failed(FetchFailure)
    /// It was read and has errors.
    case refused(KnowledgeBaseError)
    /// The address cannot be used.
    case badAddress(AddressFlaw)
    /// The source was disconnected meanwhile.
    case gone
  }

  init(
    _ source: String, _ outcome: Outcome, warnings: [Finding] = [], notBefore: Int? = nil
  ) {
    self.source = source
    self.outcome = outcome
    self.warnings = warnings
    self.notBefore = notBefore
  }

  /// Whether phrases changed.
  public var isChange: Bool {
    if case .accepted = outcome { true } else { false }
  }
}
