import Foundation

/// A web server of this machine that gives every request the same answer.
final class LoopbackServer: @unchecked Sendable {
  private let listener: Int32
  private let lock = NSLock()
  private var answer: [UInt8] = []
  let port: UInt16

  init() throws {
    listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(INADDR_LOOPBACK).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { [listener] address in
      address.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        bind(listener, address, size) == 0 && listen(listener, 16) == 0
          && getsockname(listener, address, &size) == 0
      }
    }
    guard isBound else { throw LabFailure("no port of this machine can be had") }
    port = UInt16(bigEndian: address.sin_port)
  }

  deinit { close(listener) }

  /// Serves a gzip file from now on.
  func serve(_ bytes: [UInt8]) {
    serve("200 OK", ["Content-Type: text/csv", "Content-Encoding: gzip"], bytes)
  }

  /// Gives that answer from now on.
  func serve(_ status: String, _ headers: [String] = [], _ body: [UInt8]) {
    let lines =
      ["HTTP/1.1 \(status)"] + headers + ["Content-Length: \(body.count)", "Connection: close"]
    lock.withLock { answer = Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + body }
  }

  /// Answers requests for as long as the process lives, on a thread of its own.
  func start() {
    let thread = Thread { [self] in
      while true {
        let client = accept(listener, nil, nil)
        guard client >= 0 else { continue }
        answer(client)
        close(client)
      }
    }
    thread.start()
  }

  private func answer(_ client: Int32) {
    var request: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 4_096)
    while !request.suffix(4).elementsEqual("\r\n\r\n".utf8) {
      let count = recv(client, &piece, piece.count, 0)
      guard count > 0 else { return }
      request += piece[..<count]
    }
    let bytes = lock.withLock { answer }
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes {
        send(client, $0.baseAddress?.advanced(by: sent), bytes.count - sent, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return }
      sent += count
    }
  }
}
