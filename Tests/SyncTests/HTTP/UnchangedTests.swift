import Testing

@testable import Sync

struct UnchangedTests {
  @Test func `An unchanged file costs one request, a 304 and under 1,500 bytes`() throws {
    // With the headers that nginx sends.
    let same = Array(
      """
      HTTP/1.1 304 Not Modified\r
      Server: nginx/1.22.1\r
      Date: Sun, 06 Nov 1994 08:49:37 GMT\r
      Last-Modified: Sun, 06 Nov 1994 08:49:37 GMT\r
      Connection: keep-alive\r
      ETag: W/"one"\r
      \r\n
      """.utf8)
    let server = FaultServer { request, client in
      client.send(
        request.contains("If-None-Match: W/\"one\"\r\n")
          ? same
          : answer(
            "text\nhello\n", "ETag: W/\"one\"", "Last-Modified: Sun, 06 Nov 1994 08:49:37 GMT"))
    }
    let tag = try #require(fetch(server.url).file?.tag)
    #expect(server.requests.count == 1)
    #expect(fetch(server.url, unless: tag) == .success(.unchanged()))
    let requests = server.requests
    #expect(requests.count == 2)
    // A date says less than an ETag, and may be that of a file which was put back.
    #expect(!requests[1].contains("If-Modified-Since"))
    #expect(requests[1].utf8.count + same.count < 1_500)
  }

  @Test func `A date alone is sent back, and known as no more than that`() throws {
    let server = FaultServer { request, client in
      client.send(
        request.contains("If-Modified-Since: Sun, 06 Nov 1994 08:49:37 GMT\r\n")
          ? Array("HTTP/1.1 304 Same\r\n\r\n".utf8)
          : answer(
            "text\nhello\n", "Date: Sun, 06 Nov 1994 08:50:37 GMT",
            "Last-Modified: Sun, 06 Nov 1994 08:49:37 GMT"))
    }
    let tag = try #require(fetch(server.url).file?.tag)
    #expect(tag.isDate)
    #expect(fetch(server.url, unless: tag) == .success(.unchanged()))
    #expect(!Sync.Tag("4b825dc642cb6eb9a060e54bf8d69288fbee4904").isDate)
  }

  @Test(arguments: ["Date: Sun, 06 Nov 1994 08:49:39 GMT", "Date: never", "X: y"])
  func `A date of these seconds names no state of a file`(_ date: String) {
    let server = FaultServer(
      answer("text\nhello\n", date, "Last-Modified: Sun, 06 Nov 1994 08:49:37 GMT"))
    #expect(fetch(server.url).file?.tag == nil)
  }

  @Test func `A tag means nothing to another address`() throws {
    let server = FaultServer(answer("text\nhello\n", "ETag: \"one\""))
    let tag = try #require(fetch(server.url).file?.tag)
    #expect(fetch(server.url + "?b=2", unless: tag).file?.tag != tag)
    #expect(server.requests.last?.contains("If-None-Match") == false)
    #expect(
      fetch(server.url, unless: Sync.Tag("4b825dc642cb6eb9a060e54bf8d69288fbee4904")).file != nil)
    #expect(server.requests.last?.contains("If-None-Match") == false)
  }

  @Test func `Behind a redirect that is signed anew each time a file can be unchanged`() throws {
    let store = FaultServer { request, client in
      client.send(
        request.contains("If-None-Match: \"one\"")
          ? Array("HTTP/1.1 304 Same\r\nContent-Length: 5\r\n\r\nhello".utf8)
          : answer("text\nhello\n", "ETag: \"one\""))
    }
    let target = store.url
    let front = FaultServer { _, client in
      client.send(redirect(302, to: "\(target)?signature=\(UInt64.random(in: 0...UInt64.max))"))
    }
    let tag = try #require(fetch(front.url).file?.tag)
    #expect(fetch(front.url, unless: tag) == .success(.unchanged()))
    #expect(front.requests.allSatisfy { !$0.contains("If-None-Match") })
  }

  @Test func `A server can ask for less, whatever it answers`() {
    let server = FaultServer { request, client in
      client.send(
        request.contains("If-None-Match")
          ? Array("HTTP/1.1 304 Same\r\nBackoff: 1800\r\n\r\n".utf8)
          : answer("text\nhello\n", "Backoff: 900", "ETag: \"one\""))
    }
    let file = fetch(server.url).file
    #expect(file?.notBefore == 900)
    #expect(fetch(server.url, unless: file?.tag) == .success(.unchanged(notBefore: 1_800)))
  }

  @Test func `A tag of a server that breaks lines is never sent back`() {
    let broken = Validators(etag: "\"a\u{1B}\"", lastModified: nil, place: 1)
    #expect(broken.tag == nil)
    let whole = Validators(etag: "W/\"a\"", lastModified: "x", place: 1)
    #expect(whole.tag.flatMap { Validators($0) } == whole)
  }

  @Test func `The program says who it is`() {
    let server = FaultServer(answer("text\nhello\n"))
    #expect(fetch(server.url).file != nil)
    let name = "User-Agent: phrasedesk/\(ProgramVersion.current)\r\n"
    #expect(server.requests.first?.contains(name) == true)
  }
}
