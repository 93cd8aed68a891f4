import Phrases
import Search

/// Everything that can happen to a desk.
///
/// Time comes in with the events, so that the desk itself never looks at a clock.
public enum Event: Sendable {
  /// A key, at that many milliseconds of a clock that only goes forward; `isFollowed` where more came
  /// together with it, as when a program types.
  case key(Key, at: Milliseconds, isFollowed: Bool = false)
  /// A click or a turn of the wheel, by the same clock.
  case mouse(MouseEvent, at: Milliseconds)
  /// Text from a bracketed paste, as the terminal sent it.
  case paste(String)
  /// The terminal's size, in cells.
  case resize(rows: Int, columns: Int)
  /// The local date.
  case day(Day)
  /// The local time, whenever it is another by a minute and something else happens.
  case timeOfDay(TimeOfDay)
  /// The phrases to work on, what is known of them besides their words, and what to say of where
  /// they come from.
  ///
  /// Where others are listed they wait for a key that changes the list.
  case library(Library, Prior = .none, origin: Origin)
  /// Those of them that can be searched already, the first of so many.
  case partialLibrary(Library, Prior = .none, origin: Origin, of: Int)
  /// Whether there are other phrases by now, which are yet to come: until then nothing goes out.
  case isBehind(Bool)
  /// What is known by now of the phrases of a library, nil for the listed one; it counts from the
  /// next search on.
  case prior(Prior, of: Library? = nil)
  /// What there is to say of the connected sources, all of them, in their order.
  case sources([SourceFacts])
  /// What became of phrases since the agent last looked, and those that are gone; all of it anew.
  case changes([PhraseKey: ChangeMark], removed: [Phrase])
  /// What became of phrases in the last days, the newest first, all of it anew.
  case recentChanges([RecentChange])
  /// The phrases that versions withdraw or reword which wait for a yes, all of them.
  case contested(Set<PhraseKey>)
  /// What is the agent's own, all of it; `originals` are the phrases that her versions stand in the place
  /// of, as they read now, by her versions' keys.
  case arrangement(Arrangement, originals: [PhraseKey: Phrase])
  /// The text that was edited with the agent's own editor; nil where it was not.
  case editedOutside(String?)
  /// What the agent did was kept, or was not, for that reason: a sentence.
  case ownChange(OwnChange, hasChanged: Bool = true, failure: String?)
  /// What was sent before, the last one first.
  case history([EarlierSend])
  /// Her phrases in the bin, and others' that she hides: answers `Effect.listPutAside`.
  case putAside(binned: [Phrase], hidden: [Phrase])
  /// What the held version of a source would change, a line each: answers `Effect.showHeld`.
  case heldDifference(source: String, id: String, reasons: [String] = [], lines: [String])
  /// Nothing else is to be done, so that the search under way may go on by a step.
  case continueSearch
  /// The screen shows the desk as it is now.
  case drawn
  /// Something a worker or the start has to say: it stands in the status line.
  case notice(Notice)
  /// What is known of where phrases go.
  case targetKnown(Target)
  /// Whose chat the desk was opened from.
  case conversation(ConversationName?)
  /// Alt+Z was pressed in a chat, and phrases go there now: what the key itself does here.
  ///
  /// Whoever only looked something up in the same chat finds a form as it was; nil where nothing
  /// names the chat.
  case summoned(Target, from: ConversationName? = nil)
  /// The agent was led back to where they came from.
  case returned
  /// The places that phrases can be sent to: answers `Effect.listTargets`.
  case targets([Target])
  /// What a look at an attachment showed: answers `Effect.look`.
  case looked(Attachment, rows: Int, columns: Int, AttachmentLook)
  /// The files of the agent's folders: answers `Effect.listFiles`.
  case files(FileList)
  /// How an `Effect.handOver` ended.
  case handedOver(AttachmentDelivered)
  /// How the last `Effect.deliver` ended.
  case delivered(Delivered)
}
