/// One file in a git repository: `git+https://host/repo.git//path/in/repo.csv?ref=main`.
public struct GitAddress: Hashable, Sendable {
  /// The ways to a repository; git is allowed the one that is named, and no other.
  public enum Scheme: String, Hashable, Sendable, CaseIterable {
    case https
    case ssh
    case file
  }

  public let scheme: Scheme
  /// The repository's address as git takes it, without `git+`.
  public let repository: String
  /// From the repository's top, parts between slashes; none is empty, `.` or `..`.
  public let path: String
  /// A branch, tag or commit; nil for what the repository's own HEAD names.
  public let ref: String?

  /// Takes apart what follows the `//` of the scheme.
  init(_ scheme: Scheme, _ rest: Substring) throws(AddressFlaw) {
    let halves = rest.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    let slash = halves[0].firstIndex(of: "/") ?? halves[0].endIndex
    let authority = try Self.authority(scheme, halves[0][..<slash])
    let inside = halves[0][slash...]
    guard !inside.contains("#") else { throw .unknownOption }
    guard let (location, path) = Self.split(inside) else { throw .missingRepositoryPath }
    guard location.contains(where: { $0 != "/" }) else { throw .missingRepository }
    guard location.dropFirst().first != "-" else { throw .leadingHyphen }
    self.scheme = scheme
    repository = "\(scheme.rawValue)://\(authority)\(location)"
    self.path = try Self.pathInRepository(path)
    ref = try halves.count > 1 ? Self.ref(option: halves[1]) : nil
  }

  /// The file beside this one, by its name with `suffix` behind.
  func beside(_ suffix: String) -> GitAddress {
    GitAddress(scheme: scheme, repository: repository, path: path + suffix, ref: ref)
  }

  /// A file below the folder that this one is in.
  func sibling(_ parts: [String]) -> GitAddress {
    let folder = path.split(separator: "/").dropLast().map(String.init)
    let path = (folder + parts).joined(separator: "/")
    return GitAddress(scheme: scheme, repository: repository, path: path, ref: ref)
  }

  private init(scheme: Scheme, repository: String, path: String, ref: String?) {
    self.scheme = scheme
    self.repository = repository
    self.path = path
    self.ref = ref
  }

  private static func authority(
    _ scheme: Scheme, _ text: Substring
  ) throws(AddressFlaw) -> String {
    switch scheme {
    case .https: return try AddressAuthority(text, takesUser: false).text(usualPort: 443)
    case .ssh: return try AddressAuthority(text, takesUser: true).text(usualPort: 22)
    case .file:
      guard text.isEmpty else { throw .fileOnHost }
      return ""
    }
  }

  /// What stands before and behind the first `//`.
  private static func split(_ text: Substring) -> (Substring, Substring)? {
    let units = text.utf8
    guard
      let slash = zip(units.indices, units.indices.dropFirst())
        .first(where: { units[$0] == UInt8(ascii: "/") && units[$1] == UInt8(ascii: "/") })
    else { return nil }
    return (text[..<slash.0], text[units.index(after: slash.1)...])
  }

  private static func pathInRepository(_ text: Substring) throws(AddressFlaw) -> String {
    guard let path = PercentEscapes.decoded(text) else { throw .badEscape }
    guard !path.hasPrefix("-") else { throw .leadingHyphen }
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard !parts.contains(where: \.isEmpty) else { throw .emptyPart }
    guard !parts.contains("."), !parts.contains("..") else { throw .dotPart }
    return path
  }

  private static func ref(option: Substring) throws(AddressFlaw) -> String {
    guard option.hasPrefix("ref="), !option.contains("&"), !option.contains("#") else {
      throw .unknownOption
    }
    guard let ref = PercentEscapes.decoded(option.dropFirst(4)) else { throw .badEscape }
    guard !ref.hasPrefix("-") else { throw .leadingHyphen }
    guard isRef(ref) else { throw .badRef }
    return ref
  }

  /// The rules of git-check-ref-format(1), and none of the characters that make up a refspec.
  private static func isRef(_ ref: String) -> Bool {
    let parts = ref.split(separator: "/", omittingEmptySubsequences: false)
    return !ref.isEmpty && ref != "@" && !ref.hasSuffix(".")
      && parts.allSatisfy { !$0.isEmpty && !$0.hasPrefix(".") && !$0.hasSuffix(".lock") }
      && !ref.contains("..") && !ref.contains("@{")
      && !ref.contains { " ~^:?*[\\+".contains($0) }
  }
}

extension GitAddress: CustomStringConvertible {
  public var description: String {
    let path = PercentEscapes.encoded(path) { !"%?#".unicodeScalars.contains($0) }
    let ref = ref.map { ref in
      "?ref=" + PercentEscapes.encoded(ref) { !"%&#".unicodeScalars.contains($0) }
    }
    return "git+\(repository)//\(path)\(ref ?? "")"
  }
}
