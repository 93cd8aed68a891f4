import Glibc

/// A file that comes into its place whole: nothing of it is to be seen before, nor left after a kill.
///
/// Written without a name (`O_TMPFILE`), which goes with the process that is killed. Where the file system
/// knows no such files, and for the moment in which one file takes another's place, it has a name of its
/// own in the folder; what a killed process left under such a name the next one removes. A lock on it
/// tells whether its process lives, on this machine or another.
public enum Draft {
  /// Why a file was not written, as an `errno`; EEXIST where one is there that is not to be replaced.
  public struct Failure: Error, Hashable, Sendable {
    public let errno: Int32
  }

  /// Returns once the file is on the disk and in its place.
  ///
  /// - Parameters:
  ///   - bytes: all of the file.
  ///   - target: its path, not that of a link.
  ///   - mode: of a new file, less the umask.
  ///   - replacing: whether it may take the place of another.
  ///   - prepare: gives the open file other rights; false, with `errno` set, where it must have them.
  /// - Throws: ``Failure``, with what stood there as it was.
  public static func write(
    _ bytes: [UInt8], to target: String, mode: mode_t, replacing: Bool,
    preparing prepare: (Int32) -> Bool = { _ in true }
  ) throws(Failure) {
    let end = target.lastIndex(of: "/")
    let folder = end.map { $0 == target.startIndex ? "/" : String(target[..<$0]) } ?? "."
    removeLeftovers(in: folder)
    let name = "\(folder)/\(prefix)\(UInt64.random(in: 0...UInt64.max))"
    let descriptor: Int32
    var isNamed = false
    if let unnamed = openUnnamed(in: folder, mode) {
      descriptor = unnamed
    } else {
      descriptor = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode)
      guard descriptor >= 0 else { throw Failure(errno: errno) }
      isNamed = true
    }
    defer {
      if isNamed { unlink(name) }
      close(descriptor)
    }
    // Not every file system has locks; a draft without one may be taken for a leftover.
    _ = flock(descriptor, LOCK_EX | LOCK_NB)
    guard prepare(descriptor), write(bytes, to: descriptor), fsync(descriptor) == 0 else {
      throw Failure(errno: errno)
    }
    if !isNamed, !replacing {
      guard give(descriptor, name: target) else { throw Failure(errno: errno) }
      return
    }
    if !isNamed {
      guard give(descriptor, name: name) else { throw Failure(errno: errno) }
      isNamed = true
    }
    try place(name, at: target, replacing: replacing)
    isNamed = false
  }

  private static let prefix = ".phrasedesk-part-"

  /// Nil where there can be no file without a name, or none that could be given one.
  private static func openUnnamed(in folder: String, _ mode: mode_t) -> Int32? {
    // `O_TMPFILE` of <fcntl.h>, which Swift does not import: a folder is opened to make a file in it.
    let unnamed = 0o20_000_000 | O_DIRECTORY
    guard access("/proc/self/fd", X_OK) == 0 else { return nil }
    let descriptor = open(folder, unnamed | O_WRONLY | O_CLOEXEC, mode)
    return descriptor >= 0 ? descriptor : nil
  }

  /// Fails with EEXIST where the name is taken.
  private static func give(_ descriptor: Int32, name: String) -> Bool {
    linkat(AT_FDCWD, "/proc/self/fd/\(descriptor)", AT_FDCWD, name, AT_SYMLINK_FOLLOW) == 0
  }

  /// A link fails where there is a file already; a rename takes its place.
  private static func place(
    _ name: String, at target: String, replacing: Bool
  ) throws(Failure) {
    if !replacing {
      if link(name, target) == 0 {
        unlink(name)
        return
      }
      // A file system without links: the look before has to do.
      guard errno == EPERM || errno == EOPNOTSUPP else { throw Failure(errno: errno) }
      if access(target, F_OK) == 0 { throw Failure(errno: EEXIST) }
    }
    if rename(name, target) != 0 { throw Failure(errno: errno) }
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress?.advanced(by: written), bytes.count - written)
      }
      if count < 0, errno == EINTR { continue }
      if count == 0 { errno = EIO }
      guard count > 0 else { return false }
      written += count
    }
    return true
  }

  /// Removes what this user's killed processes left in a folder.
  private static func removeLeftovers(in folder: String) {
    guard let stream = opendir(folder) else { return }
    defer { closedir(stream) }
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard name.hasPrefix(prefix) else { continue }
      let path = "\(folder)/\(name)"
      let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
      guard descriptor >= 0 else { continue }
      var status = stat()
      if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
        status.st_uid == geteuid(), flock(descriptor, LOCK_EX | LOCK_NB) == 0
      {
        unlink(path)
      }
      close(descriptor)
    }
  }
}
