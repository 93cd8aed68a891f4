import Glibc

/// Where the files of this program are, after the XDG Base Directory Specification 0.8.
///
/// A variable that holds a relative path is ignored, as the specification asks. A folder is nil
/// only where neither its variable nor a home folder says where it would be.
public struct Folders: Equatable, Sendable {
  /// The agent's own settings: `XDG_CONFIG_HOME/phrasedesk`.
  public let config: String?
  /// The settings for everybody here, the most important first: `XDG_CONFIG_DIRS`.
  let sharedConfig: [String]
  /// What is worth a backup: `XDG_DATA_HOME/phrasedesk`.
  public let data: String?
  /// What outlives a run but is no loss: `XDG_STATE_HOME/phrasedesk`.
  public let state: String?
  /// What can be made again: `XDG_CACHE_HOME/phrasedesk`.
  public let cache: String?
  /// What lives as long as the login: `XDG_RUNTIME_DIR/phrasedesk`, which has no default.
  public let runtime: String?

  /// - Parameters:
  ///   - environment: the variables of this process.
  ///   - accountHome: the home folder that the system knows, for where HOME is not set.
  public init(environment: [String: String], accountHome: String? = Folders.accountHome()) {
    func absolute(_ path: String?) -> String? {
      path.flatMap { $0.hasPrefix("/") ? $0 : nil }.map(trimmed)
    }
    func trimmed(_ path: String) -> String {
      var path = path
      while path.count > 1, path.hasSuffix("/") { path.removeLast() }
      return path
    }
    func own(_ base: String) -> String { base == "/" ? "/phrasedesk" : "\(base)/phrasedesk" }
    let home = absolute(environment["HOME"]) ?? absolute(accountHome)
    func folder(_ variable: String, inHome standard: String) -> String? {
      (absolute(environment[variable]) ?? home.map { "\($0 == "/" ? "" : $0)/\(standard)" })
        .map(own)
    }
    config = folder("XDG_CONFIG_HOME", inHome: ".config")
    data = folder("XDG_DATA_HOME", inHome: ".local/share")
    state = folder("XDG_STATE_HOME", inHome: ".local/state")
    cache = folder("XDG_CACHE_HOME", inHome: ".cache")
    runtime = absolute(environment["XDG_RUNTIME_DIR"]).map(own)
    let shared = environment["XDG_CONFIG_DIRS"] ?? ""
    sharedConfig = (shared.isEmpty ? "/etc/xdg" : shared).split(separator: ":")
      .compactMap { absolute(String($0)) }.map(own)
  }

  /// The folders that are this program's alone; some may not be there.
  public var own: [String] {
    [config, data, state, cache, runtime].compactMap(\.self)
      + [config.map { "\($0)/tokens" }, data.map { "\($0)/backups" }, cache.map { "\($0)/git" }]
      .compactMap(\.self)
  }

  /// The database with everything the agent has.
  public var store: String? { data.map { "\($0)/phrases.sqlite" } }

  /// What was chosen at the desk.
  public var choices: String? { state.map { "\($0)/choices.toml" } }

  /// Whether a file of settings is the agent's own.
  func isForOne(_ file: String) -> Bool { config.map { file == "\($0)/config.toml" } ?? false }

  /// The files that settings are read from, in this order; a later one wins.
  public var configFiles: [String] {
    (sharedConfig.reversed() + [config].compactMap(\.self)).map { "\($0)/config.toml" }
  }

  /// The home folder in the system's list of accounts.
  public static func accountHome() -> String? {
    var account = passwd()
    var found: UnsafeMutablePointer<passwd>?
    var names = [CChar](repeating: 0, count: 16_384)
    guard getpwuid_r(getuid(), &account, &names, names.count, &found) == 0, found != nil,
      let home = account.pw_dir
    else { return nil }
    return String(cString: home)
  }
}
