import Phrases

/// What the status line says of what the agent owns, and of the customer that she is at.
public enum OwnNotice: Equatable, Sendable {
  /// The conversation was ended, and is among those that can be had back where there was something in it.
  case nextCustomer(isPutAway: Bool)
  case broughtBack
  /// What waits in a conversation that the agent has come back to: so many marks, and the first field of
  /// a form that is open.
  case backIn(marks: Int, form: String?)
  /// A pasted text holds so many values, which a key takes.
  case valuesOffered(Int)
  case valuesTaken(Int)
  case noValues
  /// A field is filled with a value from now on; with nothing where that is empty.
  case valueKept(name: String, text: String)
  case nothingMeant
  /// Asks which row the phrase is to have, and says which it has.
  case whichPin(title: String, now: Int?)
  case pinned(title: String, row: Int)
  case unpinned(title: String)
  case hidden(title: String)
  case notOwn(title: String)
  case binned(title: String)
  case restored(title: String)
  case nothingToKeep
  case kept(title: String)
  /// The same, and what another desk of hers had kept meanwhile is in the bin.
  case keptOverOther(title: String)
  /// The phrase that is pinned to a row is not among those that are shown.
  case pinLost(row: Int)
  /// A phrase stands where it does for another reason than its order.
  case rowOfItsOwn(title: String)
  case codeGiven(String, title: String)
  /// Another phrase has that code: typed, it would find that one first.
  case codeTaken(String, by: String)
  case reported
  case moved(title: String)
  /// The pointer holds a row, and would put it where another stands.
  case dragging(title: String, to: String?)
  /// There is nothing further in that direction.
  case orderEnd
  case noOrderHere
  case tooManyToOrder
  case orderDropped
  /// There is no order of hers to be given up.
  case noOrder
  case versionUpToDate
  case tookOriginal(title: String)
  case keptVersion(title: String)
}

extension Notice {
  /// Whether it asks a question that a digit answers.
  var asksForDigit: Bool {
    switch self {
    case .whichNumber, .own(.whichPin): true
    default: false
    }
  }
}
