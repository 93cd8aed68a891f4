import Foundation
import Testing

@testable import Sync

@Suite(
  .serialized, .timeLimit(.minutes(1)),
  .enabled(if: TestCA.isAvailable, "openssl is not installed"))
struct TLSTests {
  /// What becomes of a file behind that certificate.
  private func fetched(
    _ certificate: String, _ ca: TestCA, trusts: Bool = true, arguments: [String] = []
  ) throws -> Result<Fetched, FetchFailure> {
    let server = try TLSServer(ca, certificate: certificate, arguments: arguments)
    var options = options()
    // Reading all that the system trusts takes its time under a sanitizer.
    options.limits = HTTPOptions.Limits()
    options.certificates = trusts ? ca.path("ca.pem") : nil
    return fetch("https://127.0.0.1:\(server.port)/kb.csv", options)
  }

  @Test func `A file behind a certificate of the own CA arrives`() throws {
    let ca = try TestCA()
    defer { ca.remove() }
    try ca.sign("good", host: "IP:127.0.0.1", days: 2)
    #expect(try fetched("good", ca).text == "text\nhello\n")
    #expect(try fetched("good", ca, trusts: false).reason == .notTrusted(.unknownIssuer))
    let old = ["-tls1_1", "-cipher", "ALL:@SECLEVEL=0"]
    guard case .notTrusted(.other) = try fetched("good", ca, arguments: old).reason else {
      Issue.record("TLS 1.1 was spoken")
      return
    }
  }

  @Test func `An expired certificate is not trusted`() throws {
    let ca = try TestCA()
    defer { ca.remove() }
    try ca.sign("old", host: "IP:127.0.0.1", days: -1)
    #expect(try fetched("old", ca).reason == .notTrusted(.expired))
  }

  @Test func `A certificate of another host is not trusted`() throws {
    let ca = try TestCA()
    defer { ca.remove() }
    try ca.sign("other", host: "DNS:desk.example", days: 2)
    #expect(try fetched("other", ca).reason == .notTrusted(.otherHost))
  }

  @Test func `A certificate signed by itself is not trusted`() throws {
    let ca = try TestCA()
    defer { ca.remove() }
    #expect(try fetched("ca", ca, trusts: false).reason == .notTrusted(.unknownIssuer))
  }

  @Test func `A CA file that is not there is said`() throws {
    var options = options()
    options.certificates = "/nonexistent/ca.pem"
    let server = FaultServer("")
    let reason = fetch("https://127.0.0.1:\(server.port)/kb.csv", options).reason
    #expect(reason == .notTrusted(.badCertificateFile))
  }

  @Test func `A server without TLS, and one that hangs up, are no safe connection`() {
    let plain = FaultServer { _, client in client.send("HTTP/1.1 400 No\r\n\r\n") }
    let limits = options()
    let reason = fetch("https://127.0.0.1:\(plain.port)/kb.csv", limits).reason
    switch reason {
    case .notTrusted(.other), .timedOut: break
    default: Issue.record("\(reason.map { "\($0)" } ?? "a file")")
    }
  }

  @Test func `No redirect leads from https to http`() throws {
    let ca = try TestCA()
    defer { ca.remove() }
    try ca.sign("good", host: "IP:127.0.0.1", days: 2)
    let plain = FaultServer(answer("text\nhello\n"))
    let server = try TLSServer(ca, certificate: "good")
    try redirect(302, to: plain.url).write(
      to: ca.folder.appendingPathComponent("kb.csv"), atomically: true, encoding: .utf8)
    var options = options(allowsHTTP: true)
    options.certificates = ca.path("ca.pem")
    let reason = fetch("https://127.0.0.1:\(server.port)/kb.csv", options).reason
    #expect(reason == .badRedirect(.downgrade(host: "127.0.0.1")))
    #expect(plain.requests.isEmpty)
  }
}
