/// The conversations of a desk: the one that keys are about, and those to come back to.
struct Conversations: Equatable, Sendable {
  /// How many are kept; of more the one that was left first goes.
  static let limit = 200

  /// Nil for a chat that nothing names.
  private(set) var name: ConversationName?
  var current = Conversation()
  private var parked: [ConversationName?: Conversation] = [:]
  /// The names of the parked, the one left first before all.
  private var order: [ConversationName?] = []

  /// Goes over to another, as it was left, or a new one.
  mutating func change(to name: ConversationName?) {
    guard name != self.name else { return }
    parked[self.name] = current
    order.append(self.name)
    self.name = name
    current = parked.removeValue(forKey: name) ?? Conversation(isNamed: name != nil)
    order.removeAll { $0 == name }
    if order.count > Conversations.limit { parked[order.removeFirst()] = nil }
  }
}
