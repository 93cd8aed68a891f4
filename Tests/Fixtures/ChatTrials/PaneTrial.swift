import Chat
import Clipboard
import Settings

/// Sends phrases into a program in a pane, and looks that each is there as it was, or refused and on
/// the clipboard, and that nothing was done with it.
public final class PaneTrial {
  /// What came of one phrase.
  public enum Outcome: Equatable, Sendable {
    /// The program holds it byte for byte.
    case arrived
    /// The program holds nothing, and the clipboard has it.
    case refused(Refusal)
  }

  /// What must not be, as a sentence.
  public struct Broken: Error, CustomStringConvertible {
    public let description: String
  }

  private let program: PaneProgram
  private let server: TmuxServer
  private let pane: Pane
  private let courier: Courier

  /// Starts the program.
  ///
  /// - Throws: ``Broken`` where it does not come up.
  public init(_ program: PaneProgram) throws {
    guard let server = TmuxServer() else { throw Broken(description: "tmux does not start") }
    self.program = program
    self.server = server
    if let file = program.startFile { server.write(file.text, to: file.name) }
    let environment = server.paneEnvironment
    var options = Courier.Options()
    options.bracketedPrograms = Set(SendSettings().bracketedPrograms)
    courier = Courier(
      running: Running(environment: environment, limit: .seconds(20)),
      clipboard: SystemClipboard(
        environment: environment, limits: Limits(perTool: .seconds(20), inAll: .seconds(30))),
      options: options)
    guard let id = server.open(program) else {
      throw Broken(description: "\(program) does not start")
    }
    pane = courier.pane(id)
    try ready()
  }

  /// Sends a sanitised phrase, looks, and clears the program's line for the next.
  public func send(_ phrase: String) throws -> Outcome {
    let text = Array(phrase.utf8)
    let outcome: Outcome
    switch program {
    case .bash, .zsh, .python: outcome = try sendToEditor(text)
    case .vim: outcome = try sendToVim(text)
    case .dash, .cat: outcome = try sendToLines(text)
    }
    if server.read("MARK") != nil {
      server.remove("MARK")
      throw Broken(description: "it was executed")
    }
    let buffers = server.line("list-buffers", "-F", "#{buffer_name}") ?? "?"
    guard !buffers.contains("phrasedesk") else { throw Broken(description: "a buffer is left") }
    return outcome
  }

  private var promptCount: Int { server.read("prompts")?.count ?? 0 }

  /// Waits for the first prompt: a line editor shows it once it gathers bytes.
  private func ready() throws {
    let isReady: Bool
    switch program {
    case .bash, .zsh, .python:
      isReady = eventually { server.screen(pane.id).contains("ready>") && promptCount == 1 }
    case .cat: isReady = eventually { promptCount == 1 }
    case .dash:
      // Its prompt is no program's: it is told to count once it reads.
      type("PS1='$(printf p >> prompts)> ' PS2=", "Enter")
      isReady = eventually { promptCount == 1 }
    case .vim:
      type("i")
      isReady = eventually { server.screen(pane.id).contains("-- INSERT --") }
    }
    guard isReady else {
      throw Broken(description: "\(program) does not come up: \(server.screen(pane.id))")
    }
  }

  /// Presses keys, by tmux' names for them.
  private func type(_ keys: String...) {
    for key in keys { server.run("send-keys", "-t", pane.id, key) }
  }

  private func hand(_ text: [UInt8]) throws -> Outcome {
    let handover = courier.deliver(text, by: .pane(pane))
    guard let refusal = handover.refusal else {
      guard handover.arrival != nil else { throw Broken(description: "it went nowhere") }
      return .arrived
    }
    guard handover.isTaken, server.run("show-buffer") == text else {
      throw Broken(description: "refused with \(refusal), and not on the clipboard")
    }
    return .refused(refusal)
  }

  private func compare(_ held: [UInt8]?, with text: [UInt8], _ outcome: Outcome) throws -> Outcome {
    guard let held else { throw Broken(description: "the program does not answer") }
    guard held == (outcome == .arrived ? text : []) else {
      throw Broken(
        description: """
          it holds \(held.count) bytes after \(outcome) of \(text.count): \
          \(String(decoding: held.prefix(80), as: UTF8.self).debugDescription)
          """)
    }
    return outcome
  }

  /// What the program has put into a file, which goes.
  private func take(_ name: String) -> [UInt8]? {
    var held: [UInt8]?
    guard eventually(within: 120, { server.read(name).map { held = $0 } != nil }) else {
      return nil
    }
    server.remove(name)
    return held
  }

  private func sendToEditor(_ text: [UInt8]) throws -> Outcome {
    let before = promptCount
    let outcome = try hand(text)
    type("C-t")
    let held = take("held")
    if program == .python { type("C-a", "C-k") }
    guard promptCount == before else { throw Broken(description: "Enter was pressed") }
    return try compare(held, with: text, outcome)
  }

  private func sendToVim(_ text: [UInt8]) throws -> Outcome {
    let outcome = try hand(text)
    type("C-\\", "C-n", ":w! held.new", "Enter", ":!mv held.new held", "Enter")
    let held = take("held")
    type("Enter", ":%d", "Enter", "i")
    return try compare(held, with: text, outcome)
  }

  /// Where the system gathers lines, it keeps what was typed to itself until Enter.
  ///
  /// So the text goes there twice: once Ctrl+U takes it all back, which it cannot beyond a line that
  /// was entered; once it is entered, and read.
  private func sendToLines(_ text: [UInt8]) throws -> Outcome {
    let before = promptCount
    _ = try hand(text)
    if program == .cat {
      type("C-u", "Enter", "C-d")
      guard let nothing = take("held"), nothing == [0x0A] else {
        throw Broken(description: "Enter was pressed")
      }
    } else {
      type("C-u", "Enter")
      guard eventually({ promptCount > before }), promptCount == before + 1 else {
        throw Broken(description: "Enter was pressed")
      }
      // Quoted, so that the shell looks at nothing that stands in it. dash 0.5.12 loses a byte of
      // a line that begins as its last line does, so none may.
      type("cat -v > held.new <<']]] end'; mv held.new held", "Enter")
    }
    let outcome = try hand(text)
    type("Enter")
    if program == .cat { type("C-d") } else { type("]]] end", "Enter") }
    let held = take("held")
    let isNext = eventually { promptCount == before + 2 }
    guard isNext else { throw Broken(description: "\(promptCount - before) prompts, and not 2") }
    guard held?.last == 0x0A else { throw Broken(description: "the program does not answer") }
    let shown = outcome == .arrived ? PaneTrial.shown(text) : []
    return try compare(held.map { $0.dropLast() }, with: shown, outcome)
  }

  /// What `cat -v` makes of bytes: `^` and `M-` notation, but for line breaks and tabs.
  private static func shown(_ text: [UInt8]) -> [UInt8] {
    text.flatMap { byte -> [UInt8] in
      var shown: [UInt8] = byte < 0x80 ? [] : Array("M-".utf8)
      let low = byte & 0x7F
      switch low {
      case 0x09 where byte < 0x80, 0x0A where byte < 0x80: shown.append(low)
      case 0..<0x20: shown += [UInt8(ascii: "^"), low + 0x40]
      case 0x7F: shown += Array("^?".utf8)
      default: shown.append(low)
      }
      return shown
    }
  }
}
