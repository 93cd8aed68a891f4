import ChildProcess
import Phrases

/// What git wrote to its standard error, with what a server or a hook made it write.
///
/// git has no codes for its failures, so the sentences are looked for that it, libcurl and ssh have
/// in the language of the locale C. What is not known is handed on, sanitised and cut.
struct GitComplaint {
  private let lines: [String]

  init(_ errors: [UInt8]) {
    // Invalid bytes become U+FFFD: nothing is decided by them.
    lines = errors.split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
      .map { SafeText.visible(String(decoding: $0, as: UTF8.self)) }.filter {
        !$0.allSatisfy(\.isWhitespace)
      }
  }

  func failure(_ ending: ToolProcess.Ending) -> FetchFailure {
    FetchFailure(known ?? .git(detail: detail(ending)))
  }

  /// By the lines that are git's own.
  private var known: FetchFailure.Reason? {
    lines.lazy.filter { !$0.hasPrefix("remote: ") && !$0.hasPrefix("fatal: remote error: ") }
      .compactMap(Self.reason).first
  }

  private static func reason(_ line: String) -> FetchFailure.Reason? {
    func holds(_ pieces: String...) -> Bool { pieces.contains { line.contains($0) } }
    if let ref = line.after("couldn't find remote ref ") { return .noSuchRef(ref) }
    if let ref = line.after("Remote branch ", until: " not found") { return .noSuchRef(ref) }
    if holds("(fetch first)", "(non-fast-forward)", "(stale info)", "cannot lock ref") {
      return .pushRejected(ref: line.after(" -> ", until: " (") ?? "")
    }
    if holds("Please tell me who you are", "empty ident name", "auto-detection is disabled") {
      return .noIdentity
    }
    if let host = line.after("Could not resolve host: ") { return .noSuchHost(host) }
    if let host = line.after("Could not resolve hostname ", until: ":") { return .noSuchHost(host) }
    if let host = line.after("Failed to connect to ", until: " port") { return .noConnection(host) }
    if let host = line.after("connect to host ", until: " port") { return .noConnection(host) }
    if holds("Host key verification failed") { return .unknownHostKey }
    if let status = line.after("returned error: ").flatMap({ Int($0.prefix(3)) }) {
      return reason(status: status)
    }
    if let said = line.after("unable to access '")?.after("': "), isOfTLS(said) {
      return .notTrusted(FetchFailure.Distrust(said: said))
    }
    if holds("could not read Username", "could not read Password", "Authentication failed for") {
      return .needsCredentials(status: 401)
    }
    if let path = line.after("dubious ownership in repository at '", until: "'")
      ?? line.after("unsafe repository ('", until: "' is owned")
    {
      return .foreignRepository(path: path)
    }
    if holds("does not appear to be a git repository") { return .notFound }
    if line.hasPrefix("fatal: repository "), line.hasSuffix("not found") { return .notFound }
    return nil
  }

  /// What a server of the web means by a status that git hands on.
  private static func reason(status: Int) -> FetchFailure.Reason {
    switch status {
    case 401, 403: .needsCredentials(status: status)
    case 404, 410: .notFound
    case 429: .tooManyRequests
    case 500..<600: .serverError(status: status)
    default: .refused(status: status)
    }
  }

  /// Whether libcurl means that there is no connection that is safe from others.
  private static func isOfTLS(_ said: String) -> Bool {
    ["certificate", "SSL", "TLS"].contains { said.contains($0) }
  }

  private func detail(_ ending: ToolProcess.Ending) -> String {
    let noise = ["hint: ", "Please make sure", "To ", "error: failed to push some refs"]
    let said = lines.filter { line in !noise.contains { line.hasPrefix($0) } }
    guard said.isEmpty else { return Self.cut(said.suffix(3).joined(separator: "; ")) }
    return switch ending {
    case .exited(let status, _): "exit code \(status)"
    case .killed(let signal): "signal \(signal)"
    case .notStarted(let errno): "errno \(errno)"
    case .overran, .leftInputUnread, .printedTooMuch: ""
    }
  }

  private static func cut(_ text: String) -> String {
    text.unicodeScalars.count <= 300 ? text : String(text.unicodeScalars.prefix(299)) + "…"
  }
}

extension String {
  /// What stands behind the first `start`, up to the next `end` where one is given.
  fileprivate func after(_ start: String, until end: String? = nil) -> String? {
    guard let found = firstRange(of: start) else { return nil }
    guard let end else { return String(self[found.upperBound...]) }
    return self[found.upperBound...].firstRange(of: end).map {
      String(self[found.upperBound..<$0.lowerBound])
    }
  }
}
