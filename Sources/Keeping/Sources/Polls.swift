import Phrases
import Store
import Sync

/// When each source is asked next.
struct Polls {
  private struct Poll {
    var schedule: PollSchedule
    var due: Milliseconds
    var watch: FileWatch?
    /// How often it was asked.
    var count = 0
    /// Whether a person wants to know.
    var isByHand = false
  }

  /// Each so-manieth time a file is fetched though it may be called unchanged: where only its date says
  /// so, and where the server or the repository names its states.
  private static let anewEvery = (date: 10, name: 60)

  /// How long a source is left alone whose schedule is not known any more, in milliseconds.
  private static let pause = 60_000

  private var polls: [String: Poll] = [:]
  private var random = SystemRandomNumberGenerator()

  /// What is readable when a watched file has changed.
  var descriptors: [Int32] { polls.values.compactMap { $0.watch?.descriptor } }

  /// When the first is due; nil where there are no sources.
  var due: Milliseconds? { polls.values.map(\.due).min() }

  /// Begins with sources that are new, and forgets those that are gone.
  mutating func arrange(_ sources: [Source], _ plan: SyncPlan) {
    let now = SystemClock.now
    polls = polls.filter { name, _ in sources.contains { $0.name == name } }
    for source in sources {
      // A file of this machine costs nobody anything, and tells when it changes.
      let isLocal = source.address.hasPrefix("/")
      if polls[source.name] == nil {
        let schedule = PollSchedule(interval: plan.interval(of: source))
        let delay = schedule.first(using: &random)
        polls[source.name] = Poll(
          schedule: schedule, due: isLocal ? now : now + Milliseconds(delay), watch: nil)
      }
      if isLocal, polls[source.name]?.watch == nil {
        polls[source.name]?.watch = FileWatch(path: source.address)
      }
    }
  }

  /// Whether a source is to be asked.
  func isDue(_ name: String, at now: Milliseconds) -> Bool {
    polls[name].map { $0.due <= now } ?? false
  }

  /// Whether a source is to be asked as if nothing were known of its file.
  func asksAnew(_ name: String, tag: Tag?) -> Bool {
    guard let poll = polls[name] else { return false }
    if poll.isByHand { return true }
    let every = tag?.isDate == true ? Polls.anewEvery.date : Polls.anewEvery.name
    return poll.count > 0 && poll.count.isMultiple(of: every)
  }

  /// Lets every source be asked at once, and for its file whatever is known of it.
  mutating func hurry() {
    for name in polls.keys {
      polls[name]?.due = 0
      polls[name]?.isByHand = true
    }
  }

  /// Takes in what the watched files tell: they are asked at once.
  mutating func readWatches() {
    for (name, poll) in polls {
      guard let watch = poll.watch else { continue }
      switch watch.read() {
      case .none: break
      case .changed: polls[name]?.due = 0
      case .ended:
        polls[name]?.watch = nil
        polls[name]?.due = 0
      }
    }
  }

  /// Takes in how asking a source went; `notBefore` is what it asked for, in seconds.
  mutating func note(_ name: String, isWell: Bool, notBefore: Int?) {
    let delay =
      polls[name]?.schedule.next(isWell: isWell, asked: notBefore, using: &random) ?? Polls.pause
    polls[name]?.due = SystemClock.now + Milliseconds(max(0, delay))
    polls[name]?.count += 1
    polls[name]?.isByHand = false
  }
}
