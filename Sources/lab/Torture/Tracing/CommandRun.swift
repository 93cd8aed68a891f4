import ChildProcess
import Foundation

/// One run of a program to its end, with what it wrote.
struct CommandRun {
  enum Ending: Equatable {
    case exited(Int32)
    case killed(signal: Int32)
    /// It had to be stopped, or could not be started.
    case failed(String)
  }

  var ending: Ending
  var output: [UInt8]
  var errors: [UInt8]

  var outputText: String { String(decoding: output, as: UTF8.self) }
  var errorText: String { String(decoding: errors, as: UTF8.self) }

  /// Whether it did what it was asked.
  var isDone: Bool { ending == .exited(0) }

  /// Whether the system ended it, and not somebody's SIGKILL.
  var isCrash: Bool {
    switch ending {
    case .killed(let signal): signal != SIGKILL
    case .exited(let status): status > 128
    case .failed: true
    }
  }

  /// Ending and complaints in one line.
  var summary: String {
    let said = errorText.split(separator: "\n").joined(separator: " | ")
    return "\(ending)\(said.isEmpty ? "" : ": \(said)")"
  }

  /// Runs a program to its end; after `seconds` it is killed.
  init(
    _ path: String, _ arguments: [String], environment: [String: String], seconds: Int = 60
  ) {
    let (ended, errors) = ToolProcess.run(
      path, arguments, environment: environment, collectingAtMost: 64 << 20,
      errorsAtMost: 65_536, until: .now + .seconds(seconds))
    self.errors = errors
    output = []
    switch ended {
    case .exited(let status, let output):
      ending = .exited(status)
      self.output = output
    case .killed(let signal): ending = .killed(signal: signal)
    case .overran: ending = .failed("took more than \(seconds) s")
    case .printedTooMuch: ending = .failed("printed too much")
    case .leftInputUnread: ending = .failed("left its input unread")
    case .notStarted(let error): ending = .failed("could not be started (error \(error))")
    }
  }
}
