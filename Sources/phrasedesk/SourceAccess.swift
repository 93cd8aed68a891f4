import Glibc
import Keeping
import Phrases
import Settings
import Store
import Sync

/// The store and its connected sources, as commands use them.
struct SourceAccess {
  let context: Context
  private let keeper: Keeper
  private let mode: Store.Mode

  /// The store is opened with its first use; made where it is missing, unless it is only to be read.
  init(_ context: Context, mode: Store.Mode = .readWrite) {
    self.context = context
    self.mode = mode
    keeper = context.keeper(context.opening())
  }

  var language: Language { context.language }

  /// Does something with the store, and makes the command's failure of what it refuses.
  func attempt<Value>(_ body: (Store) throws(StoreError) -> Value) throws -> Value {
    do throws(OpeningError) {
      return try keeper.use(mode, body)
    } catch {
      throw CommandFailure(error, language)
    }
  }

  /// The same where a store that is not there yet is no failure.
  func attempt<Value>(
    _ body: (Store) throws(StoreError) -> Value, orMissing value: () -> Value
  ) throws -> Value {
    do throws(OpeningError) {
      return try keeper.use(mode, body)
    } catch .store(.missing) {
      return value()
    } catch {
      throw CommandFailure(error, language)
    }
  }

  /// Does something with a source, and makes the command's failure of what the store refuses.
  func sync<Value>(_ body: (SourceSync) throws(StoreError) -> Value) throws -> Value {
    try attempt { store throws(StoreError) in
      try body(context.transports.sync(store, language))
    }
  }

  /// Keeps a copy of what only this store has.
  ///
  /// What the command did stands without it: that there is none is only said.
  func backUp() { keeper.backUp() }

  func close() { keeper.close() }

  func sources() throws -> [Source] {
    try attempt { store throws(StoreError) in try store.sources() }
  }

  /// The source of that name, or the only one where none is named.
  func source(_ name: String?) throws -> Source {
    let sources = try sources()
    if let name {
      if let source = sources.first(where: { $0.name == name }) { return source }
      let sentence = SourceSentence.noSuchSource(name, sources.map(\.name))
      throw CommandFailure(.wrongUse, sentence.sentence(language))
    }
    if let source = sources.first, sources.count == 1 { return source }
    let sentence =
      sources.isEmpty ? SourceSentence.noSources : .whichSource(sources.map(\.name))
    throw CommandFailure(.wrongUse, sentence.sentence(language))
  }

  /// An address as somebody typed it.
  func address(_ text: String) throws -> SourceAddress {
    try SourceAccess.address(text, language)
  }

  static func address(_ text: String, _ language: Language) throws -> SourceAddress {
    do throws(AddressFlaw) {
      let address = try SourceAddress(text, in: folder, home: Folders.accountHome() ?? "/")
      if case .path(let path) = address, SourceAddress.lacksScheme(text), access(path, F_OK) != 0 {
        throw AddressFlaw.missingScheme
      }
      return address
    } catch {
      throw CommandFailure(.wrongUse, error.sentence(language))
    }
  }

  private static var folder: String {
    guard let path = getcwd(nil, 0) else { return "/" }
    defer { free(path) }
    return String(cString: path)
  }
}

extension SyncReport {
  /// What the shell is told of it.
  var status: ExitStatus {
    switch outcome {
    case .unchanged, .accepted, .pinned: .done
    case .held: .nothing
    case .failed: .sourceUnreachable
    case .refused: .badFile
    case .badAddress, .gone: .wrongUse
    }
  }
}
