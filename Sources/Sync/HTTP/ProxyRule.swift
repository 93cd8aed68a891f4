/// Which proxy an address is asked through.
///
/// libcurl would find out by itself, but would not say so before it has sent the request; and what
/// an address may be is checked at the server's own door only where there is no proxy.
struct ProxyRule {
  let proxy: String?
  let environment: [String: String]

  init(_ options: HTTPOptions) {
    proxy = options.proxy
    environment = options.environment
  }

  /// The variables are curl's; `HTTP_PROXY` is none of them, since a web server sets it to what a
  /// visitor sends.
  func proxy(for address: WebAddress) -> String? {
    let names =
      (address.isTLS ? ["https_proxy", "HTTPS_PROXY"] : ["http_proxy"])
      + ["all_proxy", "ALL_PROXY"]
    guard let found = proxy ?? first(names), !found.isEmpty, !isExempt(address.host) else {
      return nil
    }
    return found
  }

  private func first(_ names: [String]) -> String? {
    names.lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
  }

  /// Whether `no_proxy` holds the host: by name, domain, address, block of addresses or `*`.
  private func isExempt(_ host: String) -> Bool {
    guard let exempt = first(["no_proxy", "NO_PROXY"]) else { return false }
    let host = host.last == "." ? String(host.dropLast()) : host
    let address = NetworkAddress(literal: host)
    return exempt.lowercased().split(whereSeparator: { $0 == "," || $0 == " " }).contains { item in
      if item == "*" { return true }
      let name = item.filter { $0 != "[" && $0 != "]" }
      guard let address else {
        let domain = name.drop { $0 == "." }
        return host == domain || host.hasSuffix(".\(domain)")
      }
      let parts = name.split(separator: "/", maxSplits: 1)
      guard let start = parts.first, let block = NetworkAddress(literal: String(start)) else {
        return false
      }
      guard parts.count == 2 else { return block.bytes == address.bytes }
      return Int(parts[1]).map { $0 >= 0 && address.isInside(block.bytes, bits: $0) } ?? false
    }
  }
}
