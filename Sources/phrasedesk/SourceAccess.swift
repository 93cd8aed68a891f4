import Glibc
import Keeping
import Phrases
import Session
import Settings
import Store
import Sync

/// The store and its connected sources, as commands use them.
struct SourceAccess {
  let store: Store
  let context: Context

  /// Opens the store; made where it is missing, unless it is only to be read.
  init(_ context: Context, mode: Store.Mode = .readWrite) throws {
    self.context = context
    guard let path = context.folders.store else {
      throw CommandFailure(OpeningError.noHome, context.language)
    }
    do throws(StoreError) {
      let (store, rescue) = try Store.openRescuing(at: path, mode: mode)
      if let rescue { ErrorOutput.write(rescue.sentence(context.language)) }
      self.store = store
    } catch {
      throw CommandFailure(OpeningError.store(error), context.language)
    }
  }

  var language: Language { context.language }

  /// Runs what the store may refuse, and makes the command's failure of it.
  func attempt<Value>(_ body: () throws(StoreError) -> Value) throws -> Value {
    do throws(StoreError) {
      return try body()
    } catch {
      throw CommandFailure(OpeningError.store(error), language)
    }
  }

  /// Keeps a copy of what only this store has.
  ///
  /// What the command did stands without it: that there is none is only said.
  func backUp() {
    guard let today = SystemClock.today else { return }
    do throws(StoreError) {
      try store.backUp(on: today)
    } catch {
      ErrorOutput.write(CareSentence.noCopy(error).sentence(language))
    }
  }

  func sources() throws -> [Source] {
    try attempt { () throws(StoreError) in try store.sources() }
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
      return try SourceAddress(
        text, in: folder, home: Folders.accountHome() ?? "/")
    } catch {
      throw CommandFailure(.wrongUse, error.sentence(language))
    }
  }

  var sync: SourceSync {
    let transports = context.transports
    return SourceSync(
      store: store, language: language, now: { SystemClock.unixTime },
      transports: { source throws(AddressFlaw) in try transports.transport(of: source) })
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
