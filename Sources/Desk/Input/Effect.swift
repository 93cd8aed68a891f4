import Phrases

/// What the desk asks the world to do.
public enum Effect: Equatable, Sendable {
  /// Put a phrase where sent phrases go.
  case deliver(Outgoing, to: Destination)
  /// Look at an attachment, drawn in so many cells where it is a picture: `Event.looked` answers.
  case look(Attachment, rows: Int, columns: Int)
  /// Read the folders of the agent's files: `Event.files` answers.
  case listFiles
  /// Put a picture or a file where it can be pasted: `Event.handedOver` tells.
  case handOver(AttachmentHandover)
  /// Answer with `Event.targets`.
  case listTargets
  /// Answer with `Event.continueSearch` as soon as no key waits.
  case continueSearch
  /// End the desk.
  case finish(Ending)
  /// Stop the program as Ctrl+Z does, until the shell continues it.
  case suspend
  /// Ask every connected source for a new version.
  case sync
  /// Answer with `Event.heldDifference`; where that fails, with a line that says so.
  case showHeld(source: String, id: String)
  /// Take the version that waits, if it is still the one of that id.
  case acceptHeld(source: String, id: String)
  /// The agent has looked at what the last `Event.changes` told.
  case noteSeen
  /// A search was given up with nothing sent: keep what was looked for.
  case noteFruitless(query: String, hits: Int)
  /// Keep what the agent does to phrases of her own, or to how she sees those of others.
  case change(OwnChange)
  /// Answer with `Event.history`.
  case listHistory
  /// Answer with `Event.putAside`.
  case listPutAside
  /// Keep the agent's word to those who keep the list.
  case report(PhraseReport)
  /// Draw in these colours from now on.
  case useTheme(ThemeChoice)
  /// Has a text edited with the agent's own editor; ``Event/editedOutside(_:)`` tells.
  case editOutside(String)
  /// Keeps what was chosen for the next time the desk is opened.
  case remember(DeskChoice)
  /// Draw every cell anew, whatever the terminal is thought to show.
  case redraw
}

/// A phrase on its way out, or several as one message.
public struct Outgoing: Equatable, Sendable {
  /// Which phrases it is made of, in their order.
  public var keys: [PhraseKey]
  /// The title, or all titles.
  public var title: String
  /// Filled in and sanitised: what is sent, byte for byte.
  public var text: String
  public var effort = Effort()
  /// The phrases as they read when it was made of them; empty where that is not known.
  var origins: [Phrase] = []

  public init(keys: [PhraseKey], title: String, text: String) {
    self.keys = keys
    self.title = title
    self.text = text
  }

  /// What the one rule of sending let out.
  public init(_ message: Dispatch.Message, of phrases: [Phrase] = []) {
    self.init(keys: message.keys, title: message.title, text: message.text)
    origins = phrases
  }
}

/// How a desk ends.
public enum Ending: Equatable, Sendable {
  case quit
  /// The agent wants to be asked what a desk needs, and to come back.
  case setUp
  /// In `pick`: the phrase that was chosen.
  case picked(Outgoing)
  /// In `pick`: none was.
  case cancelled
}
