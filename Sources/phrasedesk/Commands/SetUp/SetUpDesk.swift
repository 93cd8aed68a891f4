import ArgumentParser

struct SetUpDesk: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "setup",
    abstract:
      "Asks for what a desk needs once: language, list, department, your name, where Enter sends, Alt+Z.",
    discussion: """
      Enter skips a question. It can be asked again whenever you like, in the desk by Ctrl+P.
      """)

  func run() throws {
    var setUp = SetUp()
    try setUp.run()
  }
}
