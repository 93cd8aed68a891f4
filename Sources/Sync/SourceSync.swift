import Formats
import Phrases
import Store

/// Brings a source's phrases in the store up to its file: fetch, check everything, then one
/// transaction.
///
/// Whatever goes wrong before that, the phrases in use stay in use.
public struct SourceSync: Sendable {
  /// What fetches the file of a source.
  public typealias Transports = @Sendable (Source) throws(AddressFlaw) -> any Transport

  private let store: Store
  private let language: Language
  private let transports: Transports
  /// In seconds since 1970.
  private let now: @Sendable () -> Int64

  /// How often an update is tried anew that another process came before.
  private static let attempts = 5

  public init(
    store: Store, language: Language, now: @escaping @Sendable () -> Int64,
    transports: @escaping Transports
  ) {
    self.store = store
    self.language = language
    self.now = now
    self.transports = transports
  }

  /// Fetches a source and takes over what is new.
  ///
  /// Blocks as long as its transport does. What fails at the source is in the report and in the store.
  ///
  /// - Parameters:
  ///   - source: as the store has it.
  ///   - anew: whether the file is fetched even where the server would call it unchanged, as when a
  ///     person asks: a server that knows only dates calls an older file so.
  /// - Returns: what became of it.
  /// - Throws: what the store throws; the next sync tries it all again.
  public func sync(_ source: Source, anew: Bool = false) throws(StoreError) -> SyncReport {
    if source.isPinned { return SyncReport(source.name, .pinned(version: source.version)) }
    let transport: any Transport
    do {
      transport = try transports(source)
    } catch {
      try note(error.sentence(language), source)
      return SyncReport(source.name, .badAddress(error))
    }
    let fetched: Fetched
    do {
      let isKnown = !anew && source.isReadByThisReader
      fetched = try transport.fetch(unless: isKnown ? source.tag.map(Tag.init) : nil)
    } catch {
      try note(error.sentence(language, source: source.name), source)
      return SyncReport(source.name, .failed(error), notBefore: error.retryAfter)
    }
    switch fetched {
    case .unchanged(let notBefore):
      var report = try unchanged(source, tag: source.tag, transport)
      report.notBefore = notBefore
      return report
    case .file(let file):
      var report = try take(file, source, transport)
      report.notBefore = file.notBefore
      return report
    }
  }

  /// Connects a source with what was fetched of it, in one transaction: what does not end leaves nothing.
  ///
  /// - Returns: what became of it, nothing kept where that is no change; nil where a source has its name.
  public func connect(_ source: Source, _ file: FetchedFile) throws(StoreError) -> SyncReport? {
    let base: KnowledgeBase
    do {
      base = try read(file.bytes, source, after: [])
    } catch {
      return SyncReport(source.name, .refused(error))
    }
    let difference = Difference(from: [], to: base.phrases)
    let reasons = HoldReason.all(old: [], new: base.phrases, difference)
    guard reasons.isEmpty else { return SyncReport(source.name, .held(reasons, difference)) }
    let hash = SHA256(of: file.bytes).digits
    let release = (try? transports(source))?.releases()?.release(ofHash: hash)?.number
    guard try store.connect(source, with: state(of: base, file, hash, release)) else { return nil }
    return SyncReport(source.name, .accepted(version: 1, difference), warnings: base.warnings)
  }

  /// Lets in what waits.
  ///
  /// - Returns: nil where nothing waits.
  public func accept(_ source: Source) throws(StoreError) -> SyncReport? {
    guard let held = source.held, let bytes = try store.heldFile(ofSource: source.name),
      // Another file may wait by now, which nobody has said yes to.
      SHA256(of: bytes).digits == held.hash
    else { return nil }
    let file = FetchedFile(
      bytes: bytes, tag: source.tag.map(Tag.init), author: held.author, message: held.message)
    return try take(file, source, try? transports(source), asking: false)
  }

  /// Why something waits, and what letting it in would change; nil where nothing waits.
  public func waiting(
    of source: Source
  ) throws(StoreError) -> (reasons: [HoldReason], difference: Difference)? {
    guard case .held(let reasons, let difference)? = try waiting(source)?.outcome else {
      return nil
    }
    return (reasons, difference)
  }

