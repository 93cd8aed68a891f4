import Phrases

/// The conversations of a desk: the one that keys are about, those to come back to, and the last ones
/// that were ended.
struct Conversations: Equatable, Sendable {
  /// How many are kept; of more the one that was left first goes.
  static let limit = 200
  /// How many of those that were ended can be had back.
  static let endedLimit = 5

  /// One that the agent has ended.
  struct Ended: Equatable, Sendable {
    let name: ConversationName?
    var conversation: Conversation
    let timeOfDay: TimeOfDay?
  }

  /// Nil for a chat that nothing names.
  private(set) var name: ConversationName?
  var current = Conversation()
  /// The one that was ended last before all.
  private(set) var ended: [Ended] = []
  /// How many there have been.
  private var count = 1
  private var parked: [ConversationName?: Conversation] = [:]
  /// The names of the parked, the one left first before all.
  private var order: [ConversationName?] = []

  /// Goes over to another, as it was left, or a new one.
  mutating func change(to name: ConversationName?) {
    guard name != self.name else { return }
    parked[self.name] = current
    order.append(self.name)
    self.name = name
    current = parked.removeValue(forKey: name) ?? new()
    order.removeAll { $0 == name }
    if order.count > Conversations.limit { parked[order.removeFirst()] = nil }
  }

  /// Ends the one that keys are about: the next customer, in the same chat, begins with nothing.
  ///
  /// - Returns: whether there was anything in it.
  mutating func end(_ clock: DeskClock) -> Bool {
    defer { current = new() }
    guard !current.isEmpty else { return false }
    ended.insert(
      Ended(name: name, conversation: current, timeOfDay: clock.timeOfDay), at: 0)
    if ended.count > Conversations.endedLimit { ended.removeLast() }
    return true
  }

  /// Brings back one that was ended, whole; the present one is ended by that.
  mutating func bringBack(_ index: Int, _ clock: DeskClock) {
    guard ended.indices.contains(index) else { return }
    let back = ended.remove(at: index)
    _ = end(clock)
    change(to: back.name)
    current = back.conversation
  }

  private mutating func new() -> Conversation {
    defer { count += 1 }
    return Conversation(isNamed: name != nil, id: count)
  }

  /// Whether something is begun in any of them.
  var hasBegun: Bool { current.isBegun || parked.values.contains(where: \.isBegun) }

  /// Changes the one of that id, wherever it is by now; nothing where it is kept no more.
  mutating func change(_ id: Int, _ body: (inout Conversation) -> Void) {
    if current.id == id { return body(&current) }
    if let index = ended.firstIndex(where: { $0.conversation.id == id }) {
      return body(&ended[index].conversation)
    }
    for (name, conversation) in parked where conversation.id == id {
      var changed = conversation
      body(&changed)
      parked[name] = changed
    }
  }
}
