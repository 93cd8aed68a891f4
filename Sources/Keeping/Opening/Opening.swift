import Formats
import Phrases
import Search
import Store
import Sync

/// Which phrases a command works on, and how they are come by.
public struct Opening: Sendable {
  /// A knowledge base file opened for this once, or the address of one; nil for what the store
  /// holds.
  public var knowledgeBase: String?
  /// What fetches an address; nil where only files are opened.
  public var transports: SourceTransports?
  public var hints: ReadingHints
  /// The department whose phrases, and those for everybody, are wanted; nil for all.
  public var department: String?
  /// The department whose phrases come first.
  public var ownDepartment: String
  /// Nil where no home folder says where it would be.
  public var storePath: String?
  public var language: Language
  /// Whether the starter's phrases stand behind the agent's own while no list is connected.
  public var showsStarter = true
  /// Whether it is kept what was sent when, and what was searched in vain.
  public var keepsUsage = true

  public init(
    knowledgeBase: String? = nil, hints: ReadingHints = ReadingHints(), department: String? = nil,
    ownDepartment: String = "", storePath: String?, language: Language,
    transports: SourceTransports? = nil
  ) {
    self.knowledgeBase = knowledgeBase
    self.transports = transports
    self.hints = hints
    self.department = department
    self.ownDepartment = ownDepartment
    self.storePath = storePath
    self.language = language
  }

  /// Phrases, where they are from, and what is to be said about them.
  public struct Opened: Sendable {
    public var phrases: [Phrase]
    public var origin: Origin
    /// What was sent in the weeks that count for the ranking.
    public var sends: [Send] = []
    /// What is to be said besides.
    ///
    /// Not what a supervisor would want to know of the file, which `check` tells.
    public var remarks: [Remark] = []
    /// What the phrases in the store were that these are made of.
    var standing = Standing()
    /// What the agent has made of them.
    var arranged = Arranged()

    /// The phrases that the agent's own versions stand in the place of.
    public var originals: [Phrase] { Array(arranged.originals.values) }
  }

  /// Gets the phrases of the file, or the address, that is to be opened for this once.
  ///
  /// - Throws: ``OpeningError``, with nothing of a bad file used.
  func open(file: String) throws(OpeningError) -> Opened { try arranged(read(file)) }

  /// Gets the phrases of the store as the agent has arranged them, with the starter's behind her own where
  /// no source is connected.
  ///
  /// - Throws: ``OpeningError``.
  func open(_ store: inout OpenStore) throws(OpeningError) -> Opened {
    var opened = Opened(phrases: [], origin: .store)
    do throws(StoreError) {
      // Reading makes no file: the store begins with the first import.
      var isFirst = true
      opened = try store.use(.readOnly) { store throws(StoreError) in
        defer { isFirst = false }
        return try read(store, beforeRescue: isFirst)
      }
    } catch .missing {
      // There is nothing of the agent's own yet.
    } catch {
      throw .store(error)
    }
    if opened.phrases.isEmpty { opened.origin = .starter }
    if opened.phrases.isEmpty || showsStarter && opened.standing.sources.isEmpty {
      opened.phrases += Opening.starter(language)
    }
    opened.arranged = Arranged(opened.arranged.arrangement, among: opened.phrases)
    opened.phrases = opened.arranged.arrangement.applied(to: opened.phrases)
    opened.remarks = store.takeRemarks() + opened.remarks
    return try arranged(opened)
  }

  /// The phrases that the department is to have, its own first.
  private func arranged(_ opened: Opened) throws(OpeningError) -> Opened {
    var opened = opened
    opened.phrases = try chosen(from: opened.phrases)
    if !ownDepartment.isEmpty {
      let own = opened.phrases.filter(putsFirst)
      opened.phrases = own + opened.phrases.filter { !putsFirst($0) }
    }
    return opened
  }

  /// Those of the department that is wanted, and those for everybody; all where none is.
  ///
  /// - Throws: ``OpeningError/noSuchDepartment(_:known:)``.
  public func chosen(from phrases: [Phrase]) throws(OpeningError) -> [Phrase] {
    guard let department else { return phrases }
    let known = Set(phrases.map(\.department)).subtracting([""])
    guard known.contains(department) else {
      throw .noSuchDepartment(department, known: known.sorted())
    }
    return phrases.filter(shows)
  }