  /// The phrases in use that versions withdraw or reword which wait.
  public func contested(in sources: [Source]) -> Set<PhraseKey> {
    var keys: Set<PhraseKey> = []
    for source in sources where source.held != nil {
      guard let difference = (try? waiting(of: source))??.difference else { continue }
      keys.formUnion(difference.removed.map(\.key))
      for change in difference.changed where change.old.text != change.new.text {
        keys.insert(change.old.key)
      }
    }
    return keys
  }

  /// Goes back to an older version, as a new one; newer files wait until the source is resumed.
  ///
  /// - Returns: nil where that version is not kept.
  public func rollBack(_ source: Source, to version: Int) throws(StoreError) -> SyncReport? {
    let versions = try store.versions(ofSource: source.name)
    guard let target = versions.first(where: { $0.number == version }),
      let phrases = try store.phrases(ofSource: source.name, version: version)
    else { return nil }
    var state = SourceState(
      phrases: phrases, hash: target.hash, tag: source.tag, author: target.author,
      message: target.message, time: now(), rolledBackTo: version, readAs: source.readAs,
      release: target.release)
    state.mapped = source.mapped
    guard let old = try store.snapshot(ofSource: source.name) else {
      return SyncReport(source.name, .gone)
    }
    let difference = Difference(from: old.phrases, to: phrases)
    guard try store.update(from: old, to: state, difference) else {
      return SyncReport(source.name, .gone)
    }
    return SyncReport(source.name, .accepted(version: old.version + 1, difference))
  }

  private func note(_ sentence: String, _ source: Source) throws(StoreError) {
    if source.failure?.sentence == sentence { return }
    try store.note(Source.Failure(since: now(), sentence: sentence), ofSource: source.name)
  }

  private func unchanged(
    _ source: Source, tag: String?, _ transport: any Transport
  ) throws(StoreError) -> SyncReport {
    if source.failure != nil || source.tag != tag {
      try store.noteUnchanged(source: source.name, tag: tag, at: now())
    }
    guard let held = source.held, let waiting = try waiting(source) else {
      return SyncReport(source.name, .unchanged(version: source.version))
    }
    // The yes may have come by now.
    if case .held(let reasons, _) = waiting.outcome,
      transport.releases()?.covers(reasons, from: source.hash, to: held.hash) == true,
      let report = try accept(source)
    {
      return report
    }
    if held.polls == 0 { try store.noteHeldPoll(source: source.name) }
    return waiting
  }

  /// What waits, compared with what is in use.
  private func waiting(_ source: Source) throws(StoreError) -> SyncReport? {
    guard let bytes = try store.heldFile(ofSource: source.name) else { return nil }
    let old = try store.phrases(ofSource: source.name)
    guard let base = try? read(bytes, source, after: old) else { return nil }
    let difference = Difference(from: old, to: base.phrases)
    let reasons = HoldReason.all(
      old: old, new: base.phrases, difference, encodings: source.encodings(with: base))
    if reasons.isEmpty { return nil }
    return SyncReport(source.name, .held(reasons, difference), warnings: base.warnings)
  }

