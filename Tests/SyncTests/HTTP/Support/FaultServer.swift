import Foundation
import Glibc
import Synchronization

/// A server on this machine that answers as a test wants it to, in a thread for each connection.
///
/// Nothing in it waits longer than its sockets' deadlines, so that a client that hangs fails its
/// test and not the run.
final class FaultServer: Sendable {
  let port: Int
  private let socket: Int32
  private let seen = Mutex<[String]>([])

  var url: String { "http://127.0.0.1:\(port)/kb.csv" }
  /// What was asked so far, headers and all.
  var requests: [String] { seen.withLock { $0 } }

  /// Answers each connection with `script`, which is given what was asked.
  init(_ script: @escaping @Sendable (_ request: String, _ client: Client) -> Void) {
    (socket, port) = Self.listening(backlog: 16)
    let socket = socket
    Thread.detachNewThread { [weak self] in
      while true {
        let accepted = accept(socket, nil, nil)
        guard accepted >= 0 else { break }
        let client = Client(accepted)
        Thread.detachNewThread { [weak self] in
          let request = client.receiveRequest()
          self?.seen.withLock { $0.append(request) }
          script(request, client)
          client.close()
        }
      }
      Glibc.close(socket)
    }
  }

  /// Answers every question with the same bytes.
  convenience init(_ answer: String) { self.init(Array(answer.utf8)) }

  convenience init(_ answer: [UInt8]) {
    self.init { _, client in client.send(answer) }
  }

  /// Ends the thread that waits in `accept`, which then closes the socket.
  ///
  /// Were it closed here, its number could be another server's before that thread is gone.
  deinit { shutdown(socket, Int32(SHUT_RDWR)) }

  /// A socket that listens on a port of the system's choice.
  static func listening(backlog: Int32) -> (socket: Int32, port: Int) {
    let listener = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        _ = bind(listener, $0, length)
        _ = listen(listener, backlog)
        _ = getsockname(listener, $0, &length)
      }
    }
    return (listener, Int(UInt16(bigEndian: address.sin_port)))
  }

  /// The server's end of one connection.
  final class Client: @unchecked Sendable {
    private var socket: Int32

    init(_ socket: Int32) {
      self.socket = socket
      var deadline = timeval(tv_sec: 5, tv_usec: 0)
      let size = socklen_t(MemoryLayout<timeval>.size)
      setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &deadline, size)
      setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &deadline, size)
    }

    func receiveRequest() -> String {
      var bytes: [UInt8] = []
      var buffer = [UInt8](repeating: 0, count: 4_096)
      while bytes.count < 65_536, !bytes.suffix(4).elementsEqual("\r\n\r\n".utf8) {
        let count = recv(socket, &buffer, buffer.count, 0)
        guard count > 0 else { break }
        bytes += buffer.prefix(count)
      }
      return String(decoding: bytes, as: UTF8.self)
    }

    /// What comes next; nil at the end, or when nothing comes in time.
    func receive() -> [UInt8]? {
      var buffer = [UInt8](repeating: 0, count: 65_536)
      let count = recv(socket, &buffer, buffer.count, 0)
      return count > 0 ? Array(buffer[..<count]) : nil
    }

    func send(_ text: String) { send(Array(text.utf8)) }

    /// Whether the client has taken all of it.
    @discardableResult
    func send(_ bytes: [UInt8]) -> Bool {
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = rest.withUnsafeBytes {
          Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
        }
        guard count > 0 else { return false }
        rest = rest.dropFirst(count)
      }
      return true
    }

    /// The same again and again, until the client has had enough.
    func sendForever(_ bytes: [UInt8], every milliseconds: UInt32 = 0) {
      while send(bytes) { usleep(milliseconds * 1_000) }
    }

    /// Says nothing until the client hangs up.
    func waitForHangUp() {
      var byte: UInt8 = 0
      while recv(socket, &byte, 1, 0) > 0 {}
    }

    /// Ends with a RST.
    func reset() {
      var linger = linger(l_onoff: 1, l_linger: 0)
      setsockopt(
        socket, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout.size(ofValue: linger)))
      close()
    }

    func close() {
      guard socket >= 0 else { return }
      Glibc.close(socket)
      socket = -1
    }
  }
}
