import CNcurses
import Glibc

/// Which locale tells how wide a character is.
public enum TerminalLocale: Equatable, Sendable {
  /// The environment's own, which is UTF-8.
  case environment
  /// C.UTF-8, because the environment names no locale, or one that is not installed.
  case replacedMissing(name: String)
  /// C.UTF-8, because the environment's is of another encoding. The terminal may show rubbish then:
  /// it may not be set to UTF-8 either.
  case replacedEncoding(name: String, encoding: String)

  /// Sets the process' LC_CTYPE, which `wcwidth` and ncurses go by.
  ///
  /// - Throws: ``TerminalError/noUTF8Locale``.
  @discardableResult
  public static func adopt() throws(TerminalError) -> TerminalLocale {
    let name = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { variable(named: $0) }.first ?? ""
    let isInstalled = setlocale(LC_CTYPE, "") != nil
    let encoding = String(cString: nl_langinfo(nl_item(CODESET)))
    if isInstalled, encoding == "UTF-8" { return .environment }
    guard setlocale(LC_CTYPE, "C.UTF-8") != nil else { throw .noUTF8Locale }
    // The C locale's encoding says nothing of the terminal's.
    return isInstalled && !["", "C", "POSIX"].contains(name)
      ? .replacedEncoding(name: name, encoding: encoding) : .replacedMissing(name: name)
  }
}

/// An environment variable that is set and not empty.
func variable(named name: String) -> String? {
  guard let value = getenv(name), value.pointee != 0 else { return nil }
  return String(cString: value)
}
