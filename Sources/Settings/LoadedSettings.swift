import TOML

/// The settings as the files on this machine make them, and what is wrong with the files.
public struct LoadedSettings: Equatable, Sendable {
  public private(set) var settings = Settings()
  /// The same without what was chosen at the desk.
  public private(set) var configured = Settings()
  /// The settings that the agent chose at the desk.
  public private(set) var chosen: Set<SettingKey> = []
  /// Whether a file, or the agent at the desk, says where sent phrases go.
  public private(set) var isTargetChosen = false
  /// In the order of the files, and of the lines within each.
  public private(set) var problems: [SettingsProblem] = []
  /// The files that were there and could be read, in the order read.
  public private(set) var files: [String] = []

  /// Reads the configuration files, those for everybody first; what is missing is no problem.
  ///
  /// Never fails: what is unusable becomes a problem, and what another file says, or the default, is used.
  public init(from folders: Folders) {
    for name in folders.configFiles {
      switch ConfigFile.read(name) {
      case .success(nil): break
      case .success(let bytes?):
        files.append(name)
        add(bytes, from: name, isForOne: folders.isForOne(name))
      case .failure(let fault):
        problems.append(SettingsProblem(file: name, kind: .unreadable(fault)))
      }
    }
    // A file read later may have set what an earlier one had wrong.
    problems = problems.map { $0.using(settings) }
    configured = settings
    guard let file = folders.choices else { return }
    let choices = RememberedChoices(from: file)
    if let problem = choices.problem { problems.append(problem) }
    chosen = choices.apply(to: &settings)
    if !chosen.isEmpty { files.append(file) }
    if chosen.contains(.sendTo) { isTargetChosen = true }
  }

  /// Takes the settings of one file over, over those of the files before.
  mutating func add(_ bytes: [UInt8], from name: String, isForOne: Bool = false) {
    let document: TOMLDocument
    do {
      document = try TOMLDocument(bytes)
    } catch {
      let kind = SettingsProblem.Kind.malformed(error.kind)
      return problems.append(SettingsProblem(file: name, position: error.position, kind: kind))
    }
    for (word, entry) in document.root.settings.sorted(by: { $0.entry.offset < $1.entry.offset }) {
      if !isForOne, word == SettingKey.locked.rawValue, case .array(let names) = entry.value {
        let position = document.position(of: entry)
        problems += names.compactMap(SettingsProblem.Kind.init(locking:)).map {
          SettingsProblem(file: name, position: position, kind: $0)
        }
      }
      let problem: SettingsProblem.Kind
      if let table = NamedSettings(tableOf: word) {
        let name = String(word.dropFirst(table.rawValue.count + 1))
        guard !table.apply(entry.value, named: name, to: &settings) else { continue }
        problem = .unusableEntry(word)
      } else if let key = SettingKey(rawValue: word) {
        if isForOne, key == .locked {
          problem = .notForOne(key)
        } else if isForOne, settings.locked.contains(word) {
          problem = .locked(key)
        } else {
          guard !key.apply(entry.value, to: &settings) else {
            if key == .sendTo { isTargetChosen = true }
            continue
          }
          problem = .unusable(key, used: key.written(in: settings))
        }
      } else {
        problem = .unknown(word, near: SettingKey(near: word))
      }
      let position = document.position(of: entry)
      problems.append(SettingsProblem(file: name, position: position, kind: problem))
    }
  }

  init() {}
}

extension SettingsProblem.Kind {
  /// What is wrong with a name that is to be locked: one misspelt would lock nothing, and nobody would know.
  fileprivate init?(locking name: TOMLValue) {
    guard case .string(let word) = name, SettingKey(rawValue: word) == nil else { return nil }
    self = .unknown(word, near: SettingKey(near: word))
  }
}

extension NamedSettings {
  /// The table that an entry of it names, as `values.name`.
  fileprivate init?(tableOf word: String) {
    guard let dot = word.firstIndex(of: ".") else { return nil }
    self.init(rawValue: String(word[..<dot]))
  }
}

extension TOMLTable {
  /// Every setting by its whole name, those of a known table as `table.name`.
  fileprivate var settings: [(word: String, entry: Entry)] {
    entries.flatMap { name, entry in
      guard SettingKey.tables.contains(name) || NamedSettings(rawValue: name) != nil,
        case .table(let table) = entry.value
      else {
        return [(name, entry)]
      }
      return table.entries.map { ("\(name).\($0.key)", $0.value) }
    }
  }
}
