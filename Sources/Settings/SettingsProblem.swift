import TOML

/// Something in a configuration file that could not be used; the program goes on without it.
///
/// The file's name and the words in it come from outside: whoever draws or prints the sentence
/// has to make it safe first.
public struct SettingsProblem: Error, Hashable, Sendable {
  public let file: String
  /// Nil where the file as a whole is meant.
  public let position: TOMLPosition?
  public let kind: Kind

  init(file: String, position: TOMLPosition? = nil, kind: Kind) {
    self.file = file
    self.position = position
    self.kind = kind
  }

  public enum Kind: Hashable, Sendable {
    case unreadable(FileFault)
    /// The file is not TOML, and none of it is used.
    case malformed(TOMLFault.Kind)
    /// There is no such setting; perhaps another was meant.
    case unknown(String, near: SettingKey?)
    /// The value is not one that the setting can have; this one is used.
    case unusable(SettingKey, used: String)
    /// It is locked for everybody here.
    case locked(SettingKey)
    /// Only the files for everybody here may say it.
    case notForOne(SettingKey)
    /// An entry of ``NamedSettings`` that is no text, too long, or no expression.
    case unusableEntry(String)
  }

  /// The same problem with the value that is used in the end.
  func using(_ settings: Settings) -> SettingsProblem {
    guard case .unusable(let key, _) = kind else { return self }
    let kind = Kind.unusable(key, used: key.written(in: settings))
    return SettingsProblem(file: file, position: position, kind: kind)
  }
}
