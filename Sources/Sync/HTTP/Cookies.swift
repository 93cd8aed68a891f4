/// The cookies of one fetch: what a server sets on the way is sent back to it, as shared links need it.
///
/// By the rules of credentials and not by those of browsers: a cookie goes to the very server that set
/// it, whatever domain it names. They last as long as the fetch and are kept nowhere.
struct Cookies {
  private struct Cookie {
    let origin: WebAddress
    let name: String
    let value: String
    let path: String
  }

  private var cookies: [Cookie] = []

  /// As many, and as long with their attributes, as browsers have to take (RFC 6265, 6.1).
  private static let most = 50
  private static let mostBytes = 4_096

  /// Takes in the `Set-Cookie` headers of an answer; an empty lifetime takes a cookie back.
  mutating func take(_ headers: [String], from address: WebAddress) {
    for header in headers where header.utf8.count <= Cookies.mostBytes {
      let parts = header.split(separator: ";", omittingEmptySubsequences: false).map(Cookies.pair)
      guard let (name, value) = parts.first, !name.isEmpty,
        header.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F })
      else { continue }
      var path = Cookies.folder(of: address)
      var isOver = false
      for (attribute, value) in parts.dropFirst() {
        switch attribute.lowercased() {
        case "path" where value.hasPrefix("/"): path = value
        case "max-age": isOver = value.hasPrefix("-") || value == "0"
        default: break
        }
      }
      cookies.removeAll {
        $0.name == name && $0.path == path && $0.origin.isSameOrigin(as: address)
      }
      guard !isOver, cookies.count < Cookies.most else { continue }
      cookies.append(Cookie(origin: address, name: name, value: value, path: path))
    }
  }

  /// The header for an address; nil where there is nothing to send.
  func header(for address: WebAddress) -> String? {
    let fitting = cookies.filter {
      $0.origin.isSameOrigin(as: address) && Cookies.path(of: address).isWithin($0.path)
    }
    if fitting.isEmpty { return nil }
    return "Cookie: " + fitting.map { "\($0.name)=\($0.value)" }.joined(separator: "; ")
  }

  private static func pair(_ text: Substring) -> (name: String, value: String) {
    let halves = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    func trimmed(_ half: Substring?) -> String {
      let start = half?.drop { $0 == " " || $0 == "\t" } ?? ""
      return String(start.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
    }
    return (trimmed(halves.first), trimmed(halves.count > 1 ? halves[1] : nil))
  }

  private static func path(of address: WebAddress) -> String {
    let rest = address.withoutQuery.split(separator: "/", omittingEmptySubsequences: false)
    return "/" + rest.dropFirst(3).joined(separator: "/")
  }

  /// The folder that a cookie is for where it does not say (RFC 6265, 5.1.4).
  private static func folder(of address: WebAddress) -> String {
    let path = path(of: address)
    let end = path.lastIndex(of: "/") ?? path.startIndex
    return end == path.startIndex ? "/" : String(path[..<end])
  }
}

extension String {
  fileprivate func isWithin(_ folder: String) -> Bool {
    self == folder || hasPrefix(folder.hasSuffix("/") ? folder : folder + "/")
  }
}
