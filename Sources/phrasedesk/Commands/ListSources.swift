import ArgumentParser
import Phrases
import Store

struct ListSources: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sources",
    abstract: "Lists what is connected, in the order of the phrases, and how things stand with it.")

  @Option(
    help: ArgumentHelp("Put this source's phrases before the others' first.", valueName: "name"))
  var first: String?

  func run() throws {
    let context = Context()
    let access = SourceAccess(context)
    if let first {
      let source = try access.source(first)
      try access.attempt { store throws(StoreError) in
        try store.putFirst(source: source.name)
      }
    }
    let sources = try access.sources()
    if sources.isEmpty {
      throw CommandFailure(.nothing, SourceSentence.noSources.sentence(context.language))
    }
    for source in sources {
      try Output.line(SourceSentence.standing(source).sentence(context.language))
    }
  }
}

struct DisconnectSource: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "disconnect",
    abstract: "Forgets a source, its phrases and its versions.",
    discussion: "Personal phrases stay, and so does what is known of what was sent.")

  @Argument(help: "The source's name, as phrasedesk sources lists it.")
  var name: String

  func run() throws {
    let context = Context()
    let access = SourceAccess(context)
    let source = try access.source(name)
    _ = try access.attempt { store throws(StoreError) in try store.disconnect(source.name) }
    access.backUp()
    try Output.line(SourceSentence.disconnected(source.name).sentence(context.language))
  }
}
