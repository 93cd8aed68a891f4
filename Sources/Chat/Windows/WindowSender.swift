import ChildProcess
import Glibc

/// Puts texts into windows, by pasting what is on the clipboard already.
///
/// Not by typing it: a line break would be typed as Enter, and send half a phrase.
struct WindowSender {
  let running: Running
  /// The classes of windows, without regard to case, that paste with Shift+Insert.
  var shiftInsertKinds: Set<String>
  var pressesEnter = false

  /// In microseconds: what a program may take for a paste.
  private static let pauseBeforeEnter: UInt32 = 100_000

  func isTerminal(_ window: Window) -> Bool {
    shiftInsertKinds.contains(window.kind.lowercased())
  }

  /// Brings the window to the front and pastes.
  ///
  /// - Parameters:
  ///   - text: what the clipboard holds, for terminals, whose Shift+Insert takes another selection.
  ///   - window: the window as it was when the agent came from it.
  /// - Throws: why the window did not get it.
  func paste(_ text: [UInt8], into window: Window) throws(Refusal) {
    guard let desktop = Desktop(of: window, running) else { throw .noDesktop }
    let isTerminal = isTerminal(window)
    if isTerminal {
      let isTaken = desktop.primarySelection.contains { program, arguments in
        running.feed(program, arguments, text) == .exited(status: 0, output: [])
      }
      guard isTaken else { throw .toolFailed(desktop.primarySelection[0].program) }
    }
    try desktop.activate(window)
    try desktop.press(isTerminal ? .shiftInsert : .controlV, in: window)
    guard pressesEnter else { return }
    // Many programs ask for the clipboard and go on reading keys until it comes: an Enter at once
    // would be there before the text. Nothing tells when it has come.
    usleep(WindowSender.pauseBeforeEnter)
    // It is pasted: an Enter that cannot be pressed any more is the agent's to press.
    try? desktop.press(.enter, in: window)
  }
}
