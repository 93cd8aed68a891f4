import Glibc
import Phrases
import Store
import Sync
import Trust

/// Makes what fetches each source, with what this machine knows: proxy, certificates, tokens.
public struct SourceTransports: Sendable {
  private let environment: [String: String]
  /// Where git's copies go; nil where no home folder says where that would be.
  private let cacheFolder: String?
  private let tokens: SourceTokens
  private let proxy: String?
  private let certificates: String?

  /// `tokenFolder` is where tokens are kept, a file for each source; `connected` tells what is connected,
  /// and is asked only where there is a token.
  public init(
    environment: [String: String], cacheFolder: String?, tokenFolder: String?, proxy: String?,
    certificates: String?, connected: @escaping @Sendable () -> [Source] = { [] }
  ) {
    self.environment = environment
    self.cacheFolder = cacheFolder
    tokens = SourceTokens(
      environment: environment, folder: tokenFolder, connected: connected)
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
      let credentials: Credentials?
      do throws(FetchFailure) {
        credentials = try tokens.credentials(of: source)
      } catch {
        return RefusedTransport(error)
      }
      return HTTPTransport(
        address.url,
        options: HTTPOptions(
          proxy: proxy, certificates: certificates, credentials: credentials,
          allowsHTTP: source.allowsHTTP, environment: environment))
    case .git(let address):
      if let flaw = TrustedFolder.flaw(of: cache) {
        return RefusedTransport(FetchFailure(.distrusted(flaw)))
      }
      return GitTransport(address, cache: cache + "/git", environment: gitEnvironment)
    }
  }

  /// Where git's copies go, also those that are made to publish.
  public var cache: String { cacheFolder ?? "/tmp/phrasedesk-\(getuid())" }

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
}
