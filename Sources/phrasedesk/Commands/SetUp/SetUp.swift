import Desk
import Glibc
import Keeping
import Phrases
import Session
import Settings
import Store

/// The first ten minutes, one question after the other; each can be skipped, and asked again another day.
struct SetUp {
  private var context = Context()
  private var language: Language { context.language }

  /// Asks until there is nothing left to ask, or nobody who answers.
  ///
  /// - Throws: a failure where a list is connected and the store cannot be used.
  mutating func run() throws {
    try say(.welcome)
    do {
      try chooseLanguage()
      try connectLists()
      try chooseDepartment()
      try giveNames()
      try chooseTarget()
      try bindKey()
    } catch Question.NoAnswer.endOfInput {
      try Output.line()
    }
    try say(.done)
  }

  /// Waits until the agent has read what was said: the desk that opens covers it.
  func waitForReader() throws {
    do {
      _ = try ask(.opensDesk)
    } catch Question.NoAnswer.endOfInput {
      try Output.line()
    }
  }

  private func say(_ sentence: SetUpSentence) throws {
    try Output.line(sentence.sentence(language))
  }

  private func ask(_ sentence: SetUpSentence) throws -> String {
    try Question.line("\n\(sentence.sentence(language))\n> ")
  }

  /// A number from 1 to that; nil for none.
  private func choose(_ sentence: SetUpSentence, of count: Int) throws -> Int? {
    while true {
      let answer = try ask(sentence)
      if answer.isEmpty { return nil }
      if let number = Int(answer), (1...count).contains(number) { return number }
      try say(.whichNumber(count))
    }
  }

  /// Keeps a setting for every desk of the agent's from now on.
  private mutating func keep(_ keys: [SettingKey], _ change: (inout Settings) -> Void) throws {
    var chosen = context.settings
    change(&chosen)
    do throws(FileFault) {
      try RememberedChoices.keep(
        keys, of: chosen, over: context.loaded.configured, in: context.folders)
    } catch {
      return ErrorOutput.write(error.notRemembered(language))
    }
    context = Context()
  }

  private func isLocked(_ key: SettingKey) -> Bool {
    context.settings.locked.contains(key.rawValue)
  }

  // MARK: - The questions

  private mutating func chooseLanguage() throws {
    guard !isLocked(.language) else { return }
    let all = Language.allCases
    guard let number = try choose(.language(current: language), of: all.count) else { return }
    try keep([.language]) { $0.language = all[number - 1] }
  }

  private func connectLists() throws {
    while true {
      let access = SourceAccess(context, mode: .readOnly)
      let connected = ((try? access.sources()) ?? []).map(\.name)
      access.close()
      let answer = try ask(.list(connected: connected))
      guard !answer.isEmpty else { return }
      do {
        let command = try ConnectSource.parse(["--is-for-agent", "--", typedPath(answer)])
        try command.run()
      } catch let failure as CommandFailure {
        // Said, and asked again: nothing is connected that was not read.
        if let sentence = failure.sentence { ErrorOutput.write(sentence) }
      }
    }
  }

  /// A path as it is dragged or copied into a terminal: in quotes, or from home.
  private func typedPath(_ text: String) -> String {
    var path = text
    for quote in ["'", "\""] where path.count > 1 && path.hasPrefix(quote) && path.hasSuffix(quote)
    {
      path = String(path.dropFirst().dropLast())
    }
    guard path.hasPrefix("~/"), let home = context.environment["HOME"] else { return path }
    return home + path.dropFirst()
  }

  private mutating func chooseDepartment() throws {
    guard !isLocked(.department) else { return }
    var seen: Set<String> = []
    let names = try context.openOwn(PhraseOptions.parse([])).map(\.department)
      .filter { !$0.isEmpty && seen.insert($0).inserted }
    guard !names.isEmpty, let number = try choose(.department(names), of: names.count) else {
      return
    }
    try keep([.department]) { $0.department = names[number - 1] }
  }

  private func giveNames() throws {
    let access = SourceAccess(context)
    defer { access.close() }
    let kept = try access.attempt { store throws(StoreError) in
      try store.arrangement().values
    } orMissing: {
      [:]
    }
    for name in SetUpSentence.names(language) {
      let answer = try ask(.value(name, current: kept[name] ?? context.settings.values[name]))
      guard !answer.isEmpty else { continue }
      do {
        _ = try access.change(.value(answer, name: name), at: SystemClock.unixTime)
      } catch let failure as CommandFailure {
        if let sentence = failure.sentence { ErrorOutput.write(sentence) }
      }
    }
  }

  private mutating func chooseTarget() throws {
    guard !isLocked(.sendTo) else { return }
    let hasDisplay = ["DISPLAY", "WAYLAND_DISPLAY"].contains {
      context.environment[$0]?.isEmpty == false
    }
    let targets: [SendTarget] =
      [.clipboard, .pane] + (hasDisplay ? [.window] : [])
      + (context.settings.send.command.isEmpty ? [] : [.command])
    let sentence = SetUpSentence.target(targets, current: context.settings.send.to)
    guard let number = try choose(sentence, of: targets.count) else { return }
    try keep([.sendTo]) { $0.send.to = targets[number - 1] }
  }

  private func bindKey() throws {
    guard let binding = KeyBinding.used(in: context.environment) else { return }
    let lines = binding.lines(for: Executable.path)
    guard
      let installation = Installation(
        binding, folders: context.folders, environment: context.environment)
    else {
      try say(.bindYourself(binding.rawValue))
      return try Output.write(lines)
    }
    try Output.line()
    try say(.wouldWrite(installation.ownFile, installation.configuration))
    try Output.write(lines + installation.line + "\n")
    guard ["y", "yes", "是", "好"].contains(try ask(.bind(binding.rawValue)).lowercased()) else {
      return
    }
    do throws(Installation.Flaw) {
      for sentence in try installation.install(for: Executable.path) {
        try? Output.line(sentence.sentence(language))
      }
    } catch {
      ErrorOutput.write(error.sentence(language))
    }
  }
}

extension KeyBinding {
  /// What holds the keys here, as far as variables tell.
  fileprivate static func used(in environment: [String: String]) -> KeyBinding? {
    func isSet(_ name: String) -> Bool { environment[name]?.isEmpty == false }
    let desktop = environment["XDG_CURRENT_DESKTOP"]?.lowercased() ?? ""
    if isSet("TMUX") { return .tmux }
    if isSet("SWAYSOCK") { return .sway }
    if isSet("I3SOCK") { return .i3 }
    if desktop.contains("gnome") { return .gnome }
    if desktop.contains("kde") { return .kde }
    return isSet("DISPLAY") ? .x11 : nil
  }
}
