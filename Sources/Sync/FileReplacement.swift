import Glibc

/// Writes a whole file in place of another: whoever reads it finds the old one or the new one.
enum FileReplacement {
  /// Returns once the file and its place in the folder are on the disk.
  ///
  /// A file that is replaced keeps its permissions and, as far as the system allows, its owner and
  /// group; where a link stands, what it points to is replaced. One that belongs to another file is `like`
  /// that one in these, where that one is there.
  @discardableResult
  static func write(
    _ bytes: [UInt8], to path: String, like model: String? = nil
  ) throws(FetchFailure) -> Publishing.Published {
    let target = resolved(path)
    let own = try state(of: target)
    let old = model.flatMap { model in try? state(of: model) } ?? own
    let end = target.lastIndex(of: "/") ?? target.startIndex
    let folder = end == target.startIndex ? "/" : String(target[..<end])
    do throws(Draft.Failure) {
      // The mode of a new file is the umask's business.
      try Draft.write(bytes, to: target, mode: 0o666, replacing: true) { descriptor in
        guard let old else { return true }
        // The owner first: a change of it takes away set-id bits.
        _ =
          fchown(descriptor, old.st_uid, old.st_gid) == 0
          || fchown(descriptor, .max, old.st_gid) == 0
        return fchmod(descriptor, old.st_mode & 0o7777) == 0
      }
    } catch {
      throw failure(error.errno)
    }
    try synchronise(folder)
    return .file(path: target, bytes: bytes.count)
  }

  /// Nil where there is no file yet.
  private static func state(of path: String) throws(FetchFailure) -> stat? {
    var status = stat()
    guard stat(path, &status) == 0 else {
      if errno == ENOENT { return nil }
      throw failure(errno)
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return status
    case S_IFDIR: throw FetchFailure(.isFolder)
    default: throw FetchFailure(.notAFile)
    }
  }

  /// Without this the rename may be undone by a power cut.
  private static func synchronise(_ folder: String) throws(FetchFailure) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    // A folder that may be written and not listed cannot be opened; the file is in it even so.
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    // Some network file systems know nothing of this.
    guard fsync(descriptor) == 0 || errno == EINVAL || errno == EBADF else { throw failure(errno) }
  }

  static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  static func failure(_ errno: Int32) -> FetchFailure {
    switch errno {
    case ENOENT, ENOTDIR, EACCES, EPERM: FetchFailure(errno: errno)
    default: FetchFailure(.notWritable(errno: errno))
    }
  }
}
