/// The part of an address that says whose computer: a user, a host, a port (RFC 3986 section 3.2).
struct AddressAuthority {
  let user: String?
  /// In small letters; an IPv6 address with its brackets.
  let host: String
  let port: Int?

  /// Takes apart what stands between `//` and the next slash.
  init(_ text: Substring, takesUser: Bool) throws(AddressFlaw) {
    var rest = text
    if let at = rest.lastIndex(of: "@") {
      let user = rest[..<at]
      // A name alone is part of an ssh address; a password is never part of any.
      guard takesUser, !user.isEmpty, user.allSatisfy(Self.isNameCharacter) else {
        throw .credentials
      }
      guard user.first != "-" else { throw .leadingHyphen }
      self.user = String(user)
      rest = rest[rest.index(after: at)...]
    } else {
      user = nil
    }
    guard rest.first != "-" else { throw .leadingHyphen }
    let end = try Self.endOfHost(rest)
    host = rest[..<end].lowercased()
    guard !host.isEmpty else { throw .missingHost }
    port = try Self.port(rest[end...])
  }

  private static func endOfHost(_ text: Substring) throws(AddressFlaw) -> Substring.Index {
    if text.first == "[" {
      guard let bracket = text.firstIndex(of: "]"), bracket > text.index(after: text.startIndex),
        text[..<bracket].dropFirst().allSatisfy({ $0.isHexDigit && $0.isASCII || ":.".contains($0) }
        )
      else { throw .badHost }
      return text.index(after: bracket)
    }
    let end = text.firstIndex(of: ":") ?? text.endIndex
    guard text[..<end].allSatisfy(isNameCharacter) else { throw .badHost }
    return end
  }

  private static func port(_ text: Substring) throws(AddressFlaw) -> Int? {
    guard !text.isEmpty else { return nil }
    let digits = text.dropFirst()
    guard text.first == ":", digits.allSatisfy({ $0.isASCII && $0.isNumber }),
      let port = Int(digits), (1...65_535).contains(port)
    else { throw .badPort }
    return port
  }

  private static func isNameCharacter(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber || "-._".contains(character))
  }

  /// As it stands in an address; the port is left out where it is the one that goes without saying.
  func text(usualPort: Int) -> String {
    (user.map { $0 + "@" } ?? "") + host + (port.flatMap { $0 == usualPort ? nil : ":\($0)" } ?? "")
  }
}
