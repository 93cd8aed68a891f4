import ArgumentParser
import Glibc
import Keeping
import Phrases
import Store
import Sync

struct ShowDifference: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Shows what changed between two versions, or two files.",
    discussion: """
      In texts, [-what went-] and {+what came+} are shown word by word. Without versions it compares \
      what waits with what is in use, or else the newest version with the one before.

      EXAMPLES
        phrasedesk diff company
        phrasedesk diff company 35 37
        phrasedesk diff old.csv new.csv

      EXIT CODES
        0 there is a difference   1 there is none
      """)

  @Flag(help: "One JSON document instead of lines.")
  var json = false

  @OptionGroup var reading: ReadingOptions

  @Argument(help: "A source, and up to two of its versions; or two files.")
  var what: [String] = []

  func run() throws {
    let context = Context()
    let difference = try difference(context)
    if json {
      try JSONOutput.write(DifferenceDocument(difference))
    } else {
      for line in difference.lines(context.language) { try Output.line(line) }
    }
    if difference.isEmpty { throw CommandFailure(.nothing) }
  }

  private func difference(_ context: Context) throws -> Difference {
    if what.count == 2, VersionName(what[1]) == nil || access(what[1], F_OK) == 0 {
      return try ofFiles(what[0], what[1], context)
    }
    let access = SourceAccess(context)
    let source = try access.source(what.first)
    let numbers = try what.dropFirst().prefix(2).map { try access.version($0, of: source) }
    guard what.count <= 3 else {
      throw CommandFailure(
        .wrongUse, SourceSentence.notAVersion(what.last ?? "").sentence(context.language))
    }
    if numbers.isEmpty, source.held != nil { return try ofWaiting(source, access) }
    let old = numbers.first ?? max(1, source.version - 1)
    let new = numbers.count == 2 ? numbers[1] : source.version
    return Difference(
      from: try phrases(source, old, access), to: try phrases(source, new, access))
  }

  private func phrases(_ source: Source, _ version: Int, _ access: SourceAccess) throws -> [Phrase]
  {
    let phrases = try access.attempt { store throws(StoreError) in
      try store.phrases(ofSource: source.name, version: version)
    }
    if let phrases { return phrases }
    throw CommandFailure(
      .wrongUse,
      SourceSentence.noSuchVersion(source.name, "\(version)").sentence(access.language))
  }

  private func ofWaiting(_ source: Source, _ access: SourceAccess) throws -> Difference {
    let difference = try access.sync { sync throws(StoreError) in
      try sync.waiting(of: source)?.difference
    }
    return difference ?? Difference(from: [], to: [])
  }

  private func ofFiles(_ old: String, _ new: String, _ context: Context) throws -> Difference {
    do {
      let before = try Opening.read(old, reading.hints, source: "file", level: .company)
      var after = try Opening.read(new, reading.hints, source: "file", level: .company)
      after.inheritIDs(from: before.phrases)
      return Difference(from: before.phrases, to: after.phrases)
    } catch {
      throw CommandFailure(error, context.language)
    }
  }
}

/// A difference as JSON.
private struct DifferenceDocument: Encodable {
  struct Entry: Encodable {
    let id: String
    let path: [String]
    let title: String
    let text: String

    init(_ phrase: Phrase) {
      id = phrase.key.id
      path = phrase.path
      title = phrase.title
      text = phrase.text
    }
  }

  struct Change: Encodable {
    let old: Entry
    let new: Entry
    let columns: [String]

    init(_ change: Difference.Change) {
      old = Entry(change.old)
      new = Entry(change.new)
      columns = change.columns.map(\.name)
    }
  }

  let added: [Entry]
  let removed: [Entry]
  let changed: [Change]
  let moved: [Change]
  let reordered: Int

  init(_ difference: Difference) {
    added = difference.added.map(Entry.init)
    removed = difference.removed.map(Entry.init)
    changed = difference.changed.map(Change.init)
    moved = difference.moved.map(Change.init)
    reordered = difference.reorderedCount
  }
}
