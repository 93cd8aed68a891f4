import Phrases

/// How files are fetched from the web: by which proxy, trusting whom, and how long and how much.
public struct HTTPOptions: Sendable {
  /// The proxy's address; nil: the one of the environment; empty: none.
  ///
  /// The environment's `no_proxy` holds for either.
  public var proxy: String?
  /// A file of certificates (PEM) that are trusted instead of the system's.
  public var certificates: String?
  /// Take the place of a name and password that stand in the address.
  public var credentials: Credentials?
  /// Whether http without TLS may leave the machine and the private network.
  var allowsHTTP: Bool
  /// Where `http_proxy`, `https_proxy`, `all_proxy` and `no_proxy` are looked up.
  var environment: [String: String]
  public var limits: Limits

  public init(
    proxy: String? = nil, certificates: String? = nil,
    credentials: Credentials? = nil, allowsHTTP: Bool = false, environment: [String: String],
    limits: Limits = Limits()
  ) {
    self.proxy = proxy
    self.certificates = certificates
    self.credentials = credentials
    self.allowsHTTP = allowsHTTP
    self.environment = environment
    self.limits = limits
  }

  /// What no server can exceed; smaller in tests.
  public struct Limits: Sendable {
    var redirects = 5
    /// Until the connection stands, TLS included.
    public var connectMilliseconds = 5_000
    /// Slower than `slowBytes` a second for so many seconds is too slow.
    public var slowSeconds = 15
    var slowBytes = 1_000
    /// For the whole fetch, redirects included.
    public var totalMilliseconds = 120_000
    /// Of the file, after it was decoded.
    public var bytes = KnowledgeBase.mostBytes
    /// Of all headers of one answer.
    public var headerBytes = 262_144
    /// How many bytes one compressed byte may become, once there are more than `inflatedBytes`.
    public var inflation = 100
    public var inflatedBytes = 1_048_576

    public init() {}
  }
}
