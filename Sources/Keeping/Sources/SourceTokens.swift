import Glibc
import Store
import Sync
import Trust

/// Who this desk is to the servers of its sources.
///
/// A token is in the variable ``TokenVariable`` of the source's name, or in the first line of a file
/// `tokens/NAME` beside the settings that nobody else may read. `name:password` is for basic
/// authentication, anything else a bearer token.
struct SourceTokens: Sendable {
  let environment: [String: String]
  /// Nil where nothing says where settings are.
  let folder: String?
  /// What is connected, for telling whose a variable is.
  let connected: @Sendable () -> [Source]

  /// Nil where there is no token for it, and where another server than the one it is meant for is asked.
  ///
  /// - Throws: ``FetchFailure/Reason/sharedToken(variable:names:)`` where a variable is that of several
  ///   sources, ``FetchFailure/Reason/distrusted(_:)`` for a folder that others may write to,
  ///   ``FetchFailure/Reason/openToken(path:)`` for a file that is not this user's alone.
  func credentials(of source: Source) throws(FetchFailure) -> Credentials? {
    var found = try variable(of: source)
    if found == nil { found = try file(of: source.name) }
    guard let text = found else { return nil }
    // Whoever opens a file at an address for once may call it what a source is called.
    if let known = connected().first(where: { $0.name == source.name }),
      Self.server(of: known) != Self.server(of: source)
    {
      return nil
    }
    if let colon = text.firstIndex(of: ":") {
      guard let password = Secret(String(text[text.index(after: colon)...])) else { return nil }
      return .basic(name: String(text[..<colon]), password: password)
    }
    return Secret(text).map(Credentials.bearer)
  }

  private func variable(of source: Source) throws(FetchFailure) -> String? {
    let variable = TokenVariable(source.name)
    for name in [variable.name, variable.formerName] {
      guard let text = environment[name] else { continue }
      let others = connected().filter {
        $0.name != source.name && $0.address.hasPrefix("http") && claims($0.name, name)
      }
      guard others.isEmpty else {
        throw FetchFailure(
          .sharedToken(variable: name, names: [source.name] + others.map(\.name)))
      }
      return text
    }
    return nil
  }

  /// Whether a variable would be taken for the token of a source of that name.
  private func claims(_ source: String, _ name: String) -> Bool {
    let variable = TokenVariable(source)
    return variable.name == name
      || variable.formerName == name && environment[variable.name] == nil
  }

  /// Scheme, host and port, as they stand in an address of the store.
  private static func server(of source: Source) -> String {
    source.address.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false).prefix(3)
      .joined(separator: "/")
  }

  private func file(of source: String) throws(FetchFailure) -> String? {
    guard let folder, !source.contains("/"), source != ".." else { return nil }
    let path = "\(folder)/\(source)"
    // Without waiting, because opening a pipe would wait for somebody to write.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw FetchFailure(.openToken(path: path))
    }
    defer { close(descriptor) }
    let above = folder.lastIndex(of: "/").map { String(folder[..<$0]) } ?? "/"
    if let flaw = TrustedFolder.flaw(of: folder) ?? TrustedFolder.flaw(of: above) {
      throw FetchFailure(.distrusted(flaw))
    }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_mode & 0o077 == 0, status.st_uid == geteuid()
    else { throw FetchFailure(.openToken(path: path)) }
    var bytes = [UInt8](repeating: 0, count: 4_096)
    let count = read(descriptor, &bytes, bytes.count)
    guard count > 0 else { return nil }
    let line = bytes[..<count].prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    return String(decoding: line, as: UTF8.self)
  }
}
