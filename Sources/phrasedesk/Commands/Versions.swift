import ArgumentParser
import Phrases
import Store

struct ListVersions: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "versions", abstract: "Lists the versions of a source, the newest first.")

  @Argument(help: "The source; not needed where there is only one.")
  var source: String?

  func run() throws {
    let context = Context()
    let access = SourceAccess(context)
    let source = try access.source(source)
    let versions = try access.attempt { store throws(StoreError) in
      try store.versions(ofSource: source.name)
    }
    for version in versions {
      try Output.line(
        SourceSentence.version(version, isInUse: version.number == source.version)
          .sentence(context.language))
    }
  }
}

struct RollBack: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rollback",
    abstract: "Brings the phrases of an older version back.",
    discussion: """
      The source stays there, whatever its file says, until phrasedesk sync --resume SOURCE.
      """)

  @Argument(help: "The source's name.")
  var source: String

  @Argument(help: "The version, as phrasedesk versions lists it: 35, r12 for a release, or a hash.")
  var version: String

  func run() throws {
    let context = Context()
    let access = SourceAccess(context)
    let source = try access.source(source)
    let number = try access.version(version, of: source)
    let report = try access.sync { sync throws(StoreError) in
      try sync.rollBack(source, to: number)
    }
    guard let report else {
      throw CommandFailure(
        .wrongUse, SourceSentence.noSuchVersion(source.name, version).sentence(context.language))
    }
    try Output.line(SourceSentence.onlyHere(source.name).sentence(context.language))
    try Output.line(report.sentence(context.language))
    if report.isChange {
      try Output.line(SourceSentence.staysThere(source.name).sentence(context.language))
    }
  }
}
