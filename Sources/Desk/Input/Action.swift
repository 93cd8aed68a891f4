/// Everything an agent can make the desk do.
///
/// ``keyTable`` gives each its keys; the key map, the help screen, the palette and `docs/keys.md`
/// are all made from these two.
public enum Action: String, CaseIterable, Hashable, Sendable {
  case focusSearch = "focus-search"
  case send = "send"
  case sendNumbered = "send-numbered"
  case askForNumber = "ask-for-number"
  case editAndSend = "edit-and-send"
  case mark = "mark"
  case clearMarks = "clear-marks"
  case sendAgain = "send-again"
  case copyPicture = "copy-picture"
  case copyFile = "copy-file"
  case localFiles = "local-files"
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
  case nextCustomer = "next-customer"
  case takeValues = "take-values"
  case writePhrase = "write-phrase"
  case pin = "pin"
  case history = "history"
  case report = "report"
  case bin = "bin"
  case moveEarlier = "move-earlier"
  case moveLater = "move-later"
  case dropOrder = "drop-order"
  case giveCode = "give-code"
  case hide = "hide"
  case putAside = "put-aside"
  case compareVersion = "compare-version"
  case widenCategories = "widen-categories"
  case narrowCategories = "narrow-categories"
  case widenPreview = "widen-preview"
  case narrowPreview = "narrow-preview"
  case setUp = "set-up"
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
  /// In the lists and the preview, where arrows, Home and End move in rows instead of text.
  ///
  /// No letter and no digit is bound here: typing anywhere is searching.
  case outsideText
}

extension Action {
  /// The one table of keys: every binding of every action, in the order that help shows.
  public static let keyTable: [(action: Action, context: KeyContext, keys: [String])] = [
    (.focusSearch, .anywhere, ["<A-z>", "<C-f>"]),
    (.focusSearch, .outsideText, ["/"]),
    (.send, .anywhere, ["<Enter>"]),
    (.sendNumbered, .anywhere, (1...9).map { "<A-\($0)>" }),
    (.askForNumber, .anywhere, ["<C-g>"]),
    (.editAndSend, .anywhere, ["<A-e>"]),
    (.mark, .anywhere, ["<A-m>", "<Ins>"]),
    (.mark, .outsideText, ["<Space>"]),
    (.clearMarks, .anywhere, ["<A-u>"]),
    (.sendAgain, .anywhere, ["<C-r>"]),
    (.copyPicture, .anywhere, ["<A-g>"]),
    (.copyFile, .anywhere, ["<A-o>"]),
    (.localFiles, .anywhere, ["<A-l>"]),
    (.target, .anywhere, ["<A-t>"]),
    (.limitToCategory, .anywhere, ["<A-c>"]),
    (.back, .anywhere, ["<Esc>"]),
    (.nextPane, .anywhere, ["<Tab>"]),
    (.previousPane, .anywhere, ["<S-Tab>"]),
    (.up, .anywhere, ["<Up>"]),
    (.down, .anywhere, ["<Down>"]),
    (.left, .outsideText, ["<Left>"]),
    (.right, .outsideText, ["<Right>"]),
    (.pageUp, .anywhere, ["<PgUp>"]),
    (.pageDown, .anywhere, ["<PgDn>"]),
    (.toFirst, .outsideText, ["<Home>"]),
    (.toLast, .outsideText, ["<End>"]),
    (.scrollPreviewUp, .anywhere, ["<A-Up>"]),
    (.scrollPreviewDown, .anywhere, ["<A-Down>"]),
    (.changes, .anywhere, ["<A-v>"]),
    (.sources, .anywhere, ["<A-s>"]),
    (.sync, .anywhere, ["<A-r>"]),
    (.reviewHeld, .anywhere, ["<A-w>"]),
    (.department, .anywhere, ["<A-d>"]),
    (.nextCustomer, .anywhere, ["<A-x>"]),
    (.takeValues, .anywhere, ["<A-j>"]),
    (.writePhrase, .anywhere, ["<A-n>"]),
    (.pin, .anywhere, ["<A-p>"]),
    (.history, .anywhere, ["<A-h>"]),
    (.report, .anywhere, ["<A-f>"]),
    (.bin, .outsideText, ["<Del>"]),
    (.moveEarlier, .anywhere, ["<A-S-Up>"]),
    (.moveLater, .anywhere, ["<A-S-Down>"]),
    (.help, .anywhere, ["<F1>", "<F2>"]),
    (.help, .outsideText, ["?"]),
    (.palette, .anywhere, ["<C-p>"]),
    (.redraw, .anywhere, ["<C-l>"]),
    (.suspend, .outsideText, ["<C-z>"]),
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
