import Phrases
import Search
import Store
import Sync

/// What a ``Keeper`` tells while a desk is open.
public enum News: Sendable {
  /// The phrases in use from now on, and what their use says of them.
  case library(Library, Prior, from: Origin)
  /// Those of them that can be searched already, the first of so many.
  case partialLibrary(Library, Prior, from: Origin, of: Int)
  /// What was told of phrases by now is what the store has in this edition.
  case edition(Edition)
  /// The phrases that were asked for could not be had.
  case notOpened(OpeningError)
  /// What use says of the phrases of a library by now.
  case prior(Prior, of: Library)
  /// How things stand with the connected sources, all of them, in their order; one may be asked just now.
  case sources([Source], asking: String?)
  /// What became of phrases since the agent last looked, all of it anew; removed ones as they were.
  case changes(added: Set<PhraseKey>, changed: Set<PhraseKey>, removed: [Phrase])
  /// What became of phrases in the last ``RecentChange/days`` days, the newest first, all of it anew.
  case recentChanges([RecentChange])
  /// The phrases that versions withdraw or reword which wait, of all sources.
  case contested(Set<PhraseKey>)
  /// Why the version of a source waits, and what it would change; nil where it cannot be read any more.
  case heldDifference(source: String, id: String, [HoldReason], Difference?)
  /// What became of letting that version in.
  case accepted(SyncReport)
  case notAccepted(StoreError)
  /// What the agent has arranged, before the phrases that are shown by it; and the others' phrases that her
  /// versions stand in the place of, by the keys of those, as they read now.
  case arrangement(Arrangement, originals: [PhraseKey: Phrase])
  /// What became of a change of hers; the phrases come after it.
  case ownChange(OwnOutcome)
  /// A change of hers that could not be kept.
  case notChanged(OwnChange, OwnFailure)
  case reported(PhraseReport)
  case notReported(PhraseReport, OwnFailure)
  /// The agent's own phrases in the bin, and others' that she hides.
  case putAside(binned: [Phrase], hidden: [Phrase])
  /// What was sent lately, the last first.
  case history([PastSend])
  case remark(Remark)
}
