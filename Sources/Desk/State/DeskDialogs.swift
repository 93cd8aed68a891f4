/// How the desk deals with whatever dialog is open.
extension Desk {
  /// The dialog that takes the keys.
  var dialog: (any Dialog)? { dialogs.top }

  /// Puts a dialog in front of everything else; what stood there is there again once it is closed.
  mutating func open(_ dialog: some Dialog) { dialogs.push(dialog) }

  /// Where a dialog stands on this screen, frame and all.
  func frame(of dialog: some Dialog) -> Region {
    let room = layout.dialogRoom
    let wanted = dialog.size(in: room, of: self)
    // A blank at each side sets the title apart from its edge, and from the marks beside it where
    // there is more than fits.
    let title = GlyphRun(dialog.title(of: self)).width + (wanted.rows > room.rows ? 4 : 2)
    return layout.centred(
      rows: min(wanted.rows, room.rows) + Layout.frame.rows,
      columns: min(max(wanted.columns, title), room.columns) + Layout.frame.columns)
  }

  mutating func handleInDialog(_ key: Key, _ action: Action?) -> [Effect] {
    act { $0.handle(key, action, in: $1, of: &$2) }
  }

  mutating func pasteIntoDialog(_ pasted: String) {
    _ = act { dialog, _, desk in
      if !dialog.paste(pasted) { desk.notice = .tooLong }
      return .stay()
    }
  }

  /// Acts on a click: one beside the dialog closes it as Esc does.
  mutating func clickInDialog(at position: Position) -> [Effect] {
    act { dialog, region, desk in
      if region.contains(position) { return dialog.click(at: position, in: region, of: &desk) }
      if desk.frame(of: dialog).contains(position) { return .stay() }
      return dialog.press(Key(.escape), in: region, of: &desk)
    }
  }

  mutating func turnWheelInDialog(by rowCount: Int, at position: Position) {
    _ = act { dialog, region, desk in
      if desk.frame(of: dialog).contains(position) {
        dialog.scroll(by: rowCount, in: region, of: desk)
      }
      return .stay()
    }
  }

  /// Tells all open dialogs what happened.
  mutating func tellDialogs(_ event: Event) -> [Effect] {
    dialogs.ids.flatMap { id in act(id) { $0.hear(event, of: &$2) } }
  }

  /// Tells the topmost dialog what happened, which asked for it.
  mutating func tellTopDialog(_ event: Event) -> [Effect] { act { $0.hear(event, of: &$2) } }

  /// Closes dialogs, the topmost first, until one wants to stay open for whoever pressed Alt+Z.
  ///
  /// - Returns: what is to be done for that one; nil where none is left.
  mutating func summonDialogs(by caller: Caller) -> [Effect]? {
    for id in dialogs.ids {
      var dialog = dialogs[id]
      if let effects = dialog?.summon(by: caller) {
        dialogs[id] = dialog
        return effects
      }
      dialog?.leave(&self, isOpen: caller != .sameChat)
      dialogs.remove(id)
    }
    return nil
  }

  /// Closes all dialogs; what was typed into them can be had again.
  mutating func leaveDialogs() {
    for id in dialogs.ids { dialogs[id]?.leave(&self, isOpen: false) }
    dialogs.removeAll()
  }

  mutating func settleDialogs() {
    _ = act { dialog, region, _ in
      dialog.settle(in: region)
      return .stay()
    }
  }

  /// Lets the topmost dialog act, or that of an id, and keeps what it has become.
  private mutating func act(
    _ id: Int? = nil, _ body: (inout any Dialog, Region, inout Desk) -> DialogStep
  ) -> [Effect] {
    guard let id = id ?? dialogs.ids.first, var dialog = dialogs[id] else { return [] }
    let step = body(&dialog, frame(of: dialog).insideFrame, &self)
    switch step {
    // Where it has closed them all, by sending say, it is gone already.
    case .stay: dialogs[id] = dialog
    case .close: dialogs.remove(id)
    }
    return step.effects
  }
}
