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
  public var columns: ColumnMapping
  /// The department whose phrases, and those for everybody, are wanted; nil for all.
  public var department: String?
  /// The department whose phrases come first.
  public var ownDepartment: String
  /// Nil where no home folder says where it would be.
  public var storePath: String?
  public var language: Language

  public init(
    knowledgeBase: String? = nil, columns: ColumnMapping = ColumnMapping(),
    department: String? = nil, ownDepartment: String = "", storePath: String?, language: Language,
    transports: SourceTransports? = nil
  ) {
    self.knowledgeBase = knowledgeBase
    self.transports = transports
    self.columns = columns
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
    /// What is to be said besides, in the language of the opening.
    ///
    /// Not what a supervisor would want to know of the file, which `check` tells.
    public var remarks: [String]
  }

  /// Gets the phrases: of the file, or of the store, or the starter's where the store has none.
  ///
  /// - Throws: ``OpeningError``, with nothing of a bad file used.
  public func open() throws(OpeningError) -> Opened {
    var opened: Opened
    if let knowledgeBase {
      opened = try openFile(knowledgeBase)
    } else {
      opened = try openStore()
    }
    if let department {
      try opened.phrases = filtered(opened.phrases, for: department)
    }
    if !ownDepartment.isEmpty {
      let own = opened.phrases.filter { $0.department == ownDepartment }
      opened.phrases = own + opened.phrases.filter { $0.department != ownDepartment }
    }
    return opened
  }

  /// The starter knowledge base, the phrases in the agent's own language first.
  public static func starter(_ language: Language) -> [Phrase] {
    let options = ReadOptions(file: Starter.source, source: Starter.source, level: .company)
    // The starter is part of the program, and a test reads it.
    return (try? KnowledgeBase.read(Starter.csv(startingWith: language), options))?.phrases ?? []
  }

  /// Reads one knowledge base file as phrases of that source and level.
  public static func read(
    _ path: String, columns: ColumnMapping = ColumnMapping(), source: String, level: Level
  ) throws(OpeningError) -> KnowledgeBase {
    if path.contains("://") { throw .isAddress(path) }
    return try read(
      FileBytes.read(path), of: path, columns: columns, source: source, level: level)
  }

  private static func read(
    _ bytes: [UInt8], of file: String, columns: ColumnMapping, source: String, level: Level
  ) throws(OpeningError) -> KnowledgeBase {
    do {
      return try KnowledgeBase.read(
        bytes, ReadOptions(file: file, source: source, level: level, columns: columns))
    } catch {
      throw .badFile(error)
    }
  }

  private func openFile(_ path: String) throws(OpeningError) -> Opened {
    let file: KnowledgeBase
    var name = path.split(separator: "/").last.map(String.init) ?? path
    if let transports, path.contains("://") {
      let fetched = try Opening.fetch(path, with: transports)
      name = fetched.name
      file = try Opening.read(
        fetched.bytes, of: name, columns: columns, source: "file", level: .company)
    } else {
      file = try Opening.read(path, columns: columns, source: "file", level: .company)
    }
    return Opened(
      phrases: file.phrases, origin: .file(name: name),
      remarks: file.warnings.filter { $0.problem == .assumedGB18030 }
        .map { $0.sentence(language, file: name) })
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

  private func openStore() throws(OpeningError) -> Opened {
    guard let storePath else { throw .noHome }
    do throws(StoreError) {
      do throws(StoreError) {
        return try readStore(at: storePath)
      } catch .damaged {
        return try readStore(at: storePath, after: Store.rescue(at: storePath))
      }
    } catch .missing {
      // There is nothing of the agent's own yet.
    } catch {
      throw .store(error)
    }
    return Opened(phrases: Opening.starter(language), origin: .starter, remarks: [])
  }

  private func readStore(
    at path: String, after rescue: Rescue? = nil
  ) throws(StoreError) -> Opened {
    // Reading makes no file: the store begins with the first import.
    let (store, rescuedNow) = try Store.openRescuing(at: path, mode: .readOnly)
    defer { store.close() }
    let phrases = try store.phrases()
    let isEmpty = phrases.isEmpty
    var opened = Opened(
      phrases: isEmpty ? Opening.starter(language) : phrases,
      origin: isEmpty ? .starter : .store, remarks: [])
    if let rescue = rescue ?? rescuedNow { opened.remarks.append(rescue.sentence(language)) }
    do throws(StoreError) {
      opened.sends = try store.sends(since: SystemClock.unixTime - Prior.memory)
    } catch {
      if case .damaged = error, rescue == nil { throw error }
      // The ranking can do without.
      opened.remarks.append(UsageSentence.notRead(error).sentence(language))
    }
    return opened
  }

  /// Where what is sent is recorded; nil where nothing is to be kept, as on a file opened for once.
  public var usagePath: String? { knowledgeBase == nil ? storePath : nil }

  private func filtered(
    _ phrases: [Phrase], for department: String
  ) throws(OpeningError) -> [Phrase] {
    let known = Set(phrases.map(\.department)).subtracting([""])
    guard known.contains(department) else {
      throw .noSuchDepartment(department, known: known.sorted())
    }
    return phrases.filter { $0.department == department || $0.department.isEmpty }
  }
}
