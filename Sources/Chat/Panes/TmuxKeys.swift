/// What tmux does to the keys that are pressed in it, as far as `doctor` tells of it.
public struct TmuxKeys: Equatable, Sendable {
  /// How long it waits behind Esc for the rest of a key, in milliseconds.
  ///
  /// What comes within is one key with it: at 500, the default before tmux 3.5, Esc and a moment later
  /// Alt+Z is a key that nothing is bound to, and the chat gets it as `^[z`.
  public var escapeTime: Int
  /// What the terminal of the client that was used last calls itself, as `VTE(7006)`; empty where it
  /// does not say, or tmux is older than 3.2.
  public var terminal: String

  /// From this on a person is quicker.
  public static let longEscapeTime = 100

  public var isEscapeTimeLong: Bool { escapeTime >= TmuxKeys.longEscapeTime }

  /// Nil outside tmux, and where it gives no answer.
  public init?(_ running: Running) {
    guard
      let answer = Tmux(running)?.output(
        "display-message", "-p", "#{escape-time}\t#{client_termtype}")
    else { return nil }
    self.init(answer: answer)
  }

  init?(answer: String) {
    let fields = answer.prefix { $0 != "\n" }.split(
      separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
    guard let time = fields.first.flatMap({ Int($0) }) else { return nil }
    escapeTime = time
    terminal = fields.count > 1 ? String(fields[1]) : ""
  }
}
