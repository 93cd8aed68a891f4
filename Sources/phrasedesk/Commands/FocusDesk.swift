import ArgumentParser
import Chat
import Glibc
import Session

struct FocusDesk: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "focus",
    abstract: "Brings the running desk to the front, in its search box. Bind Alt+Z to it.",
    discussion: """
      In tmux a desk is opened beside the pane where none runs. phrasedesk integrate prints the lines \
      that bind Alt+Z to it, in tmux and on the desktop.
      """)

  @Option(
    help: ArgumentHelp(
      "The tmux pane that the key was pressed in; without it, the one this runs in.",
      valueName: "%id"))
  var pane: String?

  func validate() throws {
    if let pane, !Pane.isID(pane) {
      throw ValidationError(ChatSentence.badPane(pane).sentence(.current))
    }
  }

  func run() throws {
    let context = Context()
    let summons = Summons(
      running: context.running, folder: DeskFolder(runtime: context.folders.runtime))
    let outcome = summons.run(paneID: pane, columns: context.settings.focusColumns) { place in
      // The pane has the variables of tmux' server; those that say where the phrases are may not be
      // among them, but are the same for every desk of this user.
      [Executable.path] + (place.pane.map { ["--chat-pane", $0.id] } ?? [])
    }
    switch outcome {
    case .focused, .opened: return
    case .noDesk: throw failure(.noDesk, context)
    case .suspended(let process): throw failure(.deskSuspended(process), context)
    case .silent(let process): throw failure(.deskSilent(process), context)
    case .notShown: throw failure(.deskNotShown, context)
    case .notOpened: throw failure(.deskNotOpened, context)
    }
  }

  private func failure(_ sentence: ChatSentence, _ context: Context) -> CommandFailure {
    CommandFailure(.nothing, sentence.sentence(context.language))
  }
}
