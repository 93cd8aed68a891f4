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

  /// How many hits of a query are listed; the count beside the search box tells of all.
  static let hitLimit = 500

  public let purpose: Purpose
  /// The colours that the screen was opened with, or was last asked for.
  var theme: ThemeChoice
  let language: Language

  var layout = Layout(rows: 0, columns: 0)
  /// The local date, as far as the desk was told.
  public internal(set) var day: Day? {
    get { clock.day }
    set { clock.day = newValue }
  }
  /// The phrases that are listed, and searched until a key changes the list.
  var listed = Arrival()
  /// Those that came since; nil where none did.
  var waiting: Arrival?
  /// Whether there are other phrases by now than the newest that came.
  var isBehind = false
  /// Whether something was said of a phrase that was to go out, and is yet to be seen.
  var mustBeDrawn = false
  /// The department whose agents' phrases are shown; nil for all.
  var department: String?
  var options: SearchOptions

  var focus = Pane.search
  var search = SearchBox()
  var tree = CategoryTree(.empty)
  var list = ListPane()
  var news = SourceNews()
  var own: Own
  var pictures = AttachmentViews()
  /// Where sent phrases go.
  public internal(set) var target: Target
  var conversations = Conversations()
  /// What is the same for everybody here, and not the agent's to choose.
  let locked: Set<DeskChoice.Kind>
  /// What values in customers' messages look like.
  let patterns: [ValuePattern]
  var dialogs = DialogStack()
  var notice: Notice?
  var effort = EffortMeter()
  var clock = DeskClock()
  /// The last click in the panes; nil once it was part of a double click.
  var lastClick: Click?
  /// What the pointer holds while the button is down.
  var drag: Drag?
  /// Whether the last key was Ctrl+C.
  var isInterrupted = false

  /// A desk without phrases.
  ///
  /// `values` are what fields of these names are filled with where the agent has said nothing else; of a
  /// department that has no phrase all phrases are shown.
  public init(
    purpose: Purpose = .send, language: Language = .english, target: Target = Target(.clipboard),
    options: SearchOptions = .standard, theme: ThemeChoice = .standard,
    patterns: [ValuePattern]? = nil, values: [String: String] = [:], department: String? = nil,
    widths: PaneWidths = PaneWidths(), locked: Set<DeskChoice.Kind> = []
  ) {
    self.purpose = purpose
    self.language = language
    self.target = target
    self.options = options
    self.theme = theme
    self.department = department
    self.locked = locked
    own = Own(defaults: values)
    self.patterns = patterns ?? ValuePattern.standard(language)
    layout.widths = widths
  }

  var library: Library { listed.library }
  var origin: Origin { listed.origin }

  /// What belongs to the customer that keys are about.
  var conversation: Conversation {
    get { conversations.current }
    set { conversations.current = newValue }
  }

  /// Whether there is something to search for; the list is browsed otherwise.
  var isSearching: Bool { list.subject != .category && list.subject != .changes }

  /// The categories may cover the list, and what is not seen is not sent.
  var isListInSight: Bool { layout.shape == .wide || focus != .categories }

  /// The phrase that is shown as the selected one.
  public var selectedPhrase: Phrase? { list.selected.map { library.phrase($0.number) } }
}
