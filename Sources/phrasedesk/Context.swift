import ArgumentParser
import Clipboard
import Desk
import Foundation
import HitDocuments
import Keeping
import Phrases
import Search
import Session
import Settings
import Store
import Sync
import Terminal
import Trust

/// What every command needs to know of the world: environment, settings, folders.
struct Context {
  let environment: [String: String]
  let folders: Folders
  let loaded: LoadedSettings
  let language: Language

  init(environment: [String: String] = ProcessInfo.processInfo.environment) {
    self.environment = environment
    folders = Folders(environment: environment)
    folders.own.forEach(TrustedFolder.close)
    loaded = LoadedSettings(from: folders)
    language = loaded.settings.language ?? Language(environment: environment)
  }

  var settings: Settings { loaded.settings }

  /// What is wrong with the configuration files, as sentences.
  var problems: [String] { loaded.problems.map { $0.sentence(language) } }

  /// Says on standard error what is wrong with the settings.
  func tellProblems() {
    for problem in problems { ErrorOutput.write(problem) }
  }

  /// What values in customers' messages look like: the settings' first.
  var patterns: [ValuePattern] { settings.patterns + ValuePattern.standard(language) }

  // MARK: - Phrases

  func opening(_ options: PhraseOptions) -> Opening {
    var opening = Opening(
      knowledgeBase: options.kb, hints: options.reading.hints, department: options.department,
      ownDepartment: settings.department,
      storePath: folders.store, language: language, transports: transports)
    opening.showsStarter = settings.showsStarter
    opening.keepsUsage = settings.keepsUsage
    return opening
  }

  /// What is kept, without a choice among it.
  func opening() -> Opening { Opening(storePath: folders.store, language: language) }

  /// What a command gets phrases from and keeps things by, which says on standard error what there is to
  /// say of that.
  func keeper(_ opening: Opening) -> Keeper {
    Keeper(opening) { [language] in ErrorOutput.write($0.sentence(language)) }
  }

  /// The phrases that a keeper opens; a failure is a sentence and an exit code.
  func open(_ keeper: Keeper) throws -> Opening.Opened {
    do {
      let opened = try keeper.open()
      for remark in opened.remarks.prefix(3) { ErrorOutput.write(remark.sentence(language)) }
      return opened
    } catch {
      throw CommandFailure(error, language)
    }
  }

  /// Those phrases, ready to be searched the way the settings say.
  func finder(_ keeper: Keeper) throws -> PhraseFinder {
    let library = Library.built(of: try open(keeper).phrases)
    return PhraseFinder(
      library: library, options: searchOptions, prior: keeper.prior(for: library))
  }

  /// The same phrases, but never the starter's in place of some that are not there.
  func openOwn(_ options: PhraseOptions) throws -> [Phrase] {
    do {
      let opened = try keeper(opening(options)).open()
      return opened.origin == .starter ? [] : opened.phrases
    } catch {
      throw CommandFailure(error, language)
    }
  }

  // MARK: - Sources

  /// How an open desk keeps up with its sources.
  var syncPlan: SyncPlan {
    SyncPlan(
      transports: transports, every: settings.syncSeconds, agentsDecide: settings.agentsDecide)
  }

  /// Whether agents may let in what waits of a source, as the desk's dialog has it.
  func agentsDecide(about source: Source) -> Bool {
    settings.agentsDecide ?? (source.release == nil)
  }

  /// The names of connected sources of which there is nothing here, as after a rescue of the store.
  var emptySources: [String] {
    let access = SourceAccess(self, mode: .readOnly)
    defer { access.close() }
    return ((try? access.sources()) ?? []).filter { $0.version == 0 }.map(\.name)
  }

  /// The phrases that versions withdraw or reword which wait, as far as the store can be read.
  var contested: Set<PhraseKey> {
    let access = SourceAccess(self, mode: .readOnly)
    defer { access.close() }
    guard let sources = try? access.sources(), sources.contains(where: { $0.held != nil }) else {
      return []
    }
    return (try? access.sync { sync throws(StoreError) in sync.contested(in: sources) }) ?? []
  }

  /// What fetches connected sources.
  var transports: SourceTransports {
    SourceTransports(
      environment: environment, cacheFolder: folders.cache,
      tokenFolder: folders.config.map { "\($0)/tokens" },
      proxy: settings.proxy.isEmpty ? nil : settings.proxy,
      certificates: settings.certificates.isEmpty ? nil : settings.certificates,
      connected: { [opening = opening()] in opening.connected })
  }

  // MARK: - Where phrases go

  var toolLimit: Duration { .milliseconds(settings.send.toolMilliseconds) }

  var clipboard: SystemClipboard {
    SystemClipboard(
      environment: environment, setting: clipboardWay,
      limits: Limits(
        perTool: toolLimit, inAll: toolLimit * 2, osc52Bytes: settings.osc52Limit))
  }

  /// What takes a phrase first here, as the status line names it.
  var firstWay: String {
    let probe = clipboard.probe()
    let missing = Set(probe.tools.filter { $0.path == nil }.map(\.way))
    return probe.ladder.rungs.map(\.way).first { !missing.contains($0) }?.rawValue ?? ""
  }

  var screenOptions: ScreenOptions {
    var options = ScreenOptions.fromEnvironment()
    options.borders = borders
    options.ambiguousWidth = ambiguousWidth
    options.theme = theme
    options.hasMouse = settings.hasMouse
    options.reportDirectory = CrashReports.folder(in: folders)
    return options
  }
}

/// The options that say which phrases a command works on.
struct PhraseOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A list (CSV, JSON, a workbook, another tool's file), or the address of one, to use this once instead of your"
        + " own phrases.",
      valueName: "file"))
  var kb: String?

  @OptionGroup var reading: ReadingOptions

  @Option(
    help: ArgumentHelp(
      "Only the phrases of this department, and those for everybody.", valueName: "name"))
  var department: String?
}

extension CommandFailure {
  init(_ error: OpeningError, _ language: Language) {
    let status: ExitStatus =
      switch error {
      case .store(.refused): .wrongUse
      case .store, .noHome: .storeUnusable
      case .noSuchDepartment, .exists, .badAddress: .wrongUse
      case .notFetched: .sourceUnreachable
      default: .badFile
      }
    self.init(status, error.sentence(language))
  }

  init(_ error: SessionError, _ language: Language) {
    switch error {
    case .opening(let error): self.init(error, language)
    case .notSent: self.init(.notTaken, error.sentence(language))
    case .terminal, .noDescriptors: self.init(.wrongUse, error.sentence(language))
    }
  }
}
