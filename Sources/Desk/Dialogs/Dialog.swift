/// What stands in front of the panes and takes the keys: one value, in a file of its own.
///
/// It says how large it wants to be, takes what the agent does while it is the topmost, and draws
/// itself. What follows for the desk it does to the desk that it is handed. Whoever opens it pushes
/// it (``Desk/open(_:)``), and nobody else has to know that there is such a dialog.
///
/// A dialog with a sentence and nothing to do but to close it:
///
/// ```swift
/// struct GreetingDialog: Dialog {
///   func title(of desk: Desk) -> String { Label.greetingTitle.sentence(desk.language) }
///   func size(in room: Size, of desk: Desk) -> Size { Size(rows: 1, columns: 30) }
///   mutating func handle(
///     _ key: Key, _ action: Action?, in region: Region, of desk: inout Desk
///   ) -> DialogStep { action == .back ? .close() : .stay() }
///   func draw(in region: Region, on canvas: inout Canvas, of desk: Desk) {
///     canvas.write(Label.greeting.sentence(desk.language), on: region)
///   }
/// }
/// ```
protocol Dialog: Equatable, Sendable {
  /// What stands in the upper edge of its frame.
  func title(of desk: Desk) -> String

  /// What its content takes inside the frame, where there is room for so much.
  ///
  /// More than that is cut to it; `region` in the other methods is what it got.
  func size(in room: Size, of desk: Desk) -> Size

  /// Where its keys are looked up, the narrowest first.
  var contexts: [KeyContext] { get }

  /// Acts on a key; `action` is what the key means in ``contexts``.
  mutating func handle(
    _ key: Key, _ action: Action?, in region: Region, of desk: inout Desk
  ) -> DialogStep

  /// Takes a paste as the terminal sent it.
  ///
  /// - Returns: false where that is longer than a field may become; then nothing was changed.
  mutating func paste(_ pasted: String) -> Bool

  /// Acts on a click inside the frame.
  mutating func click(
    at position: Position, in region: Region, of desk: inout Desk
  ) -> DialogStep

  /// Scrolls by so many rows, as a turn of the wheel does.
  mutating func scroll(by rowCount: Int, in region: Region, of desk: Desk)

  /// Takes in what happened besides keys and clicks, once the desk itself has.
  mutating func hear(_ event: Event, of desk: inout Desk) -> DialogStep

  /// What is to be done when Alt+Z was pressed in a chat and it stays open all the same.
  ///
  /// Nil where it closes, as it does for the key itself.
  mutating func summon(by caller: Caller) -> [Effect]?

  /// Hands over what was typed into it, because it closes before that was sent.
  ///
  /// `isOpen` says that it is to be open again when the agent comes back to this chat.
  func leave(_ desk: inout Desk, isOpen: Bool)

  /// Scrolls so that what is selected is in sight: called after everything that happens.
  mutating func settle(in region: Region)

  /// The file that it shows the picture of, in the room for it; nil where it shows none.
  func look(in region: Region) -> AttachmentViews.Request?

  /// Draws the content; the frame is there already, and no cursor.
  func draw(in region: Region, on canvas: inout Canvas, of desk: Desk)
}

/// Whose Alt+Z it was.
enum Caller {
  /// That of the chat that the desk is about.
  case sameChat
  /// That of a chat, where nothing named one before.
  case firstChat
  case otherChat
}

/// What becomes of a dialog once it has acted, and what is to be done.
enum DialogStep: Equatable {
  case stay([Effect] = [])
  /// It goes away; what it has opened itself stays.
  case close([Effect] = [])

  var effects: [Effect] {
    switch self {
    case .stay(let effects), .close(let effects): effects
    }
  }
}

extension Dialog {
  func look(in region: Region) -> AttachmentViews.Request? { nil }

  var contexts: [KeyContext] { [.outsideText, .anywhere] }

  mutating func paste(_ pasted: String) -> Bool { true }

  mutating func click(
    at position: Position, in region: Region, of desk: inout Desk
  ) -> DialogStep { .stay() }

  mutating func scroll(by rowCount: Int, in region: Region, of desk: Desk) {}

  mutating func hear(_ event: Event, of desk: inout Desk) -> DialogStep { .stay() }

  mutating func summon(by caller: Caller) -> [Effect]? { nil }

  func leave(_ desk: inout Desk, isOpen: Bool) {}

  mutating func settle(in region: Region) {}

  /// Does what a key does that means the same in every dialog.
  mutating func press(_ key: Key, in region: Region, of desk: inout Desk) -> DialogStep {
    handle(key, KeyMap.standard.action(for: key, in: [.anywhere]), in: region, of: &desk)
  }
}
