import Glibc
import Phrases
import Testing

@testable import Sync

/// One way in which a server can fail, and what is to be said of it.
struct Fault: Sendable, CustomTestStringConvertible {
  var testDescription: String
  var reason: FetchFailure.Reason
  var retryAfter: Int?
  var script: @Sendable (String, FaultServer.Client) -> Void

  init(
    _ name: String, _ reason: FetchFailure.Reason, retryAfter: Int? = nil,
    _ script: @escaping @Sendable (String, FaultServer.Client) -> Void
  ) {
    testDescription = name
    self.reason = reason
    self.retryAfter = retryAfter
    self.script = script
  }

  init(
    _ name: String, _ reason: FetchFailure.Reason, retryAfter: Int? = nil, _ answer: String
  ) {
    self.init(name, reason, retryAfter: retryAfter) { _, client in client.send(answer) }
  }

  static func status(
    _ status: Int, _ reason: FetchFailure.Reason, retryAfter: Int? = nil, _ headers: String = ""
  ) -> Fault {
    Fault(
      "\(status) \(headers.prefix(25))", reason, retryAfter: retryAfter,
      "HTTP/1.1 \(status) No\r\nContent-Length: 5\r\n\(headers)\r\nsorry")
  }

  static let ok = "HTTP/1.1 200 OK\r\n"
  static let line = Array("问候,您好，请问有什么可以帮您？\n".utf8)

