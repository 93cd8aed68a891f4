import Phrases

/// The settings that a configuration file may hold, by the words it uses.
///
/// The one table: reading, the example file and the documentation follow from it.
public enum SettingKey: String, Hashable, Sendable, CaseIterable {
  case language
  case department
  case borders
  case clipboard
  case osc52Limit = "osc52_limit"

  /// What may stand to the right of a setting.
  public enum Kind: Hashable, Sendable {
    /// One of these words in quotes.
    case choice([String])
    /// Any text in quotes.
    case text
    /// A whole number in this range.
    case number(ClosedRange<Int>)
  }

  public var kind: Kind {
    switch self {
    case .language: .choice(["auto"] + Language.allCases.map(\.rawValue))
    case .department: .text
    case .borders: .choice(Borders.allCases.map(\.rawValue))
    case .clipboard: .choice(["auto"] + ClipboardChoice.allCases.map(\.rawValue))
    // The upper end is what the most generous terminal takes.
    case .osc52Limit: .number(0...8_388_608)
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
    }
  }

  /// Takes a value over into some settings; false, and nothing changed, when it is unusable.
  func apply(_ value: TOMLValue, to settings: inout Settings) -> Bool {
    switch (self, kind, value) {
    case (.osc52Limit, .number(let range), .integer(let number)) where range ~= number:
      settings.osc52Limit = number
    case (.department, .text, .string(let text)):
      settings.department = text
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
    case .department, .osc52Limit: break
    }
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
