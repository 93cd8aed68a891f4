import ChildProcess
import Clipboard
import Glibc

extension Place {
  /// Where this process stands: the pane or the window that it draws in, told from its variables.
  public static func ofThisProcess(_ running: Running) -> Place {
    var place = Place()
    if let tmux = Tmux(running) {
      place.pane = running.environment["TMUX_PANE"].flatMap { tmux.facts(ofPane: $0)?.pane }
      // The window is that of whoever looks at the session just now.
      return place
    }
    if let sway = Sway(running) {
      place.window = sway.window(ofProcesses: ProcessStatus.ancestors(of: getpid()))
    } else if let x11 = X11(running), let id = running.environment["WINDOWID"].flatMap({ Int($0) })
    {
      place.window = x11.window(id)
    }
    return place
  }

  /// Where the agent is, who has just pressed a key that started this process.
  ///
  /// `paneID` is the pane that the key was pressed in, as tmux' key binding names it; nil for the
  /// one that this process runs in, or the one that tmux shows. With `seesWindow` the window is
  /// looked for also in tmux.
  public static func ofAgent(
    _ running: Running, paneID: String?, seesWindow: Bool = false
  ) -> Place {
    var place = Place()
    if let tmux = Tmux(running),
      let id = paneID ?? running.environment["TMUX_PANE"] ?? tmux.activePaneID()
    {
      place.pane = tmux.facts(ofPane: id)?.pane
    }
    if place.pane == nil || seesWindow { place.window = Desktop(running)?.activeWindow() }
    return place
  }
}
