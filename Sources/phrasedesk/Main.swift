import ArgumentParser
import Glibc
import Sync

/// The program: reads the command line, runs one command, and ends with the contract's exit code.
@main
enum Main {
  static func main() {
    // Before anything is opened.
    StandardStreams.complete()
    // Ignored by whoever started us, the end of a clipboard tool could not be waited for.
    signal(SIGCHLD, SIG_DFL)
    // A reader that goes away, as head does, is told by the write that fails.
    signal(SIGPIPE, SIG_IGN)
    // So is a file that may not become that large (`ulimit -f`); a desk goes on, since its guard leaves
    // alone what is ignored.
    signal(SIGXFSZ, SIG_IGN)
    exit(run(Array(CommandLine.arguments.dropFirst())).rawValue)
  }

  private static func run(_ arguments: [String]) -> ExitStatus {
    do {
      do {
        var command = try PhraseDesk.parseAsRoot(arguments)
        try command.run()
      } catch let error where PhraseDesk.exitCode(for: error) == .success {
        // Help, the version, a completion script: thrown, and printed as everything else is.
        try Output.write(page(for: error) + "\n")
      }
      return .done
    } catch let failure as CommandFailure {
      if let sentence = failure.sentence { ErrorOutput.write(sentence) }
      return failure.status
    } catch {
      ErrorOutput.write(sentence(about: error, in: arguments))
      return .wrongUse
    }
  }
}

extension Main {
  /// What a command line asked for that the parser answers itself, in the agent's language.
  private static func page(for error: any Error) -> String {
    if Context().language == .chinese,
      let page = HelpPage(PhraseDesk.fullMessage(for: error, columns: 100_000))
    {
      return page.chinese(columns: min(ControllingTerminal.size?.columns ?? 80, 100))
    }
    return PhraseDesk.fullMessage(for: error)
  }

  /// What was wrong with the command line, and where its right form stands.
  private static func sentence(about error: any Error, in arguments: [String]) -> String {
    let commands = PhraseDesk.configuration.subcommands.compactMap { $0.configuration.commandName }
    let word = arguments.first ?? ""
    let known = commands.first { $0 == word }
    if known == nil, !word.isEmpty, !word.hasPrefix("-") {
      return CommandSentence.noSuchCommand(word, commands).sentence(.current)
    }
    return CommandSentence.wrongUse(PhraseDesk.message(for: error), command: known)
      .sentence(.current)
  }
}

struct PhraseDesk: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "phrasedesk",
    abstract: "Find the right canned reply in three keystrokes, and send it.",
    discussion: """
      Without a command it opens the desk: type a few letters (fh finds 发货), read the preview, \
      press Enter, and the phrase is on the clipboard. F1 in the desk shows every key.

      EXAMPLES
        phrasedesk                            the desk, on your phrases or the starter's
        phrasedesk setup                      language, list, your name, where Enter sends
        phrasedesk --kb replies.csv           the desk, on a file
        phrasedesk --plain                    the desk in lines, for screen readers
        phrasedesk search tuikuan             the same search in the shell
        phrasedesk suggest < message.txt      phrases that answer a customer's message
        phrasedesk connect https://…/kb.csv   follows a knowledge base file
        phrasedesk import replies.csv         makes the phrases of a file yours
        phrasedesk export --starter mine.csv  a list to begin your own from

      EXIT CODES
        0 done   1 found nothing, or the check found errors   2 wrong use   3 bad input file
        4 a source could not be reached   5 the store could not be used
        6 nothing could take the phrase

      FILES
        ~/.config/phrasedesk/config.toml             settings ($XDG_CONFIG_HOME)
        /etc/xdg/phrasedesk/config.toml              settings for everybody here ($XDG_CONFIG_DIRS)
        ~/.local/share/phrasedesk/phrases.sqlite     your phrases ($XDG_DATA_HOME)
        ~/.local/state/phrasedesk/                   crash reports ($XDG_STATE_HOME)
      """,
    version: ProgramVersion.current,
    subcommands: [
      OpenDesk.self, SetUpDesk.self, FocusDesk.self, IntegrateKeys.self, SearchPhrases.self,
      SuggestPhrases.self,
      SendPhrase.self, PickPhrase.self,
      ConnectSource.self, ListSources.self, SyncSources.self, DisconnectSource.self,
      ListVersions.self, ShowDifference.self, RollBack.self, CheckOut.self, PublishFile.self,
      TakeBack.self,
      MyPhrases.self, ImportPhrases.self, ExportPhrases.self, ConvertFile.self, CheckFile.self,
      Feedback.self, UsageData.self, PrintSettings.self, Doctor.self,
    ],
    defaultSubcommand: OpenDesk.self)
}
