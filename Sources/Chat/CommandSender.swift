import ChildProcess

/// Gives texts to a program of the agent's own, on its standard input.
struct CommandSender {
  let running: Running
  /// The program, by its path or its name, and its arguments.
  let command: [String]

  func send(_ text: [UInt8]) throws(Refusal) {
    guard let program = command.first else { throw .noCommand }
    let arguments = Array(command.dropFirst())
    let ending: ToolProcess.Ending
    if program.hasPrefix("/") {
      ending = ToolProcess.run(
        program, arguments, environment: running.environment, exchange: .feed(text),
        until: .now + running.limit)
    } else {
      ending = running.feed(program, arguments, text)
    }
    switch ending {
    // A program need not read all to have done its work; its status says whether it has.
    case .exited(status: 0, _), .leftInputUnread, .printedTooMuch: return
    case .exited(let status, _): throw .commandFailed(program, status: status)
    case .killed: throw .commandFailed(program, status: -1)
    case .overran: throw .commandOverran(program)
    case .notStarted: throw .toolFailed(program)
    }
  }
}
