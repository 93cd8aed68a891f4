import ArgumentParser
import Session

struct IntegrateKeys: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "integrate",
    abstract:
      "Prints the lines that bind Alt+Z to phrasedesk focus: tmux, x11, i3, sway, gnome, kde.",
    discussion: """
      For tmux, i3 and sway --install writes them into a file of phrasedesk's own, which your \
      configuration then includes; --remove takes both back.

      EXAMPLES
        phrasedesk integrate tmux --install
        phrasedesk integrate gnome
      """)

  @Argument(help: ArgumentHelp("What holds your keys.", valueName: "program"))
  var binding: KeyBinding

  @Flag(help: "Write them where the program reads them (tmux, i3, sway).")
  var install = false

  @Flag(help: "Take them back from there.")
  var remove = false

  func validate() throws {
    if install, remove {
      throw ValidationError(ChatSentence.installAndRemove.sentence(.current))
    }
  }

  func run() throws {
    let context = Context()
    guard install || remove else {
      try Output.write(binding.lines(for: Executable.path))
      return
    }
    guard
      let installation = Installation(
        binding, folders: context.folders, environment: context.environment)
    else {
      if install { try Output.write(binding.lines(for: Executable.path)) }
      let isInFiles = [.tmux, .i3, .sway].contains(binding)
      let sentence: ChatSentence =
        switch context.folders.config {
        case nil: .noHome
        case let folder? where isInFiles: .oddPath(folder)
        case _?: .cannotInstall(binding.rawValue)
        }
      throw CommandFailure(.wrongUse, sentence.sentence(context.language))
    }
    do throws(Installation.Flaw) {
      let done = remove ? try installation.remove() : try installation.install(for: Executable.path)
      for sentence in done { try? Output.line(sentence.sentence(context.language)) }
    } catch {
      throw CommandFailure(.wrongUse, error.sentence(context.language))
    }
  }
}

extension KeyBinding: ExpressibleByArgument {}
