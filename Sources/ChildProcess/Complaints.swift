import Glibc

/// What a program writes to its standard error, of which the last bytes are kept.
///
/// All of it is read, so that the program never waits for a reader; the end is what is kept because
/// programs say last what they died of.
final class Complaints {
  /// Closed by ``close()``; -1 where there is none, or after the program has closed its end.
  private(set) var socket: Int32
  private(set) var bytes: [UInt8] = []
  private let limit: Int

  init(socket: Int32, limit: Int) {
    self.socket = socket
    self.limit = limit
  }

  /// Reads what there is, without waiting.
  func drain() {
    var piece = [UInt8](repeating: 0, count: 4096)
    while socket >= 0 {
      let count = recv(socket, &piece, piece.count, Int32(MSG_DONTWAIT))
      if count > 0 {
        bytes.append(contentsOf: piece[..<count])
        bytes.removeFirst(max(0, bytes.count - limit))
      } else if count == 0 {
        close()
      } else if errno != EINTR {
        break
      }
    }
  }

  func close() {
    if socket >= 0 { Glibc.close(socket) }
    socket = -1
  }
}