  static let broken: [Fault] = [
    Fault("closed at once", .broken(.noAnswer)) { _, client in client.close() },
    Fault("closed in the headers", .broken(.noAnswer), "HTTP/1.1 200 OK\r\nContent-Le"),
    Fault("reset at once", .broken(.noAnswer)) { _, client in client.reset() },
    Fault("reset in the body", .broken(.cutShort)) { _, client in
      client.send(ok + "Content-Length: 90000\r\n\r\ntext\nhello\n")
      client.reset()
    },
    Fault("less than Content-Length", .broken(.cutShort), ok + "Content-Length: 50\r\n\r\ntext\n"),
    Fault(
      "more than Content-Length", .broken(.tooLong), ok + "Content-Length: 3\r\n\r\ntext\nhi\n"),
    Fault("no length", .broken(.noLength), ok + "\r\ntext\nhello\n"),
    Fault(
      "bad chunk", .broken(.badChunks),
      ok + "Transfer-Encoding: chunked\r\n\r\n5\r\ntext\n\r\nxyz\r\n"),
    Fault(
      "no last chunk", .broken(.cutShort), ok + "Transfer-Encoding: chunked\r\n\r\n5\r\ntext\n\r\n"),
    Fault(
      "gzip that is none", .broken(.badGzip),
      ok + "Content-Encoding: gzip\r\nContent-Length: 11\r\n\r\ntext\nhello\n"),
    Fault(
      "a coding not asked for", .broken(.coding("br")),
      ok + "Content-Encoding: br\r\nContent-Length: 5\r\n\r\ntext\n"),
    Fault("nothing at all", .broken(.empty), ok + "Content-Length: 0\r\n\r\n"),
    Fault("no chunk", .broken(.empty), ok + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
    Fault("204", .broken(.empty), "HTTP/1.1 204 No Content\r\n\r\n"),
    Fault(
      "206", .broken(.unasked(status: 206)),
      "HTTP/1.1 206 Part\r\nContent-Range: bytes 0-4/9\r\nContent-Length: 5\r\n\r\ntext\n"),
    Fault("304 not asked for", .broken(.unasked(status: 304)), "HTTP/1.1 304 Same\r\n\r\n"),
    Fault("101", .broken(.unasked(status: 101)), "HTTP/1.1 101 Up\r\nUpgrade: x\r\n\r\n"),
    Fault("no HTTP", .broken(.notHTTP), "SSH-2.0-OpenSSH_9.2\r\n"),
    Fault("a header of 5 MB", .broken(.headersTooLong(limit: 16_384))) { _, client in
      client.send(ok + "X-Long: ")
      client.send([UInt8](repeating: 0x61, count: 5_000_000))
    },
    Fault("headers without end", .broken(.headersTooLong(limit: 16_384))) { _, client in
      client.send(ok)
      client.sendForever(Array("X-More: and more\r\n".utf8))
    },
    Fault("interim answers without end", .broken(.headersTooLong(limit: 16_384))) { _, client in
      client.sendForever(Array("HTTP/1.1 103 Early\r\n\r\n".utf8))
    },
  ]

  static let slow: [Fault] = [
    Fault("a header byte now and then", .timedOut(seconds: 1)) { _, client in
      client.send(ok + "X-Long: ")
      client.sendForever([0x41], every: 50)
    },
    Fault("a body byte now and then", .timedOut(seconds: 1)) { _, client in
      client.send(ok + "Content-Length: 900000\r\n\r\n")
      client.sendForever([0x41], every: 50)
    },
    Fault("silence", .timedOut(seconds: 1)) { _, client in client.waitForHangUp() },
    Fault("silence in the body", .timedOut(seconds: 1)) { _, client in
      client.send(ok + "Content-Length: 900000\r\n\r\ntext\n")
      client.waitForHangUp()
    },
    Fault("fast enough, but endless", .timedOut(seconds: 4)) { _, client in
      client.send(ok + "Transfer-Encoding: chunked\r\n\r\n")
      let chunk = Array("3e8\r\n".utf8) + [UInt8](repeating: 0x61, count: 1_000) + [0x0D, 0x0A]
      client.sendForever(chunk, every: 50)
    },
  ]

  static let large: [Fault] = [
    Fault("Content-Length over the limit", .tooLarge(limit: 4_000_000)) { _, client in
      client.send(ok + "Content-Length: 99999999999\r\n\r\n")
      client.sendForever(line)
    },
    Fault("chunks without end", .tooLarge(limit: 4_000_000)) { _, client in
      client.send(ok + "Transfer-Encoding: chunked\r\n\r\n")
      let chunk = Array("10000\r\n".utf8) + [UInt8](repeating: 0x61, count: 65_536) + [0x0D, 0x0A]
      client.sendForever(chunk)
    },
  ]

  static let statuses: [Fault] = [
    status(400, .refused(status: 400)),
    status(401, .needsCredentials(status: 401), "WWW-Authenticate: Basic\r\n"),
    status(403, .needsCredentials(status: 403)),
    status(404, .notFound),
    status(410, .notFound),
    status(429, .tooManyRequests, retryAfter: 120, "Retry-After: 120\r\n"),
    status(500, .serverError(status: 500)),
    status(502, .serverError(status: 502), retryAfter: 300, "Backoff: 300\r\nRetry-After: 5\r\n"),
    status(
      503, .serverError(status: 503), retryAfter: 90,
      "Date: Sun, 06 Nov 1994 08:48:07 GMT\r\nRetry-After: Sun, 06 Nov 1994 08:49:37 GMT\r\n"),
    status(
      503, .serverError(status: 503), retryAfter: 604_800, "Retry-After: 99999999999999999999\r\n"),
    status(503, .serverError(status: 503), "Retry-After: soon\r\n"),
    status(206, .broken(.unasked(status: 206))),
    Fault(
      "a login page", .isPage,
      ok + "Content-Type: text/html; charset=utf-8\r\nContent-Length: 5\r\n\r\nlogin"),
    Fault(
      "a page called CSV", .isPage,
      ok + "Content-Type: text/csv\r\nContent-Length: 26\r\n\r\n\u{FEFF}\r\n <!DOCTYPE HtMl>\r\n<p>"
    ),
    Fault("an old page called CSV", .isPage, ok + "Content-Length: 12\r\n\r\n<HTML><body>"),
  ]

  static let redirects: [Fault] = [
    Fault("to a file", .badRedirect(.notWeb), redirect(307, to: "file:///etc/passwd")),
    Fault("to ftp", .badRedirect(.notWeb), redirect(302, to: "ftp://127.0.0.1/kb.csv")),
    Fault("to nowhere", .badRedirect(.toNowhere), "HTTP/1.1 302 Gone\r\nContent-Length: 0\r\n\r\n"),
    Fault(
      "to metadata", .badRedirect(.nearer(host: "169.254.169.254")),
      redirect(307, to: "http://169.254.169.254/latest/meta-data")),
    // libcurl writes the number as the address that it is.
    Fault(
      "to metadata as a number", .badRedirect(.nearer(host: "169.254.169.254")),
      redirect(308, to: "http://2852039166/")),
    Fault(
      "to metadata wrapped", .badRedirect(.nearer(host: "::ffff:169.254.169.254")),
      redirect(303, to: "http://[::ffff:169.254.169.254]/")),
  ]

  static let all = broken + slow + large + statuses + redirects
}

@Suite(.serialized)
struct FaultTests {
  @Test(arguments: Fault.all)
  func `Every fault of a server ends in time and in one sentence`(_ fault: Fault) throws {
    let server = FaultServer(fault.script)
    let limits = smallLimits()
    let start = ContinuousClock.now
    let result = fetch(server.url)
    let taken = ContinuousClock.now - start
    if case .timedOut = fault.reason, case .timedOut? = result.reason {
      // How long, libcurl tells by a clock of whole seconds.
    } else {
      #expect(result.reason == fault.reason)
    }
    #expect(result.failure?.retryAfter == fault.retryAfter)
    #expect(taken < .milliseconds(limits.totalMilliseconds + 1_000))
    let failure = try #require(result.failure)
    for language in Language.allCases {
      let sentence = failure.sentence(language, source: server.url)
      #expect(sentence.hasPrefix(server.url))
      #expect(SafeText.visible(sentence) == sentence)
      #expect(sentence.count < 300)
    }
  }

