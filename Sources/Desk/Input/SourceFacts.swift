/// What there is to say of one connected source: its version, how old it is, what is wrong with it.
public struct SourceFacts: Equatable, Sendable {
  /// A version that came in and waits for somebody to accept it.
  public struct Held: Equatable, Sendable {
    /// What tells it from any other version that may wait in its place.
    public var id: String
    /// Why it waits: a sentence, already in the agent's language.
    public var reason: String
    /// Whether the agent may take it, or only whoever publishes.
    public var mayDecide: Bool

    /// A version that waits, for a `reason` in the agent's language.
    public init(id: String, reason: String, mayDecide: Bool = true) {
      self.id = id
      self.reason = reason
      self.mayDecide = mayDecide
    }
  }

  public var name: String
  /// The version of its phrases on the desk; 0 before the first.
  public var version: Int
  /// The release that it is, as `12 (a9f9de3f)`; nil where the source tells of none.
  public var release: String?
  /// How long ago the source last answered, in minutes; nil when it never did.
  public var checkedMinutesAgo: Int?
  /// Why it does not answer: a sentence, already in the agent's language.
  public var failure: String?
  /// For how long it has failed, in minutes; nil while it does not.
  public var failingForMinutes: Int?
  public var held: Held?
  /// Whether a newer list waits of which the agent is not asked yet: the yes of whoever publishes may come with
  /// the next poll.
  public var isUndecided: Bool
  /// Whether the agent keeps this version, whatever comes.
  public var isPinned: Bool
  /// Whether it is asked for a new version right now.
  public var isSyncing: Bool
  /// How many of its phrases came, changed and went since the agent last looked.
  public var addedCount: Int
  public var changedCount: Int
  public var removedCount: Int

  public init(
    name: String, version: Int, release: String? = nil, checkedMinutesAgo: Int? = nil,
    failure: String? = nil,
    failingForMinutes: Int? = nil, held: Held? = nil, isUndecided: Bool = false,
    isPinned: Bool = false, isSyncing: Bool = false, addedCount: Int = 0, changedCount: Int = 0,
    removedCount: Int = 0
  ) {
    self.name = name
    self.version = version
    self.release = release
    self.checkedMinutesAgo = checkedMinutesAgo
    self.failure = failure
    self.failingForMinutes = failingForMinutes
    self.held = held
    self.isUndecided = isUndecided
    self.isPinned = isPinned
    self.isSyncing = isSyncing
    self.addedCount = addedCount
    self.changedCount = changedCount
    self.removedCount = removedCount
  }

  /// Whether it does not go on by itself.
  var needsAttention: Bool { isFailing || held != nil || isUndecided }

  /// How long it has been failing; nil within the first minute, of which no number is so.
  var fullMinutesOfFailing: Int? { failingForMinutes.flatMap { $0 < 1 ? nil : $0 } }

  var isFailing: Bool { failure != nil || failingForMinutes != nil }
}

extension SourceFacts {
  /// What is to be said of a source first, the most urgent before all.
  enum Standing: Int, Comparable {
    case failing
    case held
    case undecided
    case pinned
    case syncing
    case current

    static func < (left: Standing, right: Standing) -> Bool { left.rawValue < right.rawValue }
  }

  var standing: Standing {
    if isFailing { return .failing }
    if held != nil { return .held }
    if isUndecided { return .undecided }
    if isPinned { return .pinned }
    return isSyncing ? .syncing : .current
  }
}

/// What became of a phrase since the agent last looked.
public enum ChangeMark: Hashable, Sendable, CaseIterable {
  case new
  case changed
  /// It is still listed, but not among the phrases any more.
  case gone
  /// A newer list, which waits, withdraws or rewords it.
  case contested

  /// Stands at the end of the phrase's row.
  var sign: String {
    switch self {
    case .new: "+"
    case .changed: "~"
    case .gone: "-"
    case .contested: "!"
    }
  }
}
