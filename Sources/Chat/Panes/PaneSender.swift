import ChildProcess
import Glibc

/// Puts texts into panes of tmux, as if they were pasted there.
///
/// By a buffer of its own and the pane's id, never by `send-keys`, which eats a trailing `;` and takes
/// a leading `-` for an option; and never with brackets made by hand, which newer versions of tmux
/// make visible.
struct PaneSender {
  let tmux: Tmux
  /// Whether Enter is pressed behind the text.
  var pressesEnter = false
  /// The programs that are known to take pastes in brackets, where tmux does not tell.
  var bracketedPrograms: Set<String>

  /// Pastes a sanitised text.
  ///
  /// - Returns: whether Enter, where it is to be pressed, was: not in a window whose panes are
  ///   synchronized, where it would send the drafts in all of them.
  /// - Throws: why the pane did not get it; nothing of it has gone there then.
  func send(_ text: [UInt8], to pane: Pane) throws(Refusal) -> Bool {
    guard let facts = tmux.facts(ofPane: pane.id), facts.pane.isSame(as: pane), !facts.isDead else {
      throw .paneGone(pane.name)
    }
    guard !facts.takesNoInput else { throw .takesNoInput(pane.name) }
    let isBracketed = facts.isPasteBracketed ?? bracketedPrograms.contains(facts.pane.command)
    let pasted = try PaneText(
      text, for: LineDiscipline(device: facts.device), isPasteBracketed: isBracketed,
      mayQuote: mayQuote(facts))
    let buffer = "phrasedesk-\(getpid())-\(UInt64.random(in: 0...UInt64.max))"
    let isPasted = tmux.feed(
      pasted.bytes,
      to: ["load-buffer", "-b", buffer, "-", ";"]
        + pasting(buffer, pasted, facts))
    guard isPasted else {
      _ = tmux.succeeds(["delete-buffer", "-b", buffer])
      guard let now = tmux.facts(ofPane: pane.id), now.pane.isSame(as: pane), !now.isDead else {
        throw .paneGone(pane.name)
      }
      throw now.takesNoInput ? .takesNoInput(pane.name) : .toolFailed("tmux")
    }
    return !facts.isSynchronized
  }

  /// Whether a quoted line break stays one, in a device that gathers lines.
  ///
  /// From 3.7 on, which are also the versions that tell of brackets, tmux shows control characters of
  /// a buffer instead of passing them on. And what a program leaves unread, the next one gets without
  /// the quotes: a shell that is busy just now would run each line at its next prompt. So none may be
  /// behind the program that reads but dash, which lets the device gather lines at its prompt as well.
  private func mayQuote(_ facts: Tmux.PaneFacts) -> Bool {
    guard facts.isPasteBracketed == nil, !bracketedPrograms.contains(facts.pane.command),
      var process = ProcessStatus(of: facts.pane.process)?.foregroundGroup
    else { return false }
    while process != facts.pane.process {
      guard let parent = ProcessStatus(of: process)?.parent, parent > 1,
        ProcessStatus.program(of: parent)?.hasSuffix("/dash") == true
      else { return false }
      process = parent
    }
    return true
  }

  /// The command that pastes a buffer, if the pane is still the one that was looked at: the server
  /// asks itself, so that nothing can happen in between.
  ///
  /// A pane in copy mode is led out of it first: there tmux asks the mode about brackets and not the
  /// program, and would paste without. Where the pane is another, the buffer is deleted twice: the
  /// second time fails, and so the run of tmux does.
  private func pasting(_ buffer: String, _ text: PaneText, _ facts: Tmux.PaneFacts) -> [String] {
    let pane = facts.pane
    let state =
      "#{pane_pid} #{pane_dead} #{pane_input_off} #{?pane_synchronized,1,0} #{bracket_paste_flag}"
    let isSynchronized = facts.isSynchronized ? "1" : "0"
    let brackets = facts.isPasteBracketed.map { $0 ? "1" : "0" } ?? ""
    var paste = "copy-mode -q -t '\(pane.id)' ; "
    paste += "paste-buffer \(text.mayBeBracketed ? "-p " : "")-r -d -b \(buffer) -t '\(pane.id)'"
    if pressesEnter, !facts.isSynchronized { paste += " ; send-keys -t '\(pane.id)' Enter" }
    return [
      "if-shell", "-F", "-t", pane.id,
      "#{==:\(state),\(pane.process) 0 0 \(isSynchronized) \(brackets)}",
      paste,
      "delete-buffer -b \(buffer) ; delete-buffer -b \(buffer)",
    ]
  }
}
