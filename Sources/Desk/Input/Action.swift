/// Everything an agent can make the desk do.
///
/// ``keyTable`` gives each its keys; the key map, the help screen, the palette and `docs/keys.md`
/// are all made from these two.
public enum Action: String, CaseIterable, Hashable, Sendable {
  case focusSearch = "focus-search"
  case send = "send"
  case sendNumbered = "send-numbered"
  case editAndSend = "edit-and-send"
  case mark = "mark"
  case clearMarks = "clear-marks"
  case sendAgain = "send-again"
  case target = "target"
  case limitToCategory = "limit-to-category"
  case back = "back"
  case nextPane = "next-pane"
  case previousPane = "previous-pane"
  case up = "up"
  case down = "down"
  case left = "left"
  case right = "right"
  case pageUp = "page-up"
  case pageDown = "page-down"
  case toFirst = "to-first"
  case toLast = "to-last"
  case scrollPreviewUp = "scroll-preview-up"
  case scrollPreviewDown = "scroll-preview-down"
  case switchDoublePinyin = "switch-double-pinyin"
  case switchFuzzySounds = "switch-fuzzy-sounds"
  case switchTypos = "switch-typos"
  case switchTheme = "switch-theme"
  case changes = "changes"
  case sources = "sources"
  case sync = "sync"
  case reviewHeld = "review-held"
  case department = "department"
  case help = "help"
  case palette = "palette"
  case redraw = "redraw"
  case suspend = "suspend"
  case interrupt = "interrupt"
  case quit = "quit"
}

/// Where a key means what its row says.
public enum KeyContext: Hashable, Sendable, CaseIterable {
  /// In every pane, typing or not.
  case anywhere
  /// In the lists and the preview, where letters are not text.
  case outsideText
  /// In the phrase list alone.
  case phraseList
}

extension Action {
  /// The one table of keys: every binding of every action, in the order that help shows.
  public static let keyTable: [(action: Action, context: KeyContext, keys: [String])] = [
    (.focusSearch, .anywhere, ["<A-z>", "<C-f>"]),
    (.focusSearch, .outsideText, ["/"]),
    (.send, .anywhere, ["<Enter>"]),
    (.sendNumbered, .anywhere, (1...9).map { "<A-\($0)>" }),
    (.sendNumbered, .phraseList, (1...9).map { "\($0)" }),
    (.editAndSend, .anywhere, ["<A-e>"]),
    (.mark, .anywhere, ["<A-m>", "<Ins>"]),
    (.mark, .outsideText, ["m", "<Space>"]),
    (.clearMarks, .anywhere, ["<A-u>"]),
    (.clearMarks, .outsideText, ["U"]),
    (.sendAgain, .anywhere, ["<C-r>"]),
    (.target, .anywhere, ["<A-t>"]),
    (.target, .outsideText, ["T"]),
    (.limitToCategory, .anywhere, ["<A-c>"]),
    (.back, .anywhere, ["<Esc>"]),
    (.nextPane, .anywhere, ["<Tab>"]),
    (.previousPane, .anywhere, ["<S-Tab>"]),
    (.up, .anywhere, ["<Up>"]),
    (.up, .outsideText, ["k"]),
    (.down, .anywhere, ["<Down>"]),
    (.down, .outsideText, ["j"]),
    (.left, .outsideText, ["<Left>", "h"]),
    (.right, .outsideText, ["<Right>", "l"]),
    (.pageUp, .anywhere, ["<PgUp>"]),
    (.pageDown, .anywhere, ["<PgDn>"]),
    (.toFirst, .outsideText, ["<Home>"]),
    (.toLast, .outsideText, ["<End>"]),
    (.scrollPreviewUp, .anywhere, ["<A-Up>"]),
    (.scrollPreviewDown, .anywhere, ["<A-Down>"]),
    (.changes, .anywhere, ["<A-n>"]),
    (.changes, .outsideText, ["N"]),
    (.sources, .anywhere, ["<A-s>"]),
    (.sources, .outsideText, ["S"]),
    (.sync, .anywhere, ["<A-r>"]),
    (.sync, .outsideText, ["R"]),
    (.reviewHeld, .anywhere, ["<A-w>"]),
    (.reviewHeld, .outsideText, ["W"]),
    (.department, .anywhere, ["<A-d>"]),
    (.department, .outsideText, ["D"]),
    (.help, .anywhere, ["<F1>", "<F2>"]),
    (.help, .outsideText, ["?"]),
    (.palette, .anywhere, ["<C-p>"]),
    (.redraw, .anywhere, ["<C-l>"]),
    (.suspend, .anywhere, ["<C-z>"]),
    (.interrupt, .anywhere, ["<C-c>"]),
    (.quit, .anywhere, ["<C-q>"]),
  ]

  /// The keys of this action, those that work anywhere first.
  public var keys: [Key] {
    Action.keyTable.filter { $0.action == self }.flatMap(\.keys).compactMap { Key($0) }
  }

  /// Whether the palette offers it: what only makes sense as a key press is left out.
  var isInPalette: Bool {
    switch self {
    case .sendNumbered, .back, .up, .down, .left, .right, .pageUp, .pageDown, .toFirst, .toLast,
      .interrupt, .palette:
      false
    default: true
    }
  }
}
