/// One file on a web server; objects of S3-compatible stores are such files.
///
/// This reading refuses and writes in one form; where a request goes to, libcurl reads for itself in
/// ``url``, and what depends on the host is to be decided by that.
public struct HTTPAddress: Hashable, Sendable, CustomStringConvertible {
  /// Whether it is https.
  public let isEncrypted: Bool
  /// In small letters; an IPv6 address with its brackets.
  let host: String
  /// As people wrote it, in one canonical form, without what a server never gets (`#part`).
  public let description: String
  /// Readable, with its slash, without the query.
  let path: String

  /// Takes apart what follows the `//` of the scheme.
  init(isEncrypted: Bool, _ rest: Substring) throws(AddressFlaw) {
    let text = rest.prefix { $0 != "#" }
    let end = text.firstIndex { "/?".contains($0) } ?? text.endIndex
    let authority = try AddressAuthority(text[..<end], takesUser: false)
    let usualPort = isEncrypted ? 443 : 80
    let target = text[end...]
    let slash = target.first == "/" ? "" : "/"
    self.isEncrypted = isEncrypted
    host = authority.host
    path = slash + target.prefix { $0 != "?" }
    description =
      "\(isEncrypted ? "https" : "http")://\(authority.text(usualPort: usualPort))\(slash)\(target)"
  }

  /// A file below the folder that this one is in; nil where an address with a query is one file's own.
  func sibling(_ parts: [String]) -> HTTPAddress? {
    guard !description.contains("?") else { return nil }
    let folder = description.prefix(
      through: description.lastIndex(of: "/") ?? description.startIndex)
    let escaped = parts.map { part in
      PercentEscapes.encoded(part) {
        $0.isASCII
          && ($0.properties.isAlphabetic || ("0"..."9").contains($0)
            || "-._~".unicodeScalars.contains($0))
      }
    }
    let rest =
      (folder + escaped.joined(separator: "/")).split(separator: "//", maxSplits: 1).last ?? ""
    return try? HTTPAddress(isEncrypted: isEncrypted, rest)
  }

  /// Whether both are asked of one server, by one way.
  func isSameOrigin(as other: HTTPAddress) -> Bool {
    isEncrypted == other.isEncrypted && authority == other.authority
  }

  private var authority: Substring {
    description.drop { $0 != "/" }.dropFirst(2).prefix { $0 != "/" }
  }

  /// As it goes over the wire: ASCII only, without spaces.
  public var url: String {
    PercentEscapes.encoded(description) { $0.value > 0x20 && $0.value < 0x7F }
  }
}
