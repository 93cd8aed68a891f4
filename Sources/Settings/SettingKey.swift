import Phrases
import Search

/// The settings that a configuration file may hold, by the words it uses.
///
/// The one table: reading, the example file and the documentation follow from it.
public enum SettingKey: String, Hashable, Sendable, CaseIterable {
  case language
  case department
  case borders
  case clipboard
  case osc52Limit = "osc52_limit"
  case fuzzySounds = "search.fuzzy_sounds"
  case doublePinyin = "search.double_pinyin"
  case typos = "search.typos"
  case proxy = "sync.proxy"
  case certificates = "sync.certificates"
  case syncEvery = "sync.every"

  /// What may stand to the right of a setting.
  public enum Kind: Hashable, Sendable {
    /// One of these words in quotes.
    case choice([String])
    /// Any text in quotes.
    case text
    /// A whole number in this range.
    case number(ClosedRange<Int>)
    /// `true` or `false`.
    case truth
    /// A list of some of these words, or `"all"` or `"none"` of them.
    case selection([String])
  }

  /// The tables that settings stand in, `search` of `search.typos`.
  static let tables = Set(
    allCases.compactMap { key in
      let parts = key.rawValue.split(separator: ".")
      return parts.count > 1 ? String(parts[0]) : nil
    })

  public var kind: Kind {
    switch self {
    case .language: .choice(["auto"] + Language.allCases.map(\.rawValue))
    case .department: .text
    case .borders: .choice(Borders.allCases.map(\.rawValue))
    case .clipboard: .choice(["auto"] + ClipboardChoice.allCases.map(\.rawValue))
    // The upper end is what the most generous terminal takes.
    case .osc52Limit: .number(0...8_388_608)
    case .fuzzySounds: .selection(FuzzySound.allCases.map(\.rawValue))
    case .doublePinyin: .choice(["none"] + DoublePinyin.allCases.map(\.rawValue))
    case .typos: .truth
    case .proxy, .certificates: .text
    case .syncEvery: .number(5...86_400)
    }
  }

  /// The default, as it would be written in the file.
  public var standard: String { written(in: Settings()) }

  /// The value that some settings hold, as it would be written in the file.
  public func written(in settings: Settings) -> String {
    switch self {
    case .language: quoted(settings.language?.rawValue ?? "auto")
    case .department: quoted(settings.department)
    case .borders: quoted(settings.borders.rawValue)
    case .clipboard: quoted(settings.clipboard?.rawValue ?? "auto")
    case .osc52Limit: "\(settings.osc52Limit)"
    case .fuzzySounds: written(settings.search.fuzzySounds)
    case .doublePinyin: quoted(settings.search.doublePinyin?.rawValue ?? "none")
    case .typos: "\(settings.search.forgivesTypos)"
    case .proxy: quoted(settings.proxy)
    case .certificates: quoted(settings.certificates)
    case .syncEvery: "\(settings.syncSeconds)"
    }
  }

  /// Takes a value over into some settings; false, and nothing changed, when it is unusable.
  func apply(_ value: TOMLValue, to settings: inout Settings) -> Bool {
    switch (self, kind, value) {
    case (.osc52Limit, .number(let range), .integer(let number)) where range ~= number:
      settings.osc52Limit = number
    case (.department, .text, .string(let text)):
      settings.department = text
    case (.proxy, .text, .string(let text)):
      settings.proxy = text
    case (.certificates, .text, .string(let text)):
      settings.certificates = text
    case (.syncEvery, .number(let range), .integer(let number)) where range ~= number:
      settings.syncSeconds = number
    case (.typos, .truth, .boolean(let isOn)):
      settings.search.forgivesTypos = isOn
    case (.fuzzySounds, .selection, .string("all")):
      settings.search.fuzzySounds = Set(FuzzySound.allCases)
    case (.fuzzySounds, .selection, .string("none")):
      settings.search.fuzzySounds = []
    case (.fuzzySounds, .selection, .array(let values)):
      var sounds: Set<FuzzySound> = []
      for value in values {
        guard case .string(let word) = value, let sound = FuzzySound(rawValue: word) else {
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
    case .borders: settings.borders = Borders(rawValue: word) ?? settings.borders
    case .clipboard: settings.clipboard = ClipboardChoice(rawValue: word)
    case .doublePinyin: settings.search.doublePinyin = DoublePinyin(rawValue: word)
    case .department, .osc52Limit, .fuzzySounds, .typos, .proxy, .certificates, .syncEvery: break
    }
  }

  private func written(_ sounds: Set<FuzzySound>) -> String {
    let all = FuzzySound.allCases
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
