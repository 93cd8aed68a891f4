import Glibc

/// One run of a program, with one end of a conversation and a deadline.
///
/// Foundation's `Process` is no use here: it waits until every descendant has closed what it
/// inherited, and xclip, xsel and wl-copy leave a descendant behind to serve the selection
/// (swift-corelibs-foundation issue 4795). This waits for the program itself, and for nothing else.
///
/// The conversation is a socket and not a pipe, because a socket can be written without waiting and
/// without SIGPIPE, and is closed on exec from its first moment on.
public struct ToolProcess {
  /// What is exchanged with the program; everything else it sees is `/dev/null`.
  public enum Exchange: Sendable {
    /// All of this is its standard input.
    case feed([UInt8])
    /// Its standard output is collected, up to this many bytes.
    case collect(atMost: Int)
    /// The same of a program whose standard input is this file.
    case filter(file: String, atMost: Int)
  }

  public enum Ending: Equatable, Sendable {
    /// It ended by itself; `output` is what was collected.
    case exited(status: Int32, output: [UInt8])
    case killed(signal: Int32)
    /// It was killed at the deadline.
    case overran
    /// It ended well, but its input was closed before all was read.
    case leftInputUnread
    /// It printed more than was allowed, and was killed.
    case printedTooMuch
    case notStarted(errno: Int32)
  }

  private let process: pid_t
  private let socket: Int32
  private let complaints: Complaints?
  private let deadline: SuspendingClock.Instant

  /// Runs a program to its end; the thread waits, at the longest until `deadline`.
  public static func run(
    _ path: String, _ arguments: [String], environment: [String: String], exchange: Exchange,
    until deadline: SuspendingClock.Instant
  ) -> Ending {
    run(path, arguments, environment, exchange, nil, deadline)
  }

  /// The same, and collects the last bytes of the program's standard error as well.
  ///
  /// They are as the program wrote them, or whoever made it write: to be sanitised before shown.
  public static func run(
    _ path: String, _ arguments: [String], environment: [String: String],
    collectingAtMost limit: Int, errorsAtMost errorLimit: Int,
    until deadline: SuspendingClock.Instant
  ) -> (ending: Ending, errors: [UInt8]) {
    var sockets: [Int32] = [-1, -1]
    guard pair(&sockets) else { return (.notStarted(errno: errno), []) }
    // One of 0 to 2, where those were closed at the start, would be overwritten by the others.
    let inherited = fcntl(sockets[1], F_DUPFD_CLOEXEC, STDERR_FILENO + 1)
    close(sockets[1])
    let complaints = Complaints(socket: sockets[0], limit: errorLimit)
    defer { complaints.close() }
    guard inherited >= 0 else { return (.notStarted(errno: errno), []) }
    let ending = run(
      path, arguments, environment, .collect(atMost: limit), (complaints, inherited), deadline)
    complaints.drain()
    return (ending, complaints.bytes)
  }

  /// `errors` are both ends of the socket for standard error, the second to be closed here.
  private static func run(
    _ path: String, _ arguments: [String], _ environment: [String: String], _ exchange: Exchange,
    _ errors: (mine: Complaints, inherited: Int32)?, _ deadline: SuspendingClock.Instant
  ) -> Ending {
    defer { if let errors { close(errors.inherited) } }
    var sockets: [Int32] = [-1, -1]
    guard pair(&sockets) else { return .notStarted(errno: errno) }
    let inherited = sockets[1]
    let streams: Spawn.Streams =
      switch exchange {
      case .feed: .init(input: .descriptor(inherited))
      case .collect:
        .init(
          output: .descriptor(inherited),
          errors: errors.map { .descriptor($0.inherited) } ?? .null)
      case .filter(let file, _):
        .init(input: .reading(file), output: .descriptor(inherited))
      }
    let started = Spawn.start(
      path, arguments, environment: Self.withoutTokens(environment), streams)
    close(inherited)
    switch started {
    case .failure(let failure):
      close(sockets[0])
      return .notStarted(errno: failure.errno)
    case .success(let process):
      let run = ToolProcess(
        process: process, socket: sockets[0], complaints: errors?.mine, deadline: deadline)
      switch exchange {
      case .feed(let bytes): return run.feed(bytes)
      case .collect(let limit), .filter(_, let limit): return run.collect(atMost: limit)
      }
    }
  }

