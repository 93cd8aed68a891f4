import ArgumentParser
import Desk
import Keeping
import Phrases
import Session
import Settings
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
  @OptionGroup var destination: DestinationOption

  @Option(
    help: ArgumentHelp(
      "The tmux pane that the agent comes from, as phrasedesk focus tells.", valueName: "%id",
      visibility: .hidden))
  var chatPane: String?

  @Flag(help: .plain)
  var plain = false

  func run() throws {
    if plain {
      _ = try PlainRun(purpose: .send, phrases: phrases, sendTo: destination.sendTo).run()
      return
    }
    let run = DeskRun(
      purpose: .send, phrases: phrases, sendTo: destination.sendTo, chatPane: chatPane)
    while try run.run() == .setUp {
      var setUp = SetUp()
      try setUp.run()
      try setUp.waitForReader()
    }
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
        phrasedesk pick --send-to pane:%3
        phrasedesk pick | wl-copy
      """)

  @OptionGroup var phrases: PhraseOptions
  @OptionGroup var destination: DestinationOption

  @Flag(help: .plain)
  var plain = false

  @Flag(help: "Write where the phrase's file is instead of its text.")
  var attachment = false

  func run() throws {
    let ending =
      try plain
      ? PlainRun(purpose: .pick, phrases: phrases, sendTo: nil).run()
      : DeskRun(purpose: .pick, phrases: phrases, sendTo: nil, chatPane: nil).run()
    guard case .picked(let outgoing) = ending else { throw CommandFailure(.nothing) }
    let context = Context()
    let keeper = context.keeper(context.opening(phrases))
    if attachment, let key = outgoing.keys.first {
      let phrase = try context.open(keeper).phrases.first { $0.key == key }
      guard let phrase else { throw CommandFailure(.nothing) }
      return try context.send(attachmentOf: phrase, keeper, isPrinted: destination.sendTo == nil)
    }
    guard let destination = destination.sendTo else { return try context.print(outgoing, keeper) }
    try context.send(outgoing, to: destination, keeper)
  }
}

/// Opening the desk for one purpose.
private struct DeskRun {
  let purpose: Desk.Purpose
  let phrases: PhraseOptions
  let sendTo: Destination?
  let chatPane: String?

  func run() throws -> Ending {
    let context = Context()
    try? RememberedChoices.dropReplaced(over: context.loaded.configured, in: context.folders)
    CrashReports.arrange(in: context.folders)
    let desk = Desk(
      purpose: purpose, language: context.language,
      target: Target(sendTo ?? Destination(context.settings.send.to)),
      options: context.searchOptions, theme: context.theme, patterns: context.patterns,
      values: context.settings.values, department: context.chosenDepartment(phrases),
      widths: context.paneWidths, locked: context.lockedChoices)
    var notices: [Notice] = []
    if let first = context.problems.first {
      let rest = context.problems.count - 1
      let more = rest > 0 ? " (+\(rest): phrasedesk doctor)" : ""
      notices.append(.sentence(first + more, isError: true))
    }
    do {
      let session = try Session(
        desk, opening: context.opening(phrases),
        chat: context.chatPlan(
          isCalled: purpose == .send, chatPane: chatPane, isTargetGiven: sendTo != nil),
        sync: context.syncPlan,
        notices: notices,
        editor: OutsideEditor(
          environment: context.environment,
          folder: context.folders.runtime ?? context.folders.state),
        drawer: PictureDrawer(environment: context.environment),
        fileFolders: context.fileFolders,
        // What an option says, or another list has, says nothing of the next morning.
        remember: { choice in
          let isOfThisRun = phrases.department != nil || phrases.kb != nil
          if case .department = choice, isOfThisRun { return nil }
          return context.remember(choice)
        })
      return try session.run(context.screenOptions)
    } catch {
      throw CommandFailure(error, context.language)
    }
  }
}
