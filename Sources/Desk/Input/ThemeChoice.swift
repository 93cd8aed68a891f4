/// The colours that the terminal's side makes of roles, by the words of the setting.
public enum ThemeChoice: String, Hashable, Sendable, CaseIterable {
  /// The terminal's own colours on its own background.
  case standard = "default"
  case dark
  case light
  case highContrast = "high-contrast"

  /// The one that follows, and after the last the first.
  var next: ThemeChoice {
    let all = ThemeChoice.allCases
    let index = all.firstIndex(of: self).map { $0 + 1 } ?? 0
    return all.indices.contains(index) ? all[index] : .standard
  }
}
