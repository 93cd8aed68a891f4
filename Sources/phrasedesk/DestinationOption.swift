import ArgumentParser
import Chat
import Desk
import Settings

/// `--send-to`: `clipboard`, `pane`, `pane:%5`, `window`, `command`.
struct DestinationOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Where the phrase goes: clipboard, pane (the tmux pane you come from), pane:%ID, window (the"
        + " window you come from) or command (send.command of the settings).",
      valueName: "where"),
    transform: Destination.argument)
  var sendTo: Destination?
}

extension Destination {
  /// Reads `--send-to`.
  ///
  /// Throws a `ValidationError` that says what there is.
  fileprivate static func argument(_ text: String) throws -> Destination {
    if let target = SendTarget(rawValue: text) { return Destination(target) }
    let id = String(text.dropFirst("pane:".count))
    guard text.hasPrefix("pane:"), Pane.isID(id) else {
      throw ValidationError(ChatSentence.badDestination(text).sentence(.current))
    }
    return .pane(id: id)
  }
}
