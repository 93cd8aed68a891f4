import Foundation
import Phrases
import Synchronization
import Testing

@testable import Sync

/// What becomes of TLS sessions between one question and the next.
@Suite(
  .serialized, .timeLimit(.minutes(2)),
  .enabled(if: Nginx.program != nil, "there is no nginx here"),
  .enabled(if: TestCA.isAvailable, "openssl is not installed"))
struct NginxTLSSessionTests {
  private let ca: TestCA

  init() throws {
    ca = try TestCA()
    try ca.sign("server", host: "IP:127.0.0.1,DNS:localhost", days: 2)
  }

  /// How a server keeps its sessions.
  enum Keeping: String, CaseIterable {
    /// Out of the box, but for the protocol: all that it has to know is in the ticket.
    case tickets = "ssl_protocols TLSv1.3;"
    /// In its own memory, so that tickets are no more than a number.
    case memory = """
      ssl_protocols TLSv1.3; ssl_session_cache shared:tls:1m; ssl_session_tickets off;
      """
    case memoryBefore13 = """
      ssl_protocols TLSv1.2; ssl_session_cache shared:tls:1m; ssl_session_tickets off;
      """

    /// What an unchanged file costs in a session that goes on; figures of docs/scale.md.
    ///
    /// A ticket that holds all is sent twice, by the desk and, a new one, by the server: 200 bytes each.
    var expectedBytes: Range<Int> { self == .tickets ? 1_500..<2_000 : 1_000..<1_500 }
  }

  private func serving(_ keeping: Keeping = .tickets) throws -> Nginx {
    let nginx = try Nginx(certificate: ca.path("server"), tls: keeping.rawValue)
    try nginx.scratch.write("title,text\n问候,您好\n", to: "kb/phrases.csv")
    return nginx
  }

  private func trusting(_ file: String) -> HTTPOptions {
    var options = options()
    options.limits = HTTPOptions.Limits()
    options.certificates = file
    return options
  }

  @Test(arguments: Keeping.allCases)
  func `From the second question on, a session goes on`(kept: Keeping) throws {
    defer { ca.remove() }
    let nginx = try serving(kept)
    let relay = CountingRelay(to: nginx.securePort)
    let url = "https://127.0.0.1:\(relay.port)/phrases.csv"
    let options = trusting(ca.path("ca.pem"))
    let tag = try #require(fetch(url, options).file?.tag)
    let first = try relay.takeBytes()
    for _ in 0..<3 {
      #expect(fetch(url, unless: tag, options) == .success(.unchanged()))
      let cost = try relay.takeBytes()
      #expect(kept.expectedBytes.contains(cost), "\(cost) bytes after \(first)")
    }
    let answered = try nginx.answered()
    #expect(answered.map(\.status) == [200, 304, 304, 304])
    #expect(answered.map(\.isResumed) == [false, true, true, true])
  }

  @Test(arguments: Keeping.allCases)
  func `No session is offered at another port or to another name`(kept: Keeping) throws {
    defer { ca.remove() }
    let nginx = try serving(kept)
    // One server, which would take up its session wherever that is offered.
    let relay = CountingRelay(to: nginx.securePort)
    let options = trusting(ca.path("ca.pem"))
    let urls = [
      nginx.secureURL("phrases.csv"), "https://127.0.0.1:\(relay.port)/phrases.csv",
      "https://localhost:\(nginx.securePort)/phrases.csv",
    ]
    for url in urls + urls { #expect(fetch(url, options).file != nil) }
    #expect(try nginx.answered().map(\.isResumed) == [false, false, false, true, true, true])
  }

  @Test func `Another file of trusted certificates is not spared its check`() throws {
    defer { ca.remove() }
    let other = try TestCA()
    defer { other.remove() }
    let nginx = try serving()
    let url = nginx.secureURL("phrases.csv")
    #expect(fetch(url, trusting(ca.path("ca.pem"))).file != nil)
    #expect(fetch(url, trusting(other.path("ca.pem"))).reason == .notTrusted(.unknownIssuer))
    #expect(fetch(url, trusting(ca.path("ca.pem"))).file != nil)
    #expect(try nginx.answered().map(\.isResumed) == [false, true])
  }

  @Test func `A server that comes back with another certificate is checked anew`() throws {
    defer { ca.remove() }
    let other = try TestCA()
    defer { other.remove() }
    let nginx = try serving()
    let url = nginx.secureURL("phrases.csv")
    let options = trusting(ca.path("ca.pem"))
    #expect(fetch(url, options).file != nil)
    try nginx.stop()
    try other.sign("server", host: "IP:127.0.0.1", days: 2)
    try nginx.scratch.shell(
      "cp '\(other.path("server.pem"))' '\(other.path("server.key"))' '\(ca.folder.path)'")
    try nginx.start()
    #expect(fetch(url, options).reason == .notTrusted(.unknownIssuer))
    #expect(try nginx.answered().count == 1)
  }

  @Test func `A proxy that speaks TLS itself is met anew each time`() throws {
    defer { ca.remove() }
    let nginx = try serving()
    // nginx gives out its own file, whatever host a question names.
    var options = trusting(ca.path("ca.pem"))
    options.proxy = "HTTPS://127.0.0.1:\(nginx.securePort)"
    for _ in 0..<2 { #expect(fetch("http://127.0.0.1:1/phrases.csv", options).file != nil) }
    #expect(try nginx.answered().map(\.isResumed) == [false, false])
  }

  @Test func `Many threads keep and take up sessions at once`() throws {
    defer { ca.remove() }
    let nginx = try serving()
    let url = nginx.secureURL("phrases.csv")
    let options = trusting(ca.path("ca.pem"))
    let tag = try #require(fetch(url, options).file?.tag)
    let (threads, rounds) = (4, 5)
    let fetched = Mutex<[Result<Fetched, FetchFailure>]>([])
    DispatchQueue.concurrentPerform(iterations: threads) { _ in
      for _ in 0..<rounds {
        let result = fetch(url, unless: tag, options)
        fetched.withLock { $0.append(result) }
      }
    }
    let results = fetched.withLock { $0 }
    #expect(results == Array(repeating: .success(.unchanged()), count: threads * rounds))
    // A ticket serves once, so two at a time may have to begin anew; whoever comes next has the last.
    #expect(fetch(url, unless: tag, options) == .success(.unchanged()))
    #expect(try nginx.answered().last?.isResumed == true)
  }
}
