import ArgumentParser
import Settings

struct PrintSettings: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "settings",
    abstract: "Prints a configuration file to begin your own from.",
    discussion: """
      Every setting is explained in it and left at its default, behind a number sign. Your own file is \
      ~/.config/phrasedesk/config.toml; one in /etc/xdg/phrasedesk holds for everybody on this machine, \
      and yours goes before it.

      EXAMPLES
        phrasedesk settings > ~/.config/phrasedesk/config.toml
      """)

  func run() throws { try Output.write(SettingKey.exampleFile(Context().language)) }
}
