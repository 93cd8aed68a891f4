import Glibc
import TOML
import Trust

/// What an agent chose at the desk, each with the setting that it replaced, so that it is there the next
/// morning, and no longer once whoever runs the desk sets something else.
///
/// ```toml
/// [chosen]
/// theme = "dark"
///
/// [instead_of]
/// theme = "default"
/// ```
public struct RememberedChoices: Equatable, Sendable {
  private struct Choice: Equatable, Sendable {
    /// Both as the file of settings has them.
    let chosen: String
    let replaced: String
  }

  private var choices: [SettingKey: Choice] = [:]
  /// What is wrong with the file, which then holds nothing.
  private(set) var problem: SettingsProblem?

  /// What can be chosen.
  public static let keys: [SettingKey] = [
    .language, .department, .theme, .sendTo, .doublePinyin, .fuzzySounds, .typos,
    .categoriesColumns, .previewColumns,
  ]

  /// Reads a file, or nothing where there is none; what is unusable in it is left out.
  init(from file: String) {
    switch ConfigFile.read(file) {
    case .success(nil): return
    case .failure(let fault): problem = SettingsProblem(file: file, kind: .unreadable(fault))
    case .success(let bytes?):
      do {
        let root = try TOMLDocument(bytes).root
        for key in RememberedChoices.keys {
          guard let chosen = key.written(in: root["chosen"]),
            let replaced = key.written(in: root["instead_of"])
          else { continue }
          choices[key] = Choice(chosen: chosen, replaced: replaced)
        }
      } catch {
        problem = SettingsProblem(
          file: file, position: error.position, kind: .malformed(error.kind))
      }
    }
  }

  /// Puts what was chosen over the settings, as far as those are still what it replaced.
  ///
  /// - Returns: what was put there.
  func apply(to settings: inout Settings) -> Set<SettingKey> {
    var applied: Set<SettingKey> = []
    for (key, choice) in choices
    where !settings.locked.contains(key.rawValue) && key.written(in: settings) == choice.replaced {
      guard let value = SettingKey.value(choice.chosen), key.apply(value, to: &settings) else {
        continue
      }
      applied.insert(key)
    }
    return applied
  }

  /// Keeps some settings as they are now at the desk, in place of `configured` ones.
  ///
  /// What another desk of the agent's has chosen meanwhile stays. The file is another one at once, so that
  /// none reads half of it.
  ///
  /// - Throws: ``FileFault`` when the file cannot be written.
  public static func keep(
    _ keys: [SettingKey], of chosen: Settings, over configured: Settings, in folders: Folders
  ) throws(FileFault) {
    guard let file = folders.choices, let folder = folders.state else {
      throw .system(errno: ENOENT)
    }
    var remembered = RememberedChoices(from: file)
    remembered.drop(over: configured)
    for key in keys {
      let choice = Choice(chosen: key.written(in: chosen), replaced: key.written(in: configured))
      let isChosen =
        switch key {
        // None is no choice: then the settings say whose come first.
        case .department: !chosen.department.isEmpty
        // Also where it would be without a choice: with one, it stays there.
        case .sendTo: true
        case _: choice.chosen != choice.replaced
        }
      remembered.choices[key] = isChosen ? choice : nil
    }
    try remembered.write(to: file, in: folder)
  }

  /// Drops for good what replaced settings that have changed since, so that it is not there again when they
  /// are what they were.
  ///
  /// A file that cannot be read, or has nothing to drop, stays as it is.
  ///
  /// ```swift
  /// try RememberedChoices.dropReplaced(over: loaded.configured, in: folders)
  /// ```
  ///
  /// - Throws: ``FileFault`` when the file cannot be written.
  public static func dropReplaced(over configured: Settings, in folders: Folders) throws(FileFault)
  {
    guard let file = folders.choices, let folder = folders.state else { return }
    var remembered = RememberedChoices(from: file)
    guard remembered.drop(over: configured) else { return }
    try remembered.write(to: file, in: folder)
  }

  /// - Returns: whether there was any to drop.
  @discardableResult
  private mutating func drop(over configured: Settings) -> Bool {
    let count = choices.count
    choices = choices.filter { key, choice in key.written(in: configured) == choice.replaced }
    return choices.count < count
  }

  private func write(to file: String, in folder: String) throws(FileFault) {
    var text = "# Chosen at the desk. A setting of config.toml that is changed wins over it.\n"
    let sorted = choices.sorted { $0.key.rawValue < $1.key.rawValue }
    for (heading, line) in [("chosen", \Choice.chosen), ("instead_of", \Choice.replaced)] {
      text += "\n[\(heading)]\n"
      for (key, choice) in sorted { text += "\(key.rawValue) = \(choice[keyPath: line])\n" }
    }
    try? TrustedFolder.make(folder)
    let early = "\(file).\(getpid())"
    unlink(early)
    let descriptor = open(early, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw FileFault(errno: errno) }
    let bytes = Array(text.utf8)
    let count = Glibc.write(descriptor, bytes, bytes.count)
    let isWritten = count == bytes.count
    guard close(descriptor) == 0, isWritten, rename(early, file) == 0 else {
      let fault = FileFault(errno: errno)
      unlink(early)
      throw fault
    }
  }
}

extension FileFault {
  fileprivate init(errno: Int32) {
    self = [EACCES, EPERM, EROFS].contains(errno) ? .noPermission : .system(errno: errno)
  }
}

extension SettingKey {
  /// The value of a line as the file of settings has it.
  fileprivate static func value(_ written: String) -> TOMLValue? {
    (try? TOMLDocument(Array("value = \(written)".utf8)))?.root["value"]
  }

  /// What a table says of it, as it would be written; nil where that is nothing that can be used.
  fileprivate func written(in table: TOMLValue?) -> String? {
    let names = rawValue.split(separator: ".").map(String.init)
    let value = names.reduce(table) { value, name -> TOMLValue? in
      if case .table(let table)? = value { table[name] } else { nil }
    }
    var settings = Settings()
    guard let value, apply(value, to: &settings) else { return nil }
    return written(in: settings)
  }
}
