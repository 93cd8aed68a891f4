import Phrases

/// What stands in front of the panes and takes the keys.
enum Dialog: Equatable, Sendable {
  case help(HelpDialog)
  case palette(PaletteDialog)
  case form(FormDialog)
  case question(QuestionDialog)
}

/// What a dialog wants once it has handled a key.
enum DialogOutcome: Equatable, Sendable {
  /// It stays open.
  case stay
  case close
  /// It stays open, and the status line says something.
  case say(Notice)
  /// It closes, and the action is taken.
  case perform(Action)
  /// It closes, and the phrase goes out.
  case send(Outgoing)
  /// It closes, and the phrase is sent although it is not valid today.
  case confirm(Phrase, QuestionDialog.Next)
}
