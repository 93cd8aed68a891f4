import Phrases
import Testing

@testable import Sync

struct CredentialsTests {
  static let token = "t0ken-5f1c"
  static let bearer = Secret(token).map { Credentials.bearer($0) }
  static let basic = Secret(token).map { Credentials.basic(name: "desk", password: $0) }

  @Test(arguments: [bearer, basic])
  func `Only the server that was asked first sees the credentials`(_ credentials: Credentials?) {
    let other = FaultServer(answer("text\nhello\n"))
    let target = other.url
    let first = FaultServer { request, client in
      client.send(
        redirect(302, to: request.hasPrefix("GET /kb.csv") ? "/next" : target))
    }
    #expect(fetch(first.url, options(credentials: credentials)).text == "text\nhello\n")
    #expect(first.requests.count == 2)
    let shown =
      credentials == Self.bearer ? "Bearer \(Self.token)" : "Basic ZGVzazp0MGtlbi01ZjFj"
    #expect(first.requests.allSatisfy { $0.contains("Authorization: \(shown)\r\n") })
    #expect(other.requests.count == 1)
    #expect(other.requests.allSatisfy { !$0.lowercased().contains("authorization") })
  }

  @Test func `A name and a password of the address stay with its server`() {
    let other = FaultServer(answer("text\nhello\n"))
    let target = other.url.replacing("http://", with: "http://eve:evil@")
    let first = FaultServer { _, client in client.send(redirect(307, to: target)) }
    let url = first.url.replacing("http://", with: "http://desk:\(Self.token)@")
    #expect(fetch(url).text == "text\nhello\n")
    #expect(first.requests.first?.contains("Authorization: Basic ZGVzazp0MGtlbi01ZjFj\r\n") == true)
    #expect(other.requests.allSatisfy { !$0.lowercased().contains("authorization") })
  }

  @Test(arguments: Fault.all)
  func `No sentence and no dump holds the token`(_ fault: Fault) throws {
    // Slow ones say the same as others and take long.
    guard !Fault.slow.contains(where: { $0.testDescription == fault.testDescription }) else {
      return
    }
    let server = FaultServer(fault.script)
    let url =
      server.url.replacing("http://", with: "http://desk:\(Self.token)@")
      + "?X-Signature=\(Self.token)"
    let options = options(credentials: Self.bearer)
    let failure = try #require(fetch(url, options).failure)
    var output = ""
    for language in Language.allCases { output += failure.sentence(language, source: url) }
    dump(failure, to: &output)
    dump(options, to: &output)
    print(options, options.credentials as Any, to: &output)
    #expect(!output.contains(Self.token))
    #expect(output.contains("127.0.0.1"))
  }

  @Test func `A secret is never shown and never ends a line`() {
    #expect(Secret("abc\n")?.text == "abc")
    #expect(Secret(" \n") == nil)
    #expect(Secret("a\r\nX-Admin: yes") == nil)
    #expect("\(Secret("abc").map { "\($0)" } ?? "")" == "…")
    #expect(String(reflecting: Secret("abc")).contains("abc") == false)
  }
}
