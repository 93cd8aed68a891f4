import ArgumentParser
import Keeping
import Phrases
import Store

struct RemoveMine: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Puts a phrase of your own into the bin, for 30 days.")

  @Argument(help: ArgumentHelp("Its id, as phrasedesk mine list prints it.", valueName: "id"))
  var id: String

  @Flag(help: "Print one JSON document.")
  var json = false

  func run() throws {
    let access = SourceAccess(Context())
    defer { access.close() }
    let key = try access.ownPhrase(id).key
    _ = try access.change(.bin(key), at: SystemClock.unixTime)
    access.backUp()
    if json { return try JSONOutput.write(MovedDocument(id: key.id)) }
    try Output.line(MineSentence.binned(key.id).sentence(access.language))
  }
}

struct RestoreMine: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore", abstract: "Takes a phrase of your own out of the bin.")

  @Argument(help: ArgumentHelp("Its id, as phrasedesk mine list --bin prints it.", valueName: "id"))
  var id: String

  @Flag(help: "Print one JSON document.")
  var json = false

  func run() throws {
    let access = SourceAccess(Context())
    defer { access.close() }
    let outcome = try access.change(.restore(MineID.key(id)), at: SystemClock.unixTime)
    guard let key = outcome.key else {
      throw CommandFailure(.nothing, MineSentence.notInBin(id).sentence(access.language))
    }
    access.backUp()
    if json { return try JSONOutput.write(MovedDocument(id: key.id)) }
    try Output.line(MineSentence.restored(key.id).sentence(access.language))
  }
}

/// What `mine remove` and `mine restore` print with `--json`.
private struct MovedDocument: Encodable {
  let id: String
}
