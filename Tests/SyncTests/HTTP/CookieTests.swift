import Testing

@testable import Sync

/// A link that is shared with everybody: its first answer sets a cookie and leads to the file.
struct CookieTests {
  private func cookies(in request: String?) -> String? {
    request?.split(separator: "\r\n").first { $0.lowercased().hasPrefix("cookie:") }.map(
      String.init)
  }

  /// Leads on to `target`, setting what is given.
  private func moved(to target: String, _ cookies: String...) -> String {
    let headers = cookies.map { "Set-Cookie: \($0)\r\n" }.joined()
    return "HTTP/1.1 302 Moved\r\n\(headers)Location: \(target)\r\nContent-Length: 0\r\n\r\n"
  }

  @Test func `a cookie goes back to its server within one fetch, and no further`() {
    let server = FaultServer { request, client in
      if request.hasPrefix("GET /file") {
        client.send(
          request.contains("Cookie: auth=anyone; b=2\r\n") ? answer("text\nhello\n") : answer("no"))
      } else {
        client.send(moved(to: "/file", "auth=anyone; path=/; HttpOnly", "b=2; Path=/"))
      }
    }
    #expect(fetch(server.url).text == "text\nhello\n")
    #expect(cookies(in: server.requests.first) == nil)
    _ = fetch(server.url)
    #expect(cookies(in: server.requests[2]) == nil)
  }

  @Test func `another server never sees it, whatever domain it names`() {
    let other = FaultServer(answer("text\nhello\n"))
    let target = other.url
    let first = FaultServer { _, client in
      client.send(moved(to: target, "auth=secret; Domain=127.0.0.1; path=/", "b=secret"))
    }
    #expect(fetch(first.url).text == "text\nhello\n")
    #expect(other.requests.count == 1)
    #expect(!other.requests[0].contains("secret"))
    #expect(cookies(in: other.requests.first) == nil)
  }

  @Test func `paths, ends and what would break a line are minded`() throws {
    let curl = try #require(CurlLibrary.shared)
    func address(_ text: String) throws -> WebAddress { try WebAddress(text, curl) }
    let here = try address("https://kb.example/team/list.csv")
    var cookies = Cookies()
    cookies.take(
      ["a=1", "b=2; path=/other", "c=3; path=/", "=x", "d=\u{1}", "e=5; path=/"], from: here)
    #expect(cookies.header(for: here) == "Cookie: a=1; c=3; e=5")
    #expect(
      cookies.header(for: try address("https://kb.example/other/x")) == "Cookie: b=2; c=3; e=5")
    #expect(cookies.header(for: try address("https://kb.example/teams/x")) == "Cookie: c=3; e=5")
    for elsewhere in [
      "http://kb.example/team/x", "https://kb.example:444/team/x", "https://x.kb.example/",
    ] {
      #expect(cookies.header(for: try address(elsewhere)) == nil)
    }
    cookies.take(["a=9", "c=; Max-Age=0; path=/"], from: here)
    #expect(cookies.header(for: here) == "Cookie: e=5; a=9")
    cookies.take(
      (0..<200).map { "n\($0)=1; path=/" } + ["big=" + String(repeating: "x", count: 5_000)],
      from: here)
    #expect(cookies.header(for: here)?.contains("big") == false)
    #expect((cookies.header(for: here)?.utf8.count ?? 0) < 1_000)
  }

  @Test func `a server that sets a cookie and leads to itself is followed`() {
    let server = FaultServer { request, client in
      client.send(
        request.contains("Cookie: seen=1")
          ? answer("text\nhello\n") : Array(moved(to: "/kb.csv", "seen=1").utf8))
    }
    #expect(fetch(server.url).text == "text\nhello\n")
  }
}
