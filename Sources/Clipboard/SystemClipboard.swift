import ChildProcess
import Glibc

/// Where a sent phrase goes: the first of the ``Ladder``'s ways that takes it.
///
/// The text goes out as it is; whoever calls has made it safe to paste. The selection stays alive
/// when this program ends, because the tool owns it.
public struct SystemClipboard: Sendable {
  private let environment: [String: String]
  private let setting: Way?
  private let limits: Limits

  /// - Parameters:
  ///   - environment: the variables of this process.
  ///   - setting: the way the configuration file names; tried first, then the others.
  ///   - limits: for tests, and for the length that the configuration file entrusts to a terminal.
  public init(environment: [String: String], setting: Way? = nil, limits: Limits = Limits()) {
    self.environment = environment
    self.setting = setting
    self.limits = limits
  }

  /// Hands a text over, and says truthfully what took it.
  ///
  /// Waits for the tools, for ``Limits/inAll`` at the longest, so it belongs on a worker thread.
  /// Never throws: what went wrong is in the value.
  public func deliver(_ text: [UInt8]) -> Delivery {
    let end = SuspendingClock.now + limits.inAll
    let surroundings = surroundings(until: end)
    var delivery = Delivery(isOverMosh: surroundings.isOverMosh)
    for rung in Ladder(in: surroundings, preferring: setting).rungs {
      let isBesideTmux = rung.isBesideTmux && delivery.taken == [Taker(way: .tmux)]
      guard !delivery.isTaken || isBesideTmux || delivery.isOnlyBuffered else { continue }
      do {
        if let tool = Tool(for: rung.way) {
          let isVerified = try run(tool, on: text, in: surroundings, until: end)
          delivery.taken.append(Taker(way: rung.way, isVerified: isVerified))
        } else {
          delivery.terminalSequence = try sequence(for: text, in: surroundings)
          delivery.mayBeTooLong =
            text.count > OSC52.doubtfulBytes && !surroundings.takesLongSequences
          delivery.taken.append(Taker(way: rung.way))
        }
      } catch {
        delivery.failures.append(Failure(way: rung.way, reason: error))
        if keeps(text, by: rung.way, in: surroundings, until: end) {
          delivery.taken.append(Taker(way: rung.way, isOnlyBuffered: true))
        }
      }
    }
    return delivery
  }

  /// Hands over bytes of another type than text, by the first tool of the display that takes them.
  ///
  /// ```swift
  /// clipboard.deliver(bytes, mediaType: "image/png")
  /// ```
  ///
  /// Waits as ``deliver(_:)`` does, and never throws.
  ///
  /// - Parameters:
  ///   - bytes: all of it.
  ///   - mediaType: `type/subtype`, as IANA registers them.
  /// - Returns: nil where only text travels: by tmux alone, over SSH, by OSC 52.
  public func deliver(_ bytes: [UInt8], mediaType: String) -> Delivery? {
    let end = SuspendingClock.now + limits.inAll
    let surroundings = surroundings(until: end)
    let rungs = Ladder(in: surroundings, preferring: setting).rungs
      // A display that is forwarded over SSH is not the agent's, unless the settings say so.
      .filter { !surroundings.isRemote || $0.reason == .setting }
    let tools = rungs.compactMap { rung in
      Tool(for: rung.way, mediaType: mediaType).map { (rung.way, $0) }
    }
    guard !tools.isEmpty else { return nil }
    var delivery = Delivery()
    for (way, tool) in tools where !delivery.isTaken {
      do {
        let isVerified = try run(tool, on: bytes, in: surroundings, until: end)
        delivery.taken.append(Taker(way: way, isVerified: isVerified))
      } catch {
        delivery.failures.append(Failure(way: way, reason: error))
      }
    }
    return delivery
  }

  /// What would be tried here and why, for a report about this machine; nothing is copied.
  public func probe() -> Probe {
    let surroundings = surroundings(until: SuspendingClock.now + limits.inAll)
    let path = SearchPath(environment: environment)
    return Probe(
      surroundings: surroundings,
      ladder: Ladder(in: surroundings, preferring: setting),
      tools: Way.allCases.compactMap { way in
        Tool(for: way).map { Probe.Tool(way: way, path: path.find($0.program)) }
      })
  }

  /// The environment, and in tmux what the session knows better.
  private func surroundings(until end: SuspendingClock.Instant) -> Surroundings {
    guard Surroundings(environment: environment).isInTmux else {
      return Surroundings(environment: environment, isOverMosh: isBelowMosh(getpid()))
    }
    guard let tmux = SearchPath(environment: environment).find("tmux"),
      case .exited(status: 0, let output) = ToolProcess.run(
        tmux, TmuxState.question, environment: environment,
        exchange: .collect(atMost: 1 << 20), until: deadline(before: end))
    else { return Surroundings(environment: environment) }
    let state = TmuxState(answer: String(decoding: output, as: UTF8.self))
    // The server may be older than the link: what counts is where its client was started.
    return Surroundings(
      environment: environment, tmux: state,
      isOverMosh: state.client.map(isBelowMosh) ?? false)
  }

