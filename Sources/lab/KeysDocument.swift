import ArgumentParser
import Desk

/// Prints `docs/keys.md`.
struct KeysDocument: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys-document",
    abstract: "Prints docs/keys.md, the key map as a document; a test compares the two.")

  func run() { print(Action.document, terminator: "") }
}
