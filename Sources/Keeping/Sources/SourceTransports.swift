import Glibc
import Phrases
import Store
import Sync

/// Makes what fetches each source, with what this machine knows: proxy, certificates, tokens.
public struct SourceTransports: Sendable {
  private let environment: [String: String]
  /// Where git's copies go; nil where no home folder says where that would be.
  private let cacheFolder: String?
  /// Where tokens are kept, a file for each source.
  private let tokenFolder: String?
  private let proxy: String?
  private let certificates: String?

  public init(
    environment: [String: String], cacheFolder: String?, tokenFolder: String?, proxy: String?,
    certificates: String?
  ) {
    self.environment = environment
    self.cacheFolder = cacheFolder
    self.tokenFolder = tokenFolder
    self.proxy = proxy
    self.certificates = certificates
  }

  /// What fetches a source.
  ///
  /// - Throws: ``AddressFlaw`` where its address cannot be used.
  public func transport(of source: Source) throws(AddressFlaw) -> any Transport {
    // Addresses in the store are whole, so the folders are never asked for.
    switch try SourceAddress(source.address, in: "/", home: "/") {
    case .path(let path): return PathTransport(path: path)
    case .web(let address):
      return HTTPTransport(
        address.url,
        options: HTTPOptions(
          proxy: proxy, certificates: certificates,
          credentials: credentials(of: source.name), allowsHTTP: source.allowsHTTP,
          environment: environment))
    case .git(let address):
      let cache = cacheFolder ?? "/tmp/phrasedesk-\(getuid())"
      return GitTransport(address, cache: cache + "/git", environment: gitEnvironment)
    }
  }

  /// What brings sources of a store up to their files; `language` is what a failure is noted in.
  public func sync(_ store: Store, _ language: Language) -> SourceSync {
    SourceSync(
      store: store, language: language, now: { SystemClock.unixTime },
      transports: { source throws(AddressFlaw) in try transport(of: source) })
  }

  /// With the certificates that the settings name, where the environment names none for git.
  private var gitEnvironment: [String: String] {
    guard let certificates else { return environment }
    return environment.merging(["GIT_SSL_CAINFO": certificates]) { own, _ in own }
  }

  /// Who this desk is to a source's server: `PHRASEDESK_TOKEN_NAME` in the environment, or the first
  /// line of a file `tokens/NAME` beside the settings that nobody else may read.
  ///
  /// `name:password` is for basic authentication, anything else a bearer token.
  func credentials(of source: String) -> Credentials? {
    let variable = source.uppercased().map { character in
      character.isASCII && (character.isLetter || character.isNumber) ? String(character) : "_"
    }.joined()
    let text = environment["PHRASEDESK_TOKEN_" + variable] ?? token(inFileOf: source)
    guard let text else { return nil }
    if let colon = text.firstIndex(of: ":") {
      guard let password = Secret(String(text[text.index(after: colon)...])) else { return nil }
      return .basic(name: String(text[..<colon]), password: password)
    }
    return Secret(text).map(Credentials.bearer)
  }

  private func token(inFileOf source: String) -> String? {
    guard let tokenFolder, !source.contains("/"), source != ".." else { return nil }
    let descriptor = open("\(tokenFolder)/\(source)", O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_mode & 0o077 == 0, status.st_uid == geteuid()
    else { return nil }
    var bytes = [UInt8](repeating: 0, count: 4_096)
    let count = read(descriptor, &bytes, bytes.count)
    guard count > 0 else { return nil }
    let line = bytes[..<count].prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    return String(decoding: line, as: UTF8.self)
  }
}
