import ChildProcess
import Foundation
import Glibc

@testable import Sync

/// A server of the web for the repositories below a folder: `git http-backend`, run as CGI.
///
/// It speaks HTTP without TLS, for a proxy in front of it that does not keep connections.
final class GitHTTPServer: Sendable {
  let port: Int
  private let listener: Int32

  /// `/git/NAME` is the repository NAME in the folder.
  init(_ folder: String) {
    (listener, port) = FaultServer.listening(backlog: 8)
    let listener = listener
    Thread.detachNewThread {
      var number = 0
      while true {
        let accepted = accept(listener, nil, nil)
        guard accepted >= 0 else { break }
        number += 1
        let client = FaultServer.Client(accepted)
        if let request = Request(client) {
          client.send(Self.answer(request, folder, bodyIn: "request-\(number)"))
        }
        client.close()
      }
      close(listener)
    }
  }

  deinit { shutdown(listener, Int32(SHUT_RDWR)) }

  /// What was asked: the first line, the headers in small letters, and the body.
  private struct Request {
    var method = ""
    var path = ""
    var query = ""
    var headers: [String: String] = [:]
    var body: [UInt8] = []

    init?(_ client: FaultServer.Client) {
      var bytes: [UInt8] = []
      let end = Array("\r\n\r\n".utf8)
      var headEnd: Int?
      while headEnd == nil {
        guard let more = client.receive() else { return nil }
        bytes += more
        headEnd = bytes.firstRange(of: end)?.upperBound
      }
      guard let headEnd else { return nil }
      let lines = String(decoding: bytes[..<headEnd], as: UTF8.self).split(separator: "\r\n")
      let words = lines[0].split(separator: " ")
      guard words.count == 3 else { return nil }
      method = String(words[0])
      let halves = words[1].split(separator: "?", maxSplits: 1)
      path = String(halves[0])
      query = halves.count > 1 ? String(halves[1]) : ""
      for line in lines.dropFirst() {
        let parts = line.split(separator: ":", maxSplits: 1)
        guard parts.count == 2 else { continue }
        headers[parts[0].lowercased()] = parts[1].trimmingCharacters(in: .whitespaces)
      }
      body = Array(bytes[headEnd...])
      let length = headers["content-length"].flatMap { Int($0) } ?? 0
      while body.count < length {
        guard let more = client.receive() else { return nil }
        body += more
      }
    }
  }

  /// By RFC 3875.
  private static func answer(
    _ request: Request, _ folder: String, bodyIn name: String
  ) -> [UInt8] {
    let body = "\(folder)/\(name)"
    guard (try? Data(request.body).write(to: URL(filePath: body))) != nil else { return [] }
    defer { unlink(body) }
    var environment = [
      "PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": folder,
      "GIT_PROJECT_ROOT": folder, "GIT_HTTP_EXPORT_ALL": "1",
      "REQUEST_METHOD": request.method, "QUERY_STRING": request.query,
      "PATH_INFO": String(request.path.dropFirst("/git".count)),
      "CONTENT_LENGTH": "\(request.body.count)", "SERVER_PROTOCOL": "HTTP/1.1",
    ]
    environment["CONTENT_TYPE"] = request.headers["content-type"]
    for (name, value) in request.headers {
      environment["HTTP_" + name.uppercased().replacing("-", with: "_")] = value
    }
    let ending = ToolProcess.run(
      "/bin/sh", ["-c", "exec git http-backend < '\(body)'"], environment: environment,
      exchange: .collect(atMost: 1 << 24), until: .now + .seconds(20))
    guard case .exited(status: 0, let output) = ending,
      let headEnd = output.firstRange(of: Array("\r\n\r\n".utf8))
    else { return Array("HTTP/1.1 500 CGI\r\nContent-Length: 0\r\n\r\n".utf8) }
    let head = String(decoding: output[..<headEnd.lowerBound], as: UTF8.self)
      .split(separator: "\r\n")
    let status = head.first { $0.hasPrefix("Status: ") }?.dropFirst(8) ?? "200 OK"
    let fields = head.filter { !$0.hasPrefix("Status: ") }
    let content = output[headEnd.upperBound...]
    let lines =
      ["HTTP/1.1 \(status)", "Content-Length: \(content.count)", "Connection: close"] + fields
    return Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + content
  }
}
