import Phrases
import TOML

/// The settings that a configuration file may hold, by the words it uses.
///
/// The one table: reading, the example file and the documentation follow from it.
public enum SettingKey: String, Hashable, Sendable, CaseIterable {
  case language
  case department
  case borders
  case ambiguousWidth = "ambiguous_width"
  case theme
  case mouse
  case clipboard
  case osc52Limit = "osc52_limit"
  case sendTo = "send.to"
  case sendCommand = "send.command"
  case sendCommandSeconds = "send.command_seconds"
  case sendToolMilliseconds = "send.tool_milliseconds"
  case sendEnter = "send.enter"
  case sendFocusBack = "send.focus_back"
  case sendBracketedPrograms = "send.bracketed_programs"
  case sendShiftInsert = "send.shift_insert"
  case focusColumns = "focus.columns"
  case categoriesColumns = "panes.categories"
  case previewColumns = "panes.preview"
  case filesFolders = "files.folders"
  case fuzzySounds = "search.fuzzy_sounds"
  case doublePinyin = "search.double_pinyin"
  case typos = "search.typos"
  case starter
  case usageKeep = "usage.keep"
  case proxy = "sync.proxy"
  case certificates = "sync.certificates"
  case syncEvery = "sync.every"
  case agentsDecide = "sync.agents_decide"
  case locked

  /// What may stand to the right of a setting.
  public enum Kind: Hashable, Sendable {
    /// One of these words in quotes.
    case choice([String])
    /// One of these words in quotes, or a whole number in this range.
    case choiceOrNumber([String], ClosedRange<Int>)
    /// Any text in quotes.
    case text
    /// A whole number in this range.
    case number(ClosedRange<Int>)
    /// A list of texts in quotes.
    case texts
    /// `true` or `false`.
    case truth
    /// `true`, `false`, or `"auto"`.
    case truthOrAuto
    /// A list of some of these words, or `"all"` or `"none"` of them.
    case selection([String])
  }

  /// The tables that settings stand in, `search` of `search.typos`.
  static let tables = Set(
    allCases.compactMap { key in
      let parts = key.rawValue.split(separator: ".")
      return parts.count > 1 ? String(parts[0]) : nil
    })

  var kind: Kind {
    switch self {
    case .language: .choice(["auto"] + Language.allCases.map(\.rawValue))
    case .department: .text
    case .borders: .choice(BordersChoice.allCases.map(\.rawValue))
    case .ambiguousWidth: .choiceOrNumber(["auto"], 1...2)
    case .theme: .choice(ThemeSetting.allCases.map(\.rawValue))
    case .clipboard: .choice(["auto"] + ClipboardChoice.allCases.map(\.rawValue))
    // The upper end is what the most generous terminal takes.
    case .osc52Limit: .number(0...8_388_608)
    case .sendTo: .choice(SendTarget.allCases.map(\.rawValue))
    case .sendCommand, .sendBracketedPrograms, .sendShiftInsert, .filesFolders, .locked: .texts
    case .sendCommandSeconds: .number(1...600)
    case .sendToolMilliseconds: .number(100...60_000)
    case .mouse, .sendEnter, .sendFocusBack, .typos, .starter, .usageKeep: .truth
    case .focusColumns: .number(30...400)
    case .categoriesColumns, .previewColumns: .number(0...400)
    case .fuzzySounds: .selection(FuzzySoundChoice.allCases.map(\.rawValue))
    case .doublePinyin: .choice(["none"] + DoublePinyinChoice.allCases.map(\.rawValue))
    case .proxy, .certificates: .text
    case .syncEvery: .number(5...86_400)
    case .agentsDecide: .truthOrAuto
    }
  }

  /// The default, as it would be written in the file.
  public var standard: String { written(in: Settings()) }

  /// The value that some settings hold, as it would be written in the file.
  public func written(in settings: Settings) -> String {
    switch self {
    case .language: quoted(settings.language?.rawValue ?? "auto")
    case .borders: quoted(settings.borders.rawValue)
    case .ambiguousWidth: settings.ambiguousWidth.map { "\($0)" } ?? quoted("auto")
    case .theme: quoted(settings.theme.rawValue)
    case .clipboard: quoted(settings.clipboard?.rawValue ?? "auto")
    case .sendTo: quoted(settings.send.to.rawValue)
    case .agentsDecide: settings.agentsDecide.map { "\($0)" } ?? quoted("auto")
    case .fuzzySounds: written(settings.search.fuzzySounds)
    case .doublePinyin: quoted(settings.search.doublePinyin?.rawValue ?? "none")
    case .proxy: quoted(SafeText.withoutSecrets(address: settings.proxy))
    case .department, .certificates: text.map { quoted(settings[keyPath: $0]) } ?? ""
    case .osc52Limit, .syncEvery, .sendCommandSeconds, .sendToolMilliseconds, .focusColumns,
      .categoriesColumns, .previewColumns:
      number.map { "\(settings[keyPath: $0])" } ?? ""
    case .mouse, .typos, .sendEnter, .sendFocusBack, .starter, .usageKeep:
      truth.map { "\(settings[keyPath: $0])" } ?? ""
    case .sendCommand, .sendBracketedPrograms, .sendShiftInsert, .filesFolders, .locked:
      texts.map { "[" + settings[keyPath: $0].map(quoted).joined(separator: ", ") + "]" } ?? ""
    }
  }

