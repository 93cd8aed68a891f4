/// Why the address of a source is not taken.
///
/// No case holds the address itself, which may have a password in it.
public enum AddressFlaw: Error, Hashable, Sendable, CaseIterable {
  case empty
  case tooLong
  /// Of the text or of its host, path or ref: git and others would take it for an option.
  case leadingHyphen
  /// A line break, a control character or one that is not seen; also as `%0A`.
  case hiddenCharacter
  /// `%` without two hexadecimal digits, or bytes that are no UTF-8.
  case badEscape
  case unknownScheme
  /// `kb.example.com/phrases.csv`, where there is no such file.
  case missingScheme
  /// `C:\folder`, `\\server\folder`.
  case windowsPath
  /// `https:/host`, `git+https:host`.
  case missingSlashes
  /// A name or a password before the host.
  case credentials
  case missingHost
  case badHost
  case badPort
  /// A file address that names another computer.
  case fileOnHost
  /// Without the `//` that ends the repository's address.
  case missingRepositoryPath
  /// Nothing before the `//`.
  case missingRepository
  /// `a//b`, or a slash at the end.
  case emptyPart
  /// `.` or `..` in the path inside the repository.
  case dotPart
  /// Something other than `?ref=` behind the path inside the repository.
  case unknownOption
  case badRef
}