  @Test(arguments: [301, 302, 303, 307, 308])
  func `A redirect in circles ends after five`(_ status: Int) {
    let server = FaultServer { _, client in client.send(redirect(status, to: "/kb.csv")) }
    #expect(fetch(server.url).reason == .badRedirect(.tooMany(5)))
    #expect(server.requests.count == 6)
  }

  @Test func `A server that takes no more connections ends in time`() {
    let (listener, port) = FaultServer.listening(backlog: 0)
    defer { close(listener) }
    var waiting: [Int32] = []
    defer { for socket in waiting { close(socket) } }
    // Two fill its queue; what comes after them is left without an answer.
    for _ in 0..<2 {
      let client = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue), 0)
      var address = sockaddr_in()
      address.sin_family = sa_family_t(AF_INET)
      address.sin_port = UInt16(port).bigEndian
      address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
      withUnsafePointer(to: &address) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          _ = connect(client, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
        }
      }
      waiting.append(client)
    }
    #expect(fetch("http://127.0.0.1:\(port)/").reason == .timedOut(seconds: 1))
  }

  @Test func `A port where nobody listens is no connection`() {
    let (listener, port) = FaultServer.listening(backlog: 1)
    close(listener)
    #expect(fetch("http://127.0.0.1:\(port)/").reason == .noConnection("127.0.0.1"))
  }

  @Test func `A name that nobody knows is said`() {
    #expect(fetch("https://desk.invalid/kb.csv").reason == .noSuchHost("desk.invalid"))
  }

  @Test(arguments: [
    "", "kb.csv", "ftp://127.0.0.1/kb.csv", "file:///etc/passwd", "http://", "http://a\nb/",
  ])
  func `What is no address of the web is refused`(_ text: String) {
    #expect(fetch(text).reason == .notAnAddress)
  }
}
