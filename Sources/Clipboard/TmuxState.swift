import Glibc

/// What a tmux server says of itself and of whoever looks at it, asked in one run.
public struct TmuxState: Equatable, Sendable {
  /// The variables of the session, as `tmux show-environment` prints them; what is none is passed
  /// over by whoever reads them.
  var environment: String
  /// Whether it takes an OSC 52 from a program inside it: only with `set-clipboard on`; by default
  /// (`external`) it drops that without a word.
  var takesSequences: Bool
  /// The process of the client that was used last; nil where nobody looks at the session.
  var client: pid_t?

  static let question = [
    "show-environment", ";", "show-options", "-sv", "set-clipboard", ";", "display-message", "-p",
    "#{client_pid}",
  ]

  /// Reads the answer to ``question``; ours are the last two lines.
  init(answer: String) {
    var lines = answer.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    client = lines.popLast().flatMap { pid_t($0) }
    takesSequences = lines.popLast() == "on"
    environment = answer
  }

  init(environment: String, takesSequences: Bool = false, client: pid_t? = nil) {
    self.environment = environment
    self.takesSequences = takesSequences
    self.client = client
  }
}