  // MARK: - Where a value of a simple kind is kept

  private var text: WritableKeyPath<Settings, String>? {
    switch self {
    case .department: \.department
    case .proxy: \.proxy
    case .certificates: \.certificates
    default: nil
    }
  }

  private var texts: WritableKeyPath<Settings, [String]>? {
    switch self {
    case .sendCommand: \.send.command
    case .sendBracketedPrograms: \.send.bracketedPrograms
    case .sendShiftInsert: \.send.shiftInsertWindows
    case .filesFolders: \.fileFolders
    case .locked: \.locked
    default: nil
    }
  }

  private var number: WritableKeyPath<Settings, Int>? {
    switch self {
    case .osc52Limit: \.osc52Limit
    case .syncEvery: \.syncSeconds
    case .sendCommandSeconds: \.send.commandSeconds
    case .sendToolMilliseconds: \.send.toolMilliseconds
    case .focusColumns: \.focusColumns
    case .categoriesColumns: \.categoriesColumns
    case .previewColumns: \.previewColumns
    default: nil
    }
  }

  private var truth: WritableKeyPath<Settings, Bool>? {
    switch self {
    case .mouse: \.hasMouse
    case .typos: \.search.forgivesTypos
    case .sendEnter: \.send.pressesEnter
    case .sendFocusBack: \.send.goesBack
    case .starter: \.showsStarter
    case .usageKeep: \.keepsUsage
    default: nil
    }
  }

  /// Takes a value over into some settings; false, and nothing changed, when it is unusable.
  func apply(_ value: TOMLValue, to settings: inout Settings) -> Bool {
    switch (self, kind, value) {
    case (_, .number(let range), .integer(let chosen)) where range ~= chosen:
      if let number { settings[keyPath: number] = chosen }
    case (.ambiguousWidth, .choiceOrNumber(_, let range), .integer(let chosen))
    where range ~= chosen:
      settings.ambiguousWidth = chosen
    case (.ambiguousWidth, .choiceOrNumber(let words, _), .string(let word))
    where words.contains(word):
      settings.ambiguousWidth = nil
    case (_, .text, .string(let chosen)):
      if let text { settings[keyPath: text] = chosen }
    case (_, .truth, .boolean(let isOn)):
      if let truth { settings[keyPath: truth] = isOn }
    case (.agentsDecide, .truthOrAuto, .boolean(let isOn)): settings.agentsDecide = isOn
    case (.agentsDecide, .truthOrAuto, .string("auto")): settings.agentsDecide = nil
    case (_, .texts, .array(let values)):
      var chosen: [String] = []
      for value in values {
        guard case .string(let text) = value else { return false }
        chosen.append(text)
      }
      if let texts { settings[keyPath: texts] = chosen }
    case (.fuzzySounds, .selection, .string("all")):
      settings.search.fuzzySounds = Set(FuzzySoundChoice.allCases)
    case (.fuzzySounds, .selection, .string("none")):
      settings.search.fuzzySounds = []
    case (.fuzzySounds, .selection, .array(let values)):
      var sounds: Set<FuzzySoundChoice> = []
      for value in values {
        guard case .string(let word) = value, let sound = FuzzySoundChoice(rawValue: word) else {
          return false
        }
        sounds.insert(sound)
      }
      settings.search.fuzzySounds = sounds
    case (_, .choice(let words), .string(let word)) where words.contains(word):
      choose(word, in: &settings)
    default:
      return false
    }
    return true
  }

  private func choose(_ word: String, in settings: inout Settings) {
    switch self {
    case .language: settings.language = Language(rawValue: word)
    case .borders: settings.borders = BordersChoice(rawValue: word) ?? settings.borders
    case .theme: settings.theme = ThemeSetting(rawValue: word) ?? settings.theme
    case .clipboard: settings.clipboard = ClipboardChoice(rawValue: word)
    case .doublePinyin: settings.search.doublePinyin = DoublePinyinChoice(rawValue: word)
    case .sendTo: settings.send.to = SendTarget(rawValue: word) ?? settings.send.to
    default: break
    }
  }

  private func written(_ sounds: Set<FuzzySoundChoice>) -> String {
    let all = FuzzySoundChoice.allCases
    if sounds.count == all.count { return quoted("all") }
    if sounds.isEmpty { return quoted("none") }
    return "[" + all.filter(sounds.contains).map { quoted($0.rawValue) }.joined(separator: ", ")
      + "]"
  }

  private func quoted(_ text: String) -> String {
    let escaped = text.unicodeScalars.map { scalar in
      switch scalar {
      case "\"", "\\": "\\\(scalar)"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
      default: String(scalar)
      }
    }
    return "\"\(escaped.joined())\""
  }
}
