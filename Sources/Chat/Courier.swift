import ChildProcess
import Clipboard

/// Takes a text to where it is to go, and to the clipboard where that cannot be.
///
/// The text goes out as it is; whoever calls has made it safe to paste. Every call waits for other
/// programs, for a few seconds at the longest, so it belongs on a worker thread.
public struct Courier: Sendable {
  /// Where a text goes.
  public enum Route: Hashable, Sendable {
    case clipboard
    /// Nil where no pane is known.
    case pane(Pane?)
    /// Nil where no window is known.
    case window(Window?)
    /// The configured one.
    case command
  }

  /// What whoever runs the desk chose.
  public struct Options: Hashable, Sendable {
    /// The program that gets phrases on its standard input, and its arguments.
    public var command: [String] = []
    /// How long that program may take.
    public var commandLimit = Duration.seconds(5)
    /// Whether Enter is pressed behind a phrase in a pane or a window.
    public var pressesEnter = false
    /// The programs in panes that take a paste in brackets, where tmux does not tell.
    public var bracketedPrograms: Set<String> = []
    /// The classes of windows that paste with Shift+Insert, as terminals do.
    public var shiftInsertKinds: Set<String> = []

    public init() {}
  }

  private let running: Running
  private let clipboard: SystemClipboard
  private let options: Options

  public init(
    running: Running, clipboard: SystemClipboard, options: Options = Options()
  ) {
    self.running = running
    self.clipboard = clipboard
    self.options = options
  }

  /// Hands a text over, and says truthfully what took it.
  ///
  /// Never throws: what went wrong is in the value.
  public func deliver(_ text: [UInt8], by route: Route) -> Handover {
    guard !text.isEmpty else { return Handover(clipboard: clipboard.deliver(text)) }
    do throws(Refusal) {
      switch route {
      case .clipboard: return Handover(clipboard: clipboard.deliver(text))
      case .pane(let pane):
        guard let pane else { throw .noChat }
        let tmux = Tmux(server: pane.server, running)
        let sender = PaneSender(
          tmux: tmux, pressesEnter: options.pressesEnter,
          bracketedPrograms: options.bracketedPrograms)
        let isEntered = try sender.send(text, to: pane)
        var handover = Handover(arrival: .pane(pane.name))
        handover.lacksEnter = options.pressesEnter && !isEntered
        return handover
      case .window(let window):
        guard let window else { throw .noChat }
        return try deliver(text, into: window)
      case .command:
        let running = Running(environment: running.environment, limit: options.commandLimit)
        try CommandSender(running: running, command: options.command).send(text)
        return Handover(arrival: .command(options.command.first ?? ""))
      }
    } catch {
      return Handover(refusal: error, clipboard: clipboard.deliver(text))
    }
  }

  /// Hands a picture or a file over: to the clipboard, and where phrases go into windows to the window.
  ///
  /// Panes and programs take texts alone, so for those it is on the clipboard as well.
  ///
  /// - Parameters:
  ///   - bytes: all of it.
  ///   - mediaType: `type/subtype`, such as `image/png` or `text/uri-list`.
  ///   - route: where texts go.
  /// - Returns: nil where only text travels from here.
  public func deliver(_ bytes: [UInt8], mediaType: String, by route: Route) -> Handover? {
    guard let delivery = clipboard.deliver(bytes, mediaType: mediaType) else { return nil }
    var handover = Handover(clipboard: delivery)
    guard case .window(let window?) = route, delivery.isTaken else { return handover }
    var sender = WindowSender(
      running: desktopRunning, shiftInsertKinds: options.shiftInsertKinds, pressesEnter: false)
    // A terminal would take it for text.
    guard !sender.isTerminal(window) else { return handover }
    sender.pressesEnter = options.pressesEnter
    do throws(Refusal) {
      try sender.paste([], into: window)
      handover.arrival = .window(window.name)
    } catch {
      handover.refusal = error
    }
    return handover
  }

  /// A window pastes what is on the clipboard, so that gets it first, and keeps it where the window
  /// refuses.
  private func deliver(_ text: [UInt8], into window: Window) throws(Refusal) -> Handover {
    var handover = Handover(clipboard: clipboard.deliver(text))
    guard handover.clipboard?.best?.way.claim == .copied else {
      handover.refusal = .noDesktop
      return handover
    }
    let sender = WindowSender(
      running: desktopRunning, shiftInsertKinds: options.shiftInsertKinds,
      pressesEnter: options.pressesEnter)
    do throws(Refusal) {
      try sender.paste(text, into: window)
      handover.arrival = .window(window.name)
    } catch {
      handover.refusal = error
    }
    return handover
  }

  /// The environment of the desktop that the agent sits at: in tmux its session knows it better
  /// than the pane.
  private var desktopRunning: Running {
    Running(
      environment: clipboard.probe().surroundings.toolEnvironment, limit: running.limit)
  }

  // MARK: - Where the agent is

  /// The panes that a text can go to, but for the one that this process runs in.
  public func panes() -> [Pane] {
    guard let tmux = Tmux(running) else { return [] }
    return tmux.panes().filter {
      !$0.isDead && !$0.takesNoInput && $0.pane.id != running.environment["TMUX_PANE"]
    }.map(\.pane)
  }

  /// The pane of that id in this process' tmux; one that refuses every text where there is none.
  public func pane(_ id: String) -> Pane {
    let tmux = Tmux(running)
    return tmux?.facts(ofPane: id)?.pane ?? Pane(server: tmux?.server ?? "", id: id, process: 0)
  }

  /// Leads the agent from the desk back to where they came from.
  public func goBack(to chat: Place, from desk: Place) {
    // A pane beside the desk needs nothing of the desktop, whose environment costs time to learn.
    let isBeside = chat.pane != nil && chat.pane?.server == desk.pane?.server
    Front(running: running, desktopRunning: isBeside ? running : desktopRunning)
      .bring(chat, from: desk)
  }
}

/// What became of a text that was to go somewhere.
public struct Handover: Equatable, Sendable {
  /// Where it was put; nil where only the clipboard was asked, or had to help.
  public var arrival: Arrival?
  /// Whether Enter was to be pressed behind it and was not, since other panes would have got it too.
  public var lacksEnter = false
  /// Why it is not where it was to go.
  public var refusal: Refusal?
  /// What the clipboard says, where it was asked.
  public var clipboard: Delivery?

  public init(arrival: Arrival? = nil, refusal: Refusal? = nil, clipboard: Delivery? = nil) {
    self.arrival = arrival
    self.refusal = refusal
    self.clipboard = clipboard
  }

  public enum Arrival: Hashable, Sendable {
    /// Each with its name, as the agent may know it.
    case pane(String)
    case window(String)
    case command(String)

    public var name: String {
      switch self {
      case .pane(let name), .window(let name), .command(let name): name
      }
    }

    /// The word for the way, as it is recorded.
    var word: String {
      switch self {
      case .pane: "pane"
      case .window: "window"
      case .command: "command"
      }
    }
  }

  /// Whether the text is somewhere.
  public var isTaken: Bool { arrival != nil || clipboard?.isTaken == true }

  /// Whether there is nothing that has to be seen before the agent goes on to paste it.
  public var isWhereWanted: Bool {
    isTaken && refusal == nil && !lacksEnter && clipboard?.isOnlyBuffered != true
  }

  /// The word for the way it took, as it is recorded; nil where nothing took it.
  public var word: String? { arrival?.word ?? clipboard?.best?.way.rawValue }
}
