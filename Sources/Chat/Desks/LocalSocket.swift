import Glibc

/// Sockets of this machine, by path, between processes of one user.
enum LocalSocket {
  /// A socket that is waiting for callers at that path; nil where there cannot be one.
  static func listen(at path: String) -> Int32? {
    guard let socket = make() else { return nil }
    let isListening = withAddress(path) { address, length in
      unlink(path)
      return bind(socket, address, length) == 0 && chmod(path, 0o600) == 0
        && Glibc.listen(socket, 8) == 0
    }
    if isListening == true { return socket }
    close(socket)
    return nil
  }

  /// A socket to whoever waits at that path; nil where nobody does.
  static func connect(to path: String) -> Int32? {
    guard let socket = make() else { return nil }
    let isConnected = withAddress(path) { address, length in
      Glibc.connect(socket, address, length) == 0
    }
    if isConnected == true { return socket }
    close(socket)
    return nil
  }

  /// Whether the process at the other end is the same user's.
  static func isOwn(_ socket: Int32) -> Bool {
    // `struct ucred` of socket(7): process, user, group.
    var credentials: (pid_t, uid_t, gid_t) = (0, uid_t.max, 0)
    var length = socklen_t(MemoryLayout.size(ofValue: credentials))
    return getsockopt(socket, SOL_SOCKET, SO_PEERCRED, &credentials, &length) == 0
      && credentials.1 == getuid()
  }

  /// Reads a message, up to the empty line that ends it; nil when it does not come in time.
  static func read(_ socket: Int32, within milliseconds: Int32) -> DeskMessage? {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: DeskMessage.limit)
    while !bytes.suffix(2).elementsEqual([0x0A, 0x0A]) {
      var descriptor = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
      guard poll(&descriptor, 1, milliseconds) > 0 else { return nil }
      let count = recv(socket, &piece, piece.count, Int32(MSG_DONTWAIT))
      guard count > 0, bytes.count + count <= DeskMessage.limit else { return nil }
      bytes += piece[..<count]
    }
    return DeskMessage(bytes)
  }

  static func write(_ message: DeskMessage, to socket: Int32) -> Bool {
    // A message is smaller than any socket's buffer.
    let bytes = message.bytes
    return send(socket, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count
  }

  private static func make() -> Int32? {
    let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    return descriptor >= 0 ? descriptor : nil
  }

  /// Nil where the path is longer than an address may be, 107 bytes.
  private static func withAddress<Result>(
    _ path: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Result
  ) -> Result? {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let bytes = Array(path.utf8)
    guard bytes.count < MemoryLayout.size(ofValue: address.sun_path) else { return nil }
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
    return withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        body($0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
  }
}
