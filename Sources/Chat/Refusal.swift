/// Why a text did not go where it should; it then went to the clipboard.
public enum Refusal: Error, Hashable, Sendable {
  /// Nothing is known of a chat: Alt+Z was not pressed in one.
  case noChat
  /// This is no tmux, or its server is gone.
  case noTmux
  /// The pane is gone, or another program has its place.
  case paneGone(String)
  /// The pane was told to take no input.
  case takesNoInput(String)
  /// What was typed there would be run, or change a file: a shell, an editor.
  case takesNoChat(String)
  /// The program there would act on the line breaks or tabs of the text as they come.
  case entersLines
  /// The program reads whole lines, and the system keeps no longer ones; or no program would be done
  /// with so long a text within seconds.
  case tooLongForLine(bytes: Int, limit: Int)
  /// A program that is needed is not installed, or did not do its work.
  case toolFailed(String)
  /// No way is known to put a text into a window of this desktop.
  case noDesktop
  /// The window is gone, or its number is another's now.
  case windowGone(String)
  /// The window was asked for, and another one has the focus.
  case otherWindow(String)
  /// `send.command` is not set.
  case noCommand
  /// The command did not end in time, and was killed.
  case commandOverran(String)
  /// The command ended with this status, or -1 where a signal ended it.
  case commandFailed(String, status: Int32)
}
