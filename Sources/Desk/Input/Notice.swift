import Phrases
import Search

/// What the status line says until something newer takes its place.
public enum Notice: Equatable, Sendable {
  /// A sentence of another module, already in the agent's language.
  case sentence(String, isError: Bool)
  case sending(title: String)
  case delivered(Delivered)
  /// Where phrases go from now on.
  case sendingTo(Target)
  /// The same, since the desk was called from there: the choice before is over.
  case sendingElsewhere(Target, noLonger: Target)
  case nothingSelected
  case nothingSentYet
  /// So many phrases are to go out as one message.
  case marked(Int)
  case unmarked(left: Int)
  case unmarkedAll
  case nothingMarked
  case nothingToMark
  /// Phrases that were to go out are not among the phrases any more, or read otherwise now.
  case withdrawn(title: String, others: Int)
  case reworded(title: String, others: Int)
  /// The same of one whose text is being worked on: a form shows how it reads now.
  case rewordedUnderEdit(title: String)
  /// The same of what went out before, and was to go out again.
  case rewordedSince(title: String, others: Int)
  /// The store has other phrases, which are being read.
  case phrasesChanging
  /// The phrase that was selected is not among the phrases any more.
  case selectionGone(title: String)
  case nothingToSend
  /// A paste was longer than a field may become.
  case tooLong
  /// A digit was pressed that no row in sight has.
  case noSuchRow
  /// Asks which row in sight is to be sent: a digit that is pressed next answers.
  case whichNumber
  /// The desk was left while a phrase is on its way.
  case finishing
  case noCategory
  /// A blank, as it stands in the phrase.
  case unfilled(blank: String)
  /// A form has fields now for what looks unfilled.
  case looksUnfilled([Blank])
  case againToQuit
  /// Nothing was typed that could be undone, and Ctrl+Z suspends outside text fields only.
  case nothingToUndo
  case limited(to: String)
  case unlimited
  /// What was switched on this desk.
  case doublePinyin(DoublePinyin?)
  case fuzzySounds(Bool)
  case typos(Bool)
  case theme(ThemeChoice)
  /// What was to be chosen is the same for everybody here.
  case locked
  /// Where phrases go, which nobody has chosen.
  case goesUnchosen(Target)
  /// The agent's own editor could not be started, or left no text that can be used.
  case notEditedOutside
  /// What is begun for a customer would be lost.
  case endConversationFirst
  /// The pane that was to be wider or narrower is not beside the list.
  case noPaneBeside
  case noSource
  case syncing
  case nothingHeld
  /// A newer list of the source waits, and whoever published it may have decided: it is asked again.
  case undecided(source: String)
  /// The version that was looked at waits no more, or another one does.
  case heldMeanwhileOther(source: String)
  case accepting(source: String)
  case nothingChanged
  case noDepartment
  /// The selected phrase has no picture and no file.
  case noAttachment(title: String)
  /// A text that was written before the last message came, or long ago, is to be looked at.
  case ofAnotherCustomer
  /// What was asked for is not done while a form is open.
  case leaveFormFirst
  /// In `pick`, which gives out one phrase.
  case attachmentNotPicked
  case attachment(AttachmentDelivered)
  /// Of what the agent owns, and of the customer that she is at.
  case own(OwnNotice)
}

/// How sending a phrase ended.
public struct Delivered: Equatable, Sendable {
  /// What became of the text: only what was seen to happen is claimed.
  public indirect enum Outcome: Equatable, Sendable {
    /// It is where it was to go: in a pane, a window, or a program of that name.
    case put(Target)
    /// The same, but Enter was not pressed, since other panes of tmux would have got it too.
    case putWithoutEnter(Target)
    /// It could not go where it was to, for that reason, and this became of it instead.
    case refused(reason: String, instead: Outcome)
    /// A clipboard tool took it, named first; tmux may have taken it too.
    case copied(by: String, alsoToTmux: Bool)
    /// tmux holds it in a buffer, and hands it to its outer terminal if that takes it.
    /// mosh, where that is between, passes on no text twice running.
    case handedToTmux(overMosh: Bool)
    /// tmux keeps it in a buffer and hands it to nobody: the clipboard holds what it held before. The
    /// reasons, as sentences' ends.
    case onlyInTmux(reasons: [String])
    /// The terminal was asked to take it; it gives no answer.
    case askedTerminal(overMosh: Bool)
    /// Nothing took it: the clipboard holds what it held before. The reasons, as sentences' ends.
    case failed(reasons: [String])
  }

  public var outcome: Outcome
  public var title: String

  public init(_ outcome: Outcome, title: String) {
    self.outcome = outcome
    self.title = title
  }
}