  /// What a tool gets to know: not the tokens of sources, which are none of its business.
  private static func withoutTokens(_ environment: [String: String]) -> [String: String] {
    environment.filter { !$0.key.hasPrefix("PHRASEDESK_TOKEN") }
  }

  private static func pair(_ sockets: inout [Int32]) -> Bool {
    socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0, &sockets) == 0
  }

  private func feed(_ bytes: [UInt8]) -> Ending {
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes {
        send(
          socket, $0.baseAddress?.advanced(by: sent), bytes.count - sent,
          Int32(MSG_DONTWAIT | MSG_NOSIGNAL))
      }
      if count > 0 {
        sent += count
      } else if errno == EAGAIN {
        guard waits(for: POLLOUT) else { return end(as: .overran) }
      } else if errno != EINTR {
        // It has closed its input, most likely by ending.
        let ending = awaitEnd()
        return ending == .exited(status: 0, output: []) ? .leftInputUnread : ending
      }
    }
    return awaitEnd()
  }

  private func collect(atMost limit: Int) -> Ending {
    var output: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = recv(socket, &piece, piece.count, Int32(MSG_DONTWAIT))
      if count > 0 {
        output.append(contentsOf: piece[..<count])
        guard output.count <= limit else { return end(as: .printedTooMuch) }
      } else if count < 0, errno == EAGAIN {
        guard waits(for: POLLIN) else { return end(as: .overran) }
      } else if count == 0 || errno != EINTR {
        break
      }
    }
    let ending = awaitEnd()
    guard case .exited(let status, _) = ending else { return ending }
    return .exited(status: status, output: output)
  }

  /// Waits until the socket is ready; false when the deadline has come.
  private func waits(for event: Int32) -> Bool {
    let left = deadline - SuspendingClock.now
    guard left > .zero else { return false }
    // A negative descriptor is passed over.
    var descriptors = [
      pollfd(fd: socket, events: Int16(event), revents: 0),
      pollfd(fd: complaints?.socket ?? -1, events: Int16(POLLIN), revents: 0),
    ]
    _ = poll(&descriptors, 2, Int32(left / .milliseconds(1)) + 1)
    complaints?.drain()
    return true
  }

  /// Closes the socket, so that the program's input ends, and waits for the program's own end.
  ///
  /// There is no descriptor for a child's end that Swift can open here, so this asks again and
  /// again, at first after half a millisecond, later every eight.
  private func awaitEnd() -> Ending {
    close(socket)
    var nap: UInt32 = 500
    while true {
      complaints?.drain()
      var status: Int32 = 0
      let found = waitpid(process, &status, WNOHANG)
      if found == process { return Ending(ProcessEnd(waitStatus: status)) }
      // Where SIGCHLD is ignored, the system has thrown the status away.
      if found < 0, errno == ECHILD { return .notStarted(errno: ECHILD) }
      guard SuspendingClock.now < deadline else {
        kill()
        return .overran
      }
      usleep(nap)
      nap = min(nap * 2, 8000)
    }
  }

  private func end(as ending: Ending) -> Ending {
    close(socket)
    kill()
    return ending
  }

  /// Kills the program and all that it started in its session, and reaps it.
  private func kill() {
    Glibc.kill(-process, SIGKILL)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
  }
}

extension ToolProcess.Ending {
  fileprivate init(_ end: ProcessEnd) {
    switch end {
    case .exit(let status): self = .exited(status: status, output: [])
    case .signal(let signal): self = .killed(signal: signal)
    }
  }
}
