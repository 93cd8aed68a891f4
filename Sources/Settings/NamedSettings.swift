import Phrases
import TOML

/// The tables whose names are not ours: what fields are filled with, and what values look like.
///
/// ```toml
/// [values]
/// "店铺名称" = "小熊家居"
///
/// [patterns]
/// "会员号" = "V[0-9]{6}"
/// ```
enum NamedSettings: String, CaseIterable {
  case values
  case patterns

  /// The longest name and the longest value, in scalars: those of a placeholder.
  private static let limits = (name: 64, value: 500)

  /// Takes an entry over into some settings; false, and nothing changed, when it is unusable.
  func apply(_ value: TOMLValue, named name: String, to settings: inout Settings) -> Bool {
    guard case .string(let text) = value, !name.isEmpty, !text.isEmpty,
      name.unicodeScalars.count <= NamedSettings.limits.name,
      text.unicodeScalars.count <= NamedSettings.limits.value
    else { return false }
    switch self {
    case .values: settings.values[name] = text
    case .patterns:
      guard let pattern = try? ValuePattern(names: [name], expression: text) else { return false }
      settings.patterns.removeAll { $0.names == [name] }
      settings.patterns.append(pattern)
    }
    return true
  }
}
