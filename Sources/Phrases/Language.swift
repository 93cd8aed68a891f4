/// The languages that the program itself speaks.
public enum Language: String, Sendable, CaseIterable {
  case english = "en"
  case chinese = "zh"

  /// The language that the environment asks for.
  ///
  /// Read from the variables themselves, in the order of POSIX, because the locale they name is
  /// often not installed: `LC_ALL`, `LC_MESSAGES`, `LANG`, the first that is not empty.
  public init(environment: [String: String]) {
    let value = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy
      .compactMap { environment[$0] }.first { !$0.isEmpty }
    self = value?.hasPrefix("zh") == true ? .chinese : .english
  }
}