  /// Whether a server of mosh started this process, which says so in no variable.
  private func isBelowMosh(_ process: pid_t) -> Bool {
    ProcessStatus.ancestors(of: process).contains { ProcessStatus(of: $0)?.name == "mosh-server" }
  }

  /// Whether a way that failed has at least kept the text, so that it can be had there.
  ///
  /// Within half of the time that is left, so that the ways behind it have theirs.
  private func keeps(
    _ text: [UInt8], by way: Way, in surroundings: Surroundings,
    until end: SuspendingClock.Instant
  ) -> Bool {
    guard !text.isEmpty, let tool = Tool(for: way), let keeping = tool.keeping,
      let path = SearchPath(environment: environment).find(tool.program)
    else { return false }
    let now = SuspendingClock.now
    return ToolProcess.run(
      path, keeping, environment: surroundings.toolEnvironment, exchange: .feed(text),
      until: min(now + (end - now) / 2, deadline(before: end))) == .exited(status: 0, output: [])
  }

  /// Lets a tool take the text; true when the clipboard was read back and is equal.
  private func run(
    _ tool: Tool, on text: [UInt8], in surroundings: Surroundings,
    until end: SuspendingClock.Instant
  ) throws(Failure.Reason) -> Bool {
    // An empty file is nothing that tmux keeps: the old buffer would stay.
    guard !text.isEmpty else { throw .emptyText }
    guard let path = SearchPath(environment: environment).find(tool.program) else {
      throw .notInstalled
    }
    let now = SuspendingClock.now
    guard now < end else { throw .noTimeLeft }
    let deadline = deadline(before: end)
    let ending = ToolProcess.run(
      path, tool.copying, environment: surroundings.toolEnvironment, exchange: .feed(text),
      until: deadline)
    switch ending {
    case .exited(status: 0, _): break
    case .exited(let status, _): throw .exited(status: status)
    case .killed(let signal): throw .killed(signal: signal)
    case .overran: throw .overran(min(limits.perTool, end - now))
    case .leftInputUnread, .printedTooMuch: throw .leftTextUnread
    case .notStarted(let errno): throw .notStarted(errno: errno)
    }

    guard let readingBack = tool.readingBack else { return false }
    return try verify(text, until: deadline) {
      // A part of the limit each: for a long text xsel may wait in vain, and finds it the next time.
      ToolProcess.run(
        path, readingBack, environment: surroundings.toolEnvironment,
        exchange: .collect(atMost: text.count),
        until: min(SuspendingClock.now + limits.perTool / 4, deadline))
    }
  }

  /// Reads the clipboard back until it holds the text; false when it cannot be read.
  ///
  /// Several times, because xclip and xsel end before their descendant owns the selection: of 200
  /// copies, four read back at once gave the old text, and an agent's paste would have, too.
  private func verify(
    _ text: [UInt8], until deadline: SuspendingClock.Instant,
    reading: () -> ToolProcess.Ending
  ) throws(Failure.Reason) -> Bool {
    var holdsAnotherText = false
    for milliseconds: UInt32 in [2, 4, 8, 16, 32, 64, 128, 256] {
      switch reading() {
      case .exited(status: 0, let output) where output == text: return true
      case .exited(status: 0, _), .printedTooMuch: holdsAnotherText = true
      // It took the text and cannot show it: no reason to doubt, no reason to vouch for it.
      default: holdsAnotherText = false
      }
      guard SuspendingClock.now + .milliseconds(Int(milliseconds)) < deadline else { break }
      usleep(milliseconds * 1000)
    }
    if holdsAnotherText { throw .holdsAnotherText }
    return false
  }

  private func sequence(
    for text: [UInt8], in surroundings: Surroundings
  ) throws(Failure.Reason) -> [UInt8] {
    // An empty sequence would not copy: it clears the clipboard.
    guard !text.isEmpty else { throw .emptyText }
    guard !surroundings.isDroppedByTmux else { throw .droppedByTmux }
    guard text.count <= limits.osc52Bytes else {
      throw .tooLong(bytes: text.count, limit: limits.osc52Bytes)
    }
    return OSC52.sequence(for: text, throughScreen: surroundings.isInScreen)
  }

  private func deadline(before end: SuspendingClock.Instant) -> SuspendingClock.Instant {
    min(SuspendingClock.now + limits.perTool, end)
  }
}
