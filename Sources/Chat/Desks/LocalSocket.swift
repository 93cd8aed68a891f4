import Glibc

/// Sockets of this machine, by path, between processes of one user.
enum LocalSocket {
  /// A socket that is waiting for callers at that path; nil where there cannot be one.
  ///
  /// It gets that name only once it listens: until then callers would take it for one that was left
  /// behind.
  static func listen(at path: String) -> Int32? {
    guard let socket = make() else { return nil }
    let early = path + "~"
    let isListening = withAddress(early) { address, length in
      unlink(early)
      return bind(socket, address, length) == 0 && chmod(early, 0o600) == 0
        && Glibc.listen(socket, 8) == 0 && rename(early, path) == 0
    }
    if isListening == true { return socket }
    unlink(early)
    close(socket)
    return nil
  }

  /// A socket to whoever waits at that path; else the number of what is in the way.
  ///
  /// Nobody is waited for: a desk that is stopped takes no callers, and when so many wait for it that
  /// there is no room, the answer is `EAGAIN`.
  static func connect(to path: String) -> Result<Int32, Failure> {
    guard let socket = make(waiting: false) else { return .failure(Failure(number: errno)) }
    let number = withAddress(path) { address, length in
      Glibc.connect(socket, address, length) == 0 ? 0 : errno
    }
    if number == 0 { return .success(socket) }
    close(socket)
    return .failure(Failure(number: number ?? ENAMETOOLONG))
  }

  struct Failure: Error, Equatable {
    /// An `errno`.
    let number: Int32
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
  ///
  /// The time is for all of it, however small the pieces are that it comes in.
  static func read(_ socket: Int32, within limit: Duration) -> DeskMessage? {
    let end = SuspendingClock.now + limit
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: DeskMessage.limit)
    while !bytes.suffix(2).elementsEqual([0x0A, 0x0A]) {
      let left = end - SuspendingClock.now
      guard left > .zero else { return nil }
      var descriptor = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
      guard poll(&descriptor, 1, Int32(left / .milliseconds(1)) + 1) > 0 else { continue }
      let count = recv(socket, &piece, piece.count, Int32(MSG_DONTWAIT))
      if count < 0, errno == EINTR || errno == EAGAIN { continue }
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

  private static func make(waiting: Bool = true) -> Int32? {
    var kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    if !waiting { kind |= Int32(SOCK_NONBLOCK.rawValue) }
    let descriptor = socket(AF_UNIX, kind, 0)
    return descriptor >= 0 ? descriptor : nil
  }

  /// Nil where the folder of a long path cannot be opened.
  private static func withAddress<Result>(
    _ path: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Result
  ) -> Result? {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let room = MemoryLayout.size(ofValue: address.sun_path) - 1
    var bytes = Array(path.utf8)
    var folder: Int32 = -1
    defer { if folder >= 0 { close(folder) } }
    // An address holds 107 bytes; by a descriptor every path is short.
    if bytes.count > room, let slash = path.lastIndex(of: "/") {
      folder = open(String(path[..<slash]), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      guard folder >= 0 else { return nil }
      bytes = Array("/proc/self/fd/\(folder)\(path[slash...])".utf8)
    }
    guard bytes.count <= room else { return nil }
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
    return withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        body($0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
  }
}
