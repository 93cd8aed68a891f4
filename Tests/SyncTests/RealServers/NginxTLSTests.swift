import Foundation
import Phrases
import Testing

@testable import Sync

/// nginx with TLS, a test CA, and a git repository behind it.
@Suite(
  .serialized, .timeLimit(.minutes(2)),
  .enabled(if: Nginx.program != nil, "there is no nginx here"),
  .enabled(if: TestCA.isAvailable, "openssl is not installed"))
struct NginxTLSTests {
  private let ca: TestCA
  private let origin: Origin?
  private let gitServer: GitHTTPServer?
  private let nginx: Nginx

  init() throws {
    ca = try TestCA()
    try ca.sign("server", host: "IP:127.0.0.1", days: 2)
    origin = Origin.hasGit ? try Origin() : nil
    gitServer = origin.map { GitHTTPServer($0.scratch.folder) }
    nginx = try Nginx(certificate: ca.path("server"), proxied: gitServer?.port)
    try nginx.scratch.write("title,text\n问候,您好\n", to: "kb/phrases.csv")
  }

  private func trusting(_ file: String? = nil) -> HTTPOptions {
    var options = options()
    // Reading all that the system trusts takes its time under a sanitizer.
    options.limits = HTTPOptions.Limits()
    options.certificates = file
    return options
  }

  @Test func `Our CA's file opens the way, and nothing else does`() throws {
    defer { ca.remove() }
    let url = nginx.secureURL("phrases.csv")
    let file = fetch(url, trusting(ca.path("ca.pem"))).file
    #expect(file?.bytes == Array("title,text\n问候,您好\n".utf8))
    #expect(
      fetch(url, unless: file?.tag, trusting(ca.path("ca.pem"))) == .success(.unchanged()))
    let refused = fetch(url, unless: file?.tag, trusting())
    let refusal = try #require(refused.failure)
    #expect(refusal.reason == .notTrusted(.unknownIssuer))
    #expect(
      refusal.sentence(.english, source: "kb")
        == "kb: nobody trusted has signed the server's certificate; name the file of your company's"
        + " CA.")
    // Who is not trusted is asked for nothing.
    #expect(try nginx.answered().map(\.status) == [200, 304])
  }

  @Test(.enabled(if: Origin.hasGit, "there is no git here"))
  func `A repository behind http-backend is followed`() throws {
    defer { ca.remove() }
    let origin = try #require(origin)
    try origin.commit("text\n一\n", saying: "一")
    let transport = try transport(trusting: ca.path("ca.pem"))
    let file = try #require(try transport.fetch(unless: nil).file)
    #expect(String(decoding: file.bytes, as: UTF8.self) == "text\n一\n")
    #expect([file.author, file.message] == ["王芳", "一"])
    #expect(try transport.fetch(unless: file.tag) == .unchanged())
    try origin.commit("text\n二\n", saying: "二")
    #expect(try transport.fetch(unless: file.tag).text == "text\n二\n")
    let answered = try nginx.answered()
    #expect(answered.allSatisfy { $0.status == 200 })
    // The capabilities, the refs, what is missing.
    try #require(answered.count == 9, "\(answered)")
    let unchanged = answered[3..<6].map(\.onTheWire).reduce(0, +)
    #expect((1_000..<4_000).contains(unchanged), "\(unchanged) bytes")
  }

  @Test(.enabled(if: Origin.hasGit, "there is no git here"))
  func `A repository behind a certificate of an unknown CA is not asked`() throws {
    defer { ca.remove() }
    try origin?.commit("text\n一\n", saying: "一")
    let transport = try transport(trusting: nil)
    let reason = failure { () throws(FetchFailure) in try transport.fetch(unless: nil) }?.reason
    #expect(reason == .notTrusted(.unknownIssuer))
    #expect(try nginx.answered().isEmpty)
  }

  @Test(.enabled(if: Origin.hasGit, "there is no git here"))
  func `A repository that is not there is said so`() throws {
    defer { ca.remove() }
    let transport = try transport(trusting: ca.path("ca.pem"), repository: "other.git")
    let reason = failure { () throws(FetchFailure) in try transport.fetch(unless: nil) }?.reason
    #expect(reason == .notFound)
  }

  private func transport(
    trusting file: String?, repository: String = "origin.git"
  ) throws -> GitTransport {
    let origin = try #require(origin)
    let text = "git+" + nginx.secureURL("git/\(repository)//kb/售后.csv?ref=main")
    guard case .git(let address) = try SourceAddress(text, in: "/", home: "/") else {
      throw AddressFlaw.unknownScheme
    }
    var environment = origin.environment
    environment["GIT_SSL_CAINFO"] = file
    return GitTransport(
      address, cache: origin.scratch.path("cache"), environment: environment)
  }
}
