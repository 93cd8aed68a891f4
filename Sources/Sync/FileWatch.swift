import Glibc

/// Tells of a file at a path that was written, replaced or has appeared (inotify(7)).
///
/// What is watched is the folder, so that a rename onto the file is seen, and, where the file is a
/// link, the folder of what it points to. Other computers' changes in a folder of the network are
/// not told: there the file has to be asked for now and then.
///
/// To be used on one thread.
public final class FileWatch {
  public enum News: Hashable, Sendable {
    /// Something else happened in the folder.
    case none
    /// There is a file to be read, most likely with something new in it.
    case changed
    /// The folder is gone or elsewhere: nothing more will be told; a new watch is to be tried.
    case ended
  }

  /// For `poll`: readable when there is something to ``read()``; -1 once closed.
  public private(set) var descriptor: Int32
  private let path: String
  private let folder: String
  private let name: [UInt8]
  private let folderWatch: Int32
  /// The folder of what the link points to, and the file's name there.
  private var target: (watch: Int32, name: [UInt8])?

  /// Begins to watch an absolute path; nil where its folder does not exist, or the system has no
  /// watches left.
  public init?(path: String) {
    let parts = Self.split(path)
    let descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    guard descriptor >= 0 else { return nil }
    let watch = inotify_add_watch(descriptor, parts.folder, Self.events)
    guard watch >= 0 else {
      Glibc.close(descriptor)
      return nil
    }
    self.descriptor = descriptor
    self.path = path
    folder = parts.folder
    name = parts.name
    folderWatch = watch
    watchTarget()
  }

  deinit { close() }

  public func close() {
    if descriptor >= 0 { Glibc.close(descriptor) }
    descriptor = -1
  }

  /// Reads what was told, without waiting.
  public func read() -> News {
    var news = News.none
    // Room for at least one event with the longest name, as inotify(7) has it.
    let size = 4096
    let buffer = UnsafeMutableRawPointer.allocate(
      byteCount: size, alignment: MemoryLayout<inotify_event>.alignment)
    defer { buffer.deallocate() }
    while descriptor >= 0, news != .ended {
      let count = Glibc.read(descriptor, buffer, size)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      var offset = 0
      while offset + MemoryLayout<inotify_event>.size <= count {
        let event = buffer.load(fromByteOffset: offset, as: inotify_event.self)
        offset += MemoryLayout<inotify_event>.size
        let field = UnsafeRawBufferPointer(start: buffer + offset, count: Int(event.len))
        offset += Int(event.len)
        switch meaning(of: event, name: field.prefix { $0 != 0 }) {
        case .none: break
        case .changed: if news == .none { news = .changed }
        case .ended: news = .ended
        }
      }
    }
    if news == .changed { watchTarget() }
    return news
  }

  private func meaning(of event: inotify_event, name: Slice<UnsafeRawBufferPointer>) -> News {
    func has(_ bit: some BinaryInteger) -> Bool { event.mask & UInt32(bit) != 0 }
    // Something was told and is lost: it may have been this file.
    if has(IN_Q_OVERFLOW) { return .changed }
    if has(IN_IGNORED) || has(IN_DELETE_SELF) || has(IN_MOVE_SELF) {
      return event.wd == folderWatch ? .ended : .none
    }
    let isTarget =
      target.map { event.wd == $0.watch && name.elementsEqual($0.name) } ?? false
    let isFile = event.wd == folderWatch && name.elementsEqual(self.name)
    guard isFile || isTarget else { return .none }
    return has(IN_CREATE) && isBeingWritten(followingLink: isTarget) ? .none : .changed
  }

  /// A file that was just made is empty still, and its end of writing will be told; but a link,
  /// hard or not, is there at once, and nothing more follows.
  private func isBeingWritten(followingLink: Bool) -> Bool {
    var status = Glibc.stat()
    let found = followingLink ? stat(path, &status) : lstat(path, &status)
    guard found == 0 else { return true }
    return status.st_mode & S_IFMT == S_IFREG && status.st_nlink < 2
  }

  private func watchTarget() {
    let old = target
    target = nil
    if let real = realpath(path, nil) {
      defer { free(real) }
      let parts = Self.split(String(cString: real))
      let watch = inotify_add_watch(descriptor, parts.folder, Self.events)
      // A folder that is watched already has the same number.
      if watch >= 0, watch != folderWatch || parts.name != name { target = (watch, parts.name) }
    }
    if let old, old.watch != folderWatch, old.watch != target?.watch {
      inotify_rm_watch(descriptor, old.watch)
    }
  }

  private static let events = UInt32(
    IN_CLOSE_WRITE | IN_MOVED_TO | IN_CREATE | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR)

  private static func split(_ path: String) -> (folder: String, name: [UInt8]) {
    let units = Array(path.utf8)
    let slash = units.lastIndex(of: UInt8(ascii: "/"))
    let folder = slash.map { $0 == 0 ? "/" : String(decoding: units[..<$0], as: UTF8.self) }
    return (folder ?? ".", Array(units[(slash.map { $0 + 1 } ?? 0)...]))
  }
}
