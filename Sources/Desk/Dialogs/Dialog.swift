import Phrases

/// What stands in front of the panes and takes the keys.
enum Dialog: Equatable, Sendable {
  case help(HelpDialog)
  case palette(PaletteDialog)
  case form(FormDialog)
  case question(QuestionDialog)
  case sources(SourcesDialog)
  case held(HeldDialog)
  case department(DepartmentDialog)
  case target(TargetDialog)

  /// Whether it has a field to type and paste into.
  var takesText: Bool {
    switch self {
    case .palette, .form: true
    case .help, .question, .sources, .held, .department, .target: false
    }
  }
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
  /// It stays open, and the sources are asked for new versions.
  case sync
  /// Another dialog takes its place, which asks about the version that waits.
  case askAboutHeld(source: String)
  /// It closes, and the version that waits is taken.
  case acceptHeld(source: String, id: String)
  /// It closes, and what agents of this department see is shown; everything for nil.
  case chooseDepartment(String?)
  /// It closes, and phrases go there from now on; what waited for it at once.
  case chooseTarget(Target, Outgoing?)
  /// It closes, and the phrase goes out.
  case send(Outgoing)
  /// It closes, and what is asked about is sent although it is not valid today.
  case confirm(Reply, QuestionDialog.Next)
}