  /// Whether a phrase is among those that are wanted.
  func shows(_ phrase: Phrase) -> Bool {
    department == nil || phrase.department == department || phrase.department.isEmpty
  }

  /// Whether a phrase comes before those of other departments.
  func putsFirst(_ phrase: Phrase) -> Bool {
    !ownDepartment.isEmpty && phrase.department == ownDepartment
  }

  /// The starter knowledge base, the phrases in the agent's own language first.
  public static func starter(_ language: Language) -> [Phrase] {
    let options = ReadOptions(file: Starter.source, source: Starter.source, level: .company)
    // The starter is part of the program, and a test reads it.
    return (try? KnowledgeBase.read(Starter.csv(startingWith: language), options))?.phrases ?? []
  }

  /// Reads one knowledge base file as phrases of that source and level.
  public static func read(
    _ path: String, _ hints: ReadingHints = ReadingHints(), source: String, level: Level
  ) throws(OpeningError) -> KnowledgeBase {
    if path.contains("://") { throw .isAddress(path) }
    return try read(
      FileBytes.read(path),
      ReadOptions(file: path, source: source, level: level, hints: hints))
  }

  private static func read(
    _ bytes: [UInt8], _ options: ReadOptions
  ) throws(OpeningError) -> KnowledgeBase {
    do {
      return try ListFormats.read(bytes, options)
    } catch {
      throw .badFile(error)
    }
  }

  private func read(_ path: String) throws(OpeningError) -> Opened {
    let file: KnowledgeBase
    var name = path.split(separator: "/").last.map(String.init) ?? path
    if let transports, path.contains("://") {
      let fetched = try Opening.fetch(path, with: transports)
      name = fetched.name
      var options = ReadOptions(file: name, hints: hints)
      options.provenance = .address
      file = try Opening.read(fetched.bytes, options)
    } else {
      file = try Opening.read(path, hints, source: "file", level: .company)
    }
    return Opened(
      phrases: file.phrases, origin: .file(name: name),
      remarks: file.warnings.filter(\.problem.isAssumedEncoding)
        .map { .assumed($0, file: name) })
  }

  /// Fetches the file at an address; its name is all that is said of it, since an address may hold a
  /// key.
  private static func fetch(
    _ text: String, with transports: SourceTransports
  ) throws(OpeningError) -> (bytes: [UInt8], name: String) {
    let address: SourceAddress
    let transport: any Transport
    do throws(AddressFlaw) {
      address = try SourceAddress(text, in: "/", home: "/")
      transport = try transports.transport(
        of: Source(name: address.suggestedName, address: address.description))
    } catch {
      throw .badAddress(error)
    }
    do throws(FetchFailure) {
      guard case .file(let file) = try transport.fetch(unless: nil) else {
        throw FetchFailure(.notFound)
      }
      return (file.bytes, address.suggestedName)
    } catch {
      throw .notFetched(error, name: address.suggestedName)
    }
  }

  /// What is connected, as far as the store can be read.
  public var connected: [Source] {
    guard let storePath else { return [] }
    return
      (try? OpenStore.looking(at: storePath) { store throws(StoreError) in try store.sources() })
      ?? []
  }

  /// Damage to what was sent is thrown only before a rescue: the ranking can do without it.
  private func read(_ store: Store, beforeRescue: Bool) throws(StoreError) -> Opened {
    let (phrases, arrangement, standing) = try store.contents()
    var opened = Opened(phrases: phrases, origin: .store, standing: standing)
    opened.arranged.arrangement = arrangement
    do throws(StoreError) {
      opened.sends = try store.sends(since: SystemClock.unixTime - Prior.memory)
    } catch {
      if case .damaged = error, beforeRescue { throw error }
      opened.remarks.append(.usageNotRead(error))
    }
    return opened
  }

  /// Where everything of the agent's own is kept; nil where nothing is to be kept, as on a file opened for once.
  var keptPath: String? { knowledgeBase == nil ? storePath : nil }
}
