import Glibc

/// Which state of which file stands at a path.
struct FileState: Equatable {
  /// In bytes.
  let size: Int
  private let seconds: Int
  private let nanoseconds: Int
  private let inode: UInt
  private let device: UInt

  /// Throws ``FetchFailure`` also for what is no regular file.
  init(path: String) throws(FetchFailure) {
    var status = Glibc.stat()
    guard stat(path, &status) == 0 else { throw FetchFailure(errno: errno) }
    try self.init(status)
  }

  init(descriptor: Int32) throws(FetchFailure) {
    var status = Glibc.stat()
    guard fstat(descriptor, &status) == 0 else { throw FetchFailure(errno: errno) }
    try self.init(status)
  }

  private init(_ status: stat) throws(FetchFailure) {
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw FetchFailure(.isFolder)
    default: throw FetchFailure(.notAFile)
    }
    size = status.st_size
    seconds = status.st_mtim.tv_sec
    nanoseconds = status.st_mtim.tv_nsec
    inode = UInt(status.st_ino)
    device = UInt(status.st_dev)
  }

  var tag: Tag { Tag("\(size) \(seconds).\(nanoseconds) \(inode) \(device)") }

  /// Whether the next change cannot bear the same time.
  ///
  /// File systems count time in steps, of 4 ms on Linux and of two seconds on FAT: a file that was
  /// changed just now may change again within the step, and be called the same. git has the same
  /// trouble with its index ("racy git").
  var isSettled: Bool {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    return abs(now.tv_sec - seconds) > 2
  }
}

extension FetchFailure {
  /// What the system said of a file.
  init(errno: Int32) {
    switch errno {
    case ENOENT, ENOTDIR: self.init(.notFound)
    case EACCES, EPERM: self.init(.noRights)
    case EISDIR: self.init(.isFolder)
    default: self.init(.notReadable(errno: errno))
    }
  }
}
