import Phrases

/// Where a knowledge base file comes from, as `phrasedesk connect SOURCE` takes it.
///
/// Only these schemes are known, so that nothing that a person pastes can make git or libcurl use
/// another; and nothing is taken that a program could read as an option or as two lines
/// (CVE-2017-1000117, CVE-2020-5260).
public enum SourceAddress: Hashable, Sendable {
  /// Absolute, without empty and `.` parts; `..` stays, since what it means depends on links.
  case path(String)
  case web(HTTPAddress)
  case git(GitAddress)

  /// Longer than any address a server takes, and than PATH_MAX of Linux.
  static let mostBytes = 8192

  /// A relative path begins in `folder`, and `~/` stands for `home`; both are absolute.
  ///
  /// Throws the first ``AddressFlaw`` that is found.
  public init(_ text: String, in folder: String, home: String) throws(AddressFlaw) {
    guard !text.isEmpty else { throw .empty }
    guard text.utf8.count <= Self.mostBytes else { throw .tooLong }
    guard !text.hasPrefix("-") else { throw .leadingHyphen }
    guard !Self.isOfWindows(text) else { throw .windowsPath }
    if let rest = Self.sshForm(of: text) {
      try Self.checkCharacters(text)
      self = .git(try GitAddress(.ssh, rest[...]))
      return
    }
    guard let colon = text.firstIndex(of: ":"), let scheme = Scheme(text[..<colon]) else {
      // Not a scheme, but the beginning of a file's name, unless two slashes tell otherwise.
      guard !Self.hasScheme(text) else { throw .unknownScheme }
      self = .path(try Self.path(text, in: folder, home: home))
      return
    }
    let rest = text[text.index(after: colon)...]
    guard rest.hasPrefix("//") else { throw .missingSlashes }
    try Self.checkCharacters(text)
    self = try scheme.address(rest.dropFirst(2))
  }

  /// The path of the file, where it is; of an address of the web the whole.
  public var filePath: String {
    switch self {
    case .path(let path): path
    case .web: description
    case .git(let git): git.path
    }
  }

  /// Whether the text begins as RFC 3986 section 3 has it, with two slashes behind; colons are
  /// among it because of git's `ext::`.
  private static func hasScheme(_ text: String) -> Bool {
    guard let slashes = text.firstRange(of: "://") else { return false }
    return text.first?.isLetter == true
      && text[..<slashes.lowerBound].allSatisfy {
        $0.isASCII && ($0.isLetter || $0.isNumber || "+-.:".contains($0))
      }
  }

  /// `user@host:path`, as git hosts show it, in the form that `git+ssh://` has behind the slashes; nil for
  /// anything else.
  ///
  ///     git@git.example.com:team/kb.git//phrases.csv  // git@git.example.com/team/kb.git//phrases.csv
  private static func sshForm(of text: String) -> String? {
    guard let at = text.firstIndex(of: "@"), let colon = text[at...].firstIndex(of: ":"),
      text.firstIndex(of: "/").map({ colon < $0 }) ?? true,
      text.firstIndex(of: ":") == colon
    else { return nil }
    let path = text[text.index(after: colon)...]
    guard at > text.startIndex, text.index(after: at) < colon, !path.isEmpty, !path.hasPrefix("//")
    else { return nil }
    return text[..<colon] + (path.hasPrefix("/") ? "" : "/") + path
  }

  /// `C:\\folder`, `C:/folder`, `\\\\server\\folder`.
  private static func isOfWindows(_ text: String) -> Bool {
    if text.hasPrefix("\\\\") { return true }
    let start = Array(text.unicodeScalars.prefix(3))
    return start.count == 3 && start[0].isASCII && start[0].properties.isAlphabetic
      && start[1] == ":" && (start[2] == "\\" || start[2] == "/")
  }

  /// Whether a relative path looks like an address of the web without its beginning: where there is no
  /// such file, that is what was meant.
  ///
  ///     SourceAddress.lacksScheme("kb.example.com/phrases.csv")  // true
  public static func lacksScheme(_ text: String) -> Bool {
    guard let slash = text.firstIndex(of: "/"), slash > text.startIndex else { return false }
    let host = text[..<slash].split(separator: ":", omittingEmptySubsequences: false)
    guard host.count == 1 || host.count == 2 && host[1].allSatisfy(\.isNumber) else { return false }
    let labels = host[0].split(separator: ".", omittingEmptySubsequences: false)
    let isName = labels.allSatisfy { label in
      !label.isEmpty && label.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
    }
    return labels.count > 1 && isName && labels.last?.contains(where: \.isLetter) == true
      || host.count == 2 && isName
  }

  private static func path(
    _ text: String, in folder: String, home: String
  ) throws(AddressFlaw) -> String {
    guard !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
      throw .hiddenCharacter
    }
    let whole =
      switch text {
      case "~": home
      case _ where text.hasPrefix("~/"): home + text.dropFirst()
      case _ where text.hasPrefix("/"): text
      default: folder + "/" + text
      }
    return "/" + whole.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
  }

  /// What is escaped counts as well: git and libcurl take `%0A` apart.
  private static func checkCharacters(_ text: String) throws(AddressFlaw) {
    guard let decoded = PercentEscapes.decoded(text) else { throw .badEscape }
    guard !(text + decoded).unicodeScalars.contains(where: SafeText.isHidden) else {
      throw .hiddenCharacter
    }
  }
}

extension SourceAddress {
  private enum Scheme: String {
    case file
    case http
    case https
    case gitHTTPS = "git+https"
    case gitSSH = "git+ssh"
    case gitFile = "git+file"

    init?(_ text: Substring) { self.init(rawValue: text.lowercased()) }

    func address(_ rest: Substring) throws(AddressFlaw) -> SourceAddress {
      switch self {
      case .file: .path(try Self.path(rest))
      case .http: .web(try HTTPAddress(isEncrypted: false, rest))
      case .https: .web(try HTTPAddress(isEncrypted: true, rest))
      case .gitHTTPS: .git(try GitAddress(.https, rest))
      case .gitSSH: .git(try GitAddress(.ssh, rest))
      case .gitFile: .git(try GitAddress(.file, rest))
      }
    }

    /// RFC 8089: the host is empty or this one.
    private static func path(_ rest: Substring) throws(AddressFlaw) -> String {
      let local = rest.lowercased().hasPrefix("localhost/") ? rest.dropFirst(9) : rest
      guard local.hasPrefix("/") else { throw local.isEmpty ? .empty : .fileOnHost }
      guard let path = PercentEscapes.decoded(local) else { throw .badEscape }
      return try SourceAddress.path(path, in: "/", home: "/")
    }
  }
}

extension SourceAddress: CustomStringConvertible {
  /// The canonical form, which the store keeps and people see; parsed again it is the same address.
  public var description: String {
    switch self {
    case .path(let path): path
    case .web(let address): address.description
    case .git(let address): address.description
    }
  }

  /// A name for the source: the file's, without its extension.
  public var suggestedName: String {
    let file = lastPart ?? ""
    guard let dot = file.lastIndex(of: "."), dot > file.startIndex else { return file }
    return String(file[..<dot])
  }

  private var lastPart: String? {
    switch self {
    case .path(let path):
      return path.split(separator: "/").last.map(String.init)
    case .git(let address):
      return address.path.split(separator: "/").last.map(String.init)
    case .web(let address):
      let part = address.path.split(separator: "/").last.map(String.init)
      return part.map { PercentEscapes.decoded($0) ?? $0 } ?? address.host
    }
  }
}
