import Phrases
import Search

/// The whole desk as one value: what is typed, found, selected and open.
///
/// It does no I/O and knows no clock. ``handle(_:)`` takes what happens and answers with what is to
/// be done; ``draw()`` says what the screen shows.
public struct Desk: Equatable, Sendable {
  /// What the desk is opened for.
  public enum Purpose: Sendable {
    /// Phrases are sent; the desk stays open.
    case send
    /// One phrase is picked, and the desk ends.
    case pick
  }

  /// The panes in the order that Tab goes through them.
  public enum Pane: CaseIterable, Sendable {
    case search
    case categories
    case list
    case preview
  }

  /// How many hits of a query are listed; the count beside the search box tells of all.
  static let hitLimit = 500

  public let purpose: Purpose
  /// The colours that the screen was opened with, or was last asked for.
  var theme: ThemeChoice
  let language: Language
  /// Where sent phrases go.
  public internal(set) var target: Target

  var layout = Layout(rows: 0, columns: 0)
  /// The local date, as far as the desk was told.
  public internal(set) var day: Day?
  var library = Library.empty
  var origin = Origin.loading
  /// The connected sources; none where the phrases come from a file or the program.
  var sources: [SourceFacts] = []
  /// What became of phrases since the agent last looked, and those that are gone.
  var changeMarks: [PhraseKey: ChangeMark] = [:]
  var removed: [Phrase] = []
  /// What to go back to, while what changed is listed.
  var changesVisit: ChangesVisit?
  /// The department whose agents' phrases are shown; nil for all.
  var department: String?
  /// How many phrases there will be, while not all can be searched yet.
  var expectedCount: Int?
  var options: SearchOptions
  var prior = Prior.none

  var focus = Pane.search
  var search = TextField()
  /// What is being looked for; nil while the box is empty, and after a phrase was sent.
  var attempt: SearchAttempt?
  /// A message that was pasted into the search box, which shows its beginning.
  var pastedMessage: String?
  /// Whether a search looks only below the selected category.
  var isLimited = false
  var tree = CategoryTree(.empty)
  var list = PhraseList()
  /// The search whose hits are on the list; nil once it is finished.
  var ongoing: OngoingSearch?
  /// The list as it was last drawn, where it was changed since by anything but a key.
  var seen: SeenList?
  /// What is selected as soon as the search under way finds it: it was before other phrases came.
  var awaited: PhraseNumber?
  /// What Enter sends as one message, in the order of marking; none: it sends what is selected.
  var marked: [MarkedPhrase] = []
  /// The first line of the preview in sight, nil while it follows the first match.
  var previewTop: Int?
  var dialogs = DialogStack()
  var notice: Notice?
  /// What placeholders were filled with last, by name: never written anywhere.
  var values: [String: String] = [:]
  var lastSent: Outgoing?
  var effort = EffortMeter()
  /// The last click in the panes; nil once it was part of a double click.
  var lastClick: Click?
  /// Whether the last key was Ctrl+C.
  var isInterrupted = false

  /// A desk without phrases.
  public init(
    purpose: Purpose = .send, language: Language = .english, target: Target = Target(.clipboard),
    options: SearchOptions = .standard, theme: ThemeChoice = .standard
  ) {
    self.purpose = purpose
    self.language = language
    self.target = target
    self.options = options
    self.theme = theme
  }

  /// Whether there is something to search for; the list is browsed otherwise.
  var isSearching: Bool { list.subject != .category && list.subject != .changes }

  /// The phrase that Enter sends.
  public var selectedPhrase: Phrase? { list.selected.map { library.phrase($0.number) } }
}