  private func take(
    _ file: FetchedFile, _ source: Source, _ transport: (any Transport)?, asking: Bool = true
  ) throws(StoreError) -> SyncReport {
    let hash = SHA256(of: file.bytes).digits
    let tag = file.tag?.text
    // What only the reading changes is better than what is in use, and waits for nobody.
    let isInUse = hash == source.hash
    if asking, isInUse, source.held != nil {
      // Who published the file that waits has taken it back.
      try store.dropHeld(ofSource: source.name, tag: tag)
      if source.isReadByThisReader {
        return SyncReport(source.name, .unchanged(version: source.version))
      }
    }
    if asking, isInUse, source.isReadByThisReader, let transport {
      return try unchanged(source, tag: tag, transport)
    }
    if asking, hash == source.held?.hash, let transport {
      let report = try unchanged(source, tag: tag, transport)
      switch report.outcome {
      case .held, .accepted: return report
      default: break
      }
    }
    // A small file, asked for only when a list came: it says who decided what.
    let releases = transport?.releases()
    for _ in 0..<SourceSync.attempts {
      guard let old = try store.snapshot(ofSource: source.name) else { break }
      let base: KnowledgeBase
      do {
        base = try read(file.bytes, source, after: old.phrases)
      } catch {
        try note(error.sentences(language).first ?? "", source)
        return SyncReport(source.name, .refused(error))
      }
      let difference = Difference(from: old.phrases, to: base.phrases)
      if asking, isInUse, difference.isEmpty {
        try store.noteRead(state(of: base, file, hash, source.release), source: source.name)
        return SyncReport(source.name, .unchanged(version: source.version))
      }
      let reasons =
        asking && !isInUse
        ? HoldReason.all(
          old: old.phrases, new: base.phrases, difference, encodings: source.encodings(with: base))
        : []
      if !reasons.isEmpty,
        releases?.covers(reasons, from: source.hash, to: hash) != true
      {
        try hold(file, hash, reasons, source)
        return SyncReport(source.name, .held(reasons, difference), warnings: base.warnings)
      }
      let state = state(of: base, file, hash, releases?.release(ofHash: hash)?.number)
      if try store.update(from: old, to: state, difference) {
        return SyncReport(
          source.name, .accepted(version: old.version + 1, difference), warnings: base.warnings)
      }
    }
    return SyncReport(source.name, .gone)
  }

  private func state(
    of base: KnowledgeBase, _ file: FetchedFile, _ hash: String, _ release: Int?
  ) -> SourceState {
    var state = SourceState(
      phrases: base.phrases, hash: hash, tag: file.tag?.text, author: file.author,
      message: file.message, time: now(), reader: KnowledgeBase.readerNumber,
      readAs: base.encoding.option, release: release)
    state.mapped = base.mapped.argument
    return state
  }

  private func read(
    _ bytes: [UInt8], _ source: Source, after old: [Phrase]
  ) throws(KnowledgeBaseError) -> KnowledgeBase {
    var base = try ListFormats.read(bytes, source.readOptions(of: bytes))
    base.inheritIDs(from: old)
    return base
  }

  private func hold(
    _ file: FetchedFile, _ hash: String, _ reasons: [HoldReason], _ source: Source
  ) throws(StoreError) {
    let held = Source.Held(
      time: now(), hash: hash, author: file.author, message: file.message,
      reason: Source.Held.inBothLanguages(reasons.sentence), byteCount: file.bytes.count)
    try store.hold(held, tag: file.tag?.text, file.bytes, ofSource: source.name)
  }
}

extension Source {
  /// How a file of it is read; `file` is what sentences call it, its address where that is nil.
  public func readOptions(of bytes: [UInt8], named file: String? = nil) -> ReadOptions {
    let said = TextEncoding(named: encoding)
    // What stands in the store was a mapping, and styles, once.
    var hints = ReadingHints(
      columns: (try? ColumnMapping(columns)) ?? ColumnMapping(),
      placeholders: (try? PlaceholderStyles(placeholders)) ?? [],
      encoding: said.flatMap { $0.isLeft(by: bytes) ? nil : $0 }, lines: reading)
    hints.remembered = (try? ColumnMapping(mapped)) ?? ColumnMapping()
    var options = ReadOptions(
      file: file ?? shownAddress, source: name, level: level, hints: hints)
    if address.hasPrefix("http") { options.provenance = .address }
    return options
  }

  /// Whether the version in use is what this program reads in its file.
  fileprivate var isReadByThisReader: Bool { reader == KnowledgeBase.readerNumber }

  /// What the file in use was in, and a new one; nil where the first is not known, or a person has said
  /// what the file is in.
  fileprivate func encodings(with new: KnowledgeBase) -> (old: TextEncoding, new: TextEncoding)? {
    encoding.isEmpty ? TextEncoding(named: readAs).map { ($0, new.encoding) } : nil
  }
}
