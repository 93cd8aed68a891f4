import Foundation
import Glibc
import Synchronization
import Testing

@testable import Sync

/// A relay to a server of this machine that counts what crosses it, TLS and all.
final class CountingRelay: Sendable {
  let port: Int
  private let listener: Int32
  private let counted = Mutex(Count())

  private struct Count {
    /// Since the last time somebody asked.
    var bytes = 0
    /// Ways that may still bring more, two for a connection.
    var open = 0
  }

  /// What crossed since the last time, both ways together, in bytes, without the headers of TCP and
  /// IP; waits for the end of every connection.
  func takeBytes() throws -> Int {
    try #require(eventually { counted.withLock { $0.open == 0 } })
    return counted.withLock { count in
      defer { count.bytes = 0 }
      return count.bytes
    }
  }

  init(to target: Int) {
    (listener, port) = FaultServer.listening(backlog: 8)
    let listener = listener
    Thread.detachNewThread { [weak self] in
      while true {
        let client = accept(listener, nil, nil)
        guard client >= 0 else { break }
        let server = Self.connected(to: target)
        self?.counted.withLock { $0.open += 2 }
        // The way back in a thread of its own; whoever ends first ends both.
        Thread.detachNewThread { [weak self] in
          Self.relay(server, client) { self?.count($0) }
          self?.countEnd()
        }
        Thread.detachNewThread { [weak self] in
          Self.relay(client, server) { self?.count($0) }
          self?.countEnd()
        }
      }
      close(listener)
    }
  }

  deinit { shutdown(listener, Int32(SHUT_RDWR)) }

  private func count(_ bytes: Int) { counted.withLock { $0.bytes += bytes } }
  private func countEnd() { counted.withLock { $0.open -= 1 } }

  private static func connected(to port: Int) -> Int32 {
    let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    address.sin_port = UInt16(port).bigEndian
    withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        _ = connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    return socket
  }

  /// Passes on what comes until there is no more, and then ends that way of the other side.
  private static func relay(_ from: Int32, _ to: Int32, _ count: (Int) -> Void) {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let received = recv(from, &buffer, buffer.count, 0)
      guard received > 0 else { break }
      count(received)
      guard send(to, buffer, received, Int32(MSG_NOSIGNAL)) == received else { break }
    }
    shutdown(to, Int32(SHUT_WR))
  }
}
