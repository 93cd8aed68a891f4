import Phrases

/// One question to one server; a redirect makes another one.
struct HTTPRequest {
  var address: WebAddress
  /// The proxy's address, which may hold a password.
  var proxy: String?
  /// Only where the server is the one they are meant for.
  var credentials: Credentials?
  var headers: [String]
  /// Whether one of the headers allows the answer "unchanged".
  var isConditional: Bool
  /// Where the servers before were, the furthest of them; nil for the first.
  var redirectedFrom: NetworkAddress.Scope?
  var milliseconds: Int

  /// Why no connection may be made to an address there, or nil.
  ///
  /// Asked at the socket, once the name is an address: what a name means may change between a check
  /// and the connection.
  func refusal(of scope: NetworkAddress.Scope, allowsHTTP: Bool) -> FetchFailure.Reason? {
    if let redirectedFrom, !scope.admitsRedirect(from: redirectedFrom) {
      return .badRedirect(.nearer(host: address.host))
    }
    if scope == .nowhere { return .noConnection(address.host) }
    if !address.isTLS, !allowsHTTP, !scope.isWithinReach { return .needsTLS(host: address.host) }
    return nil
  }

  /// How far out the host lies as far as its name tells, which is all there is with a proxy.
  var scopeOfName: NetworkAddress.Scope {
    let isLocal = address.host == "localhost" || address.host.hasSuffix(".localhost")
    return isLocal ? .loopback : NetworkAddress(literal: address.host)?.scope ?? .world
  }

  /// Whether TLS is spoken with the proxy itself, not only through it.
  var hasTLSProxy: Bool { proxy?.lowercased().hasPrefix("https:") == true }

  /// The proxy's name alone, fit to be shown.
  var proxyHost: String? {
    proxy.map { proxy in
      let text = SafeText.withoutSecrets(address: proxy.contains("://") ? proxy : "http://" + proxy)
      return text.split(separator: "/").dropFirst().first.map(String.init) ?? ""
    }
  }
}
