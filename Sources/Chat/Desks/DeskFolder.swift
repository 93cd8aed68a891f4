import ChildProcess
import Glibc
import Trust

/// The folder with a socket for each running desk of this user.
public struct DeskFolder: Sendable {
  public let path: String

  /// The folder for this login.
  ///
  /// - Parameter runtime: `XDG_RUNTIME_DIR/phrasedesk`; nil where that is not set, as after `su`.
  public init(runtime: String?) {
    let user = getuid()
    let login = "/run/user/\(user)"
    path =
      runtime ?? (access(login, W_OK) == 0 ? "\(login)/phrasedesk" : "/tmp/phrasedesk-\(user)")
  }

  /// Makes the folder, and those above it; false where there is none that is this user's alone.
  func make() -> Bool {
    try? TrustedFolder.make(path)
    return isOwn
  }

  /// Whether it is a folder of this user that nobody else may enter; `/tmp` is everybody's.
  var isOwn: Bool {
    var status = stat()
    return TrustedFolder.flaw(of: path) == nil && lstat(path, &status) == 0
      && status.st_mode & S_IFMT == S_IFDIR && status.st_uid == getuid()
      && status.st_mode & 0o077 == 0
  }

  /// What keeps desks from being called here; nil where nothing does.
  ///
  /// Nothing is made for the look.
  public var obstacle: Obstacle? {
    var status = stat()
    if lstat(path, &status) == 0 {
      guard isOwn else { return .notPrivate(path) }
      return access(path, W_OK | X_OK) == 0 ? nil : .notWritable(path)
    }
    var parent = path[...]
    while let slash = parent.lastIndex(of: "/") {
      parent = parent[..<slash]
      let folder = parent.isEmpty ? "/" : String(parent)
      if access(folder, F_OK) == 0 {
        return access(folder, W_OK | X_OK) == 0 ? nil : .notWritable(folder)
      }
    }
    return .notWritable(path)
  }

  public enum Obstacle: Hashable, Sendable {
    /// The folder is another user's, or others may enter it.
    case notPrivate(String)
    /// Nothing can be made in this folder.
    case notWritable(String)
  }

  func socket(of process: pid_t) -> String { "\(path)/desk-\(process).sock" }

  /// The desks that are there, the one that was opened last first; whether they answer is not asked.
  ///
  /// What a desk left behind that came to a bad end is removed.
  public func desks() -> [RunningDesk] {
    guard isOwn, let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var found: [(desk: RunningDesk, started: Int)] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard name.hasPrefix("desk-"), name.hasSuffix(".sock"),
        let process = pid_t(name.dropFirst(5).dropLast(5))
      else { continue }
      let socketPath = "\(path)/\(name)"
      var status = stat()
      guard lstat(socketPath, &status) == 0 else { continue }
      switch LocalSocket.connect(to: socketPath) {
      case .success(let socket):
        close(socket)
        found.append((RunningDesk(process: process, path: socketPath), status.st_mtim.tv_sec))
      case .failure(let failure) where failure.number == EAGAIN:
        // It has not taken its callers for long.
        found.append((RunningDesk(process: process, path: socketPath), status.st_mtim.tv_sec))
      case .failure(let failure):
        if failure.number == ECONNREFUSED { unlink(socketPath) }
      }
    }
    return found.sorted { ($0.started, $0.desk.process) > ($1.started, $1.desk.process) }
      .map(\.desk)
  }
}

/// A desk that runs, as another process sees it.
public struct RunningDesk: Hashable, Sendable {
  public let process: Int32
  let path: String

  /// Whether it was stopped, by Ctrl+Z or SIGSTOP, and answers nobody until it goes on.
  public var isSuspended: Bool { ProcessStatus(of: process)?.isStopped == true }

  /// Where it is; nil when it does not answer within that time.
  public func place(within limit: Duration) -> Place? { exchange(.ask, limit) }

  /// Has it focus its search box, and remember where the agent came from.
  ///
  /// - Returns: where it is, once it takes keys there; nil when it does not answer within that time.
  public func focus(from place: Place, within limit: Duration) -> Place? {
    exchange(.focus(from: place), limit)
  }

  private func exchange(_ message: DeskMessage, _ limit: Duration) -> Place? {
    guard case .success(let socket) = LocalSocket.connect(to: path) else { return nil }
    defer { close(socket) }
    guard LocalSocket.isOwn(socket), LocalSocket.write(message, to: socket),
      case .answer(let place)? = LocalSocket.read(socket, within: limit)
    else { return nil }
    return place
  }
}
