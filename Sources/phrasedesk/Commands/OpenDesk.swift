import ArgumentParser
import Desk
import Phrases
import Session
import Terminal

struct OpenDesk: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "desk",
    abstract: "Opens the desk. This is what phrasedesk does without a command.",
    discussion: """
      Type to search, Up and Down to choose, Enter to send; Alt+Z comes back to the search box from \
      anywhere. F1 shows every key, Ctrl+P every action.
      """)

  @OptionGroup var phrases: PhraseOptions

  func run() throws {
    _ = try DeskRun(purpose: .send, phrases: phrases).run()
  }
}

struct PickPhrase: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pick",
    abstract: "Opens the desk and writes the chosen phrase to standard output.",
    discussion: """
      The desk draws on the terminal itself, so the output is the phrase alone, without a line break \
      behind it. Ctrl+C or Ctrl+Q picks nothing: exit code 1.

      EXAMPLES
        reply=$(phrasedesk pick)
        phrasedesk pick | wl-copy
      """)

  @OptionGroup var phrases: PhraseOptions

  func run() throws {
    guard case .picked(let outgoing) = try DeskRun(purpose: .pick, phrases: phrases).run() else {
      throw CommandFailure(.nothing)
    }
    try Output.write(outgoing.text)
  }
}

/// Opening the desk for one purpose.
private struct DeskRun {
  let purpose: Desk.Purpose
  let phrases: PhraseOptions

  func run() throws -> Ending {
    let context = Context()
    CrashReports.arrange(in: context.folders)
    let desk = Desk(
      purpose: purpose, language: context.language, target: context.firstWay,
      options: context.settings.search)
    var notices: [Notice] = []
    if let first = context.problems.first {
      let rest = context.problems.count - 1
      let more = rest > 0 ? " (+\(rest): phrasedesk doctor)" : ""
      notices.append(.sentence(first + more, isError: true))
    }
    do {
      let session = try Session(
        desk: desk, opening: context.opening(phrases), clipboard: context.clipboard,
        plan: SyncPlan(transports: context.transports, every: context.settings.syncSeconds),
        notices: notices)
      return try session.run(context.screenOptions)
    } catch {
      throw CommandFailure(error, context.language)
    }
  }
}
