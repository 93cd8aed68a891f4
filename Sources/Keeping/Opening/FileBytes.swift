import Glibc
import Phrases

/// Reading and writing files that somebody names, as bytes.
public enum FileBytes {
  /// The bytes of a file, `-` being standard input.
  ///
  /// Throws ``OpeningError`` for what cannot be read, or is longer than a knowledge base may be.
  public static func read(_ path: String) throws(OpeningError) -> [UInt8] {
    let descriptor = path == "-" ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .init(path: path, errno: errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .init(path: path, errno: errno) }
    if status.st_mode & S_IFMT == S_IFDIR { throw .isFolder(path: path) }
    let limit = KnowledgeBase.mostBytes
    guard status.st_size <= limit else { throw .tooLarge(path: path, limit: limit) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Int(status.st_size) + 1)
    // Pipes tell no size, and a file may grow meanwhile: what counts is what arrives.
    var chunk = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .init(path: path, errno: errno) }
      if count == 0 { return bytes }
      bytes += chunk[..<count]
      guard bytes.count <= limit else { throw .tooLarge(path: path, limit: limit) }
    }
  }

  /// Writes a whole file: it is there with all of its bytes, or as it was before.
  ///
  /// One that is replaced keeps its permissions, and a link keeps pointing to it. What is no
  /// regular file, such as a pipe, is written into. Throws ``OpeningError``, among them
  /// ``OpeningError/exists(path:)`` for a file that is not to be replaced.
  public static func write(
    _ bytes: [UInt8], to path: String, replacing: Bool
  ) throws(OpeningError) {
    var status = stat()
    let exists = stat(path, &status) == 0
    let kind = status.st_mode & S_IFMT
    if exists, kind == S_IFDIR { throw .isFolder(path: path) }
    if exists, !replacing { throw .exists(path: path) }
    let target = exists ? resolved(path) : path
    let isRegular = !exists || kind == S_IFREG
    let draft = isRegular ? "\(target).part-\(getpid())" : target
    let flags = isRegular ? O_CREAT | O_EXCL | O_NOFOLLOW : 0
    let descriptor = open(draft, O_WRONLY | O_CLOEXEC | flags, 0o644)
    guard descriptor >= 0 else {
      throw errno == ENOENT ? .noSuchFolder(path: path) : .init(path: path, errno: errno)
    }
    defer { if isRegular { unlink(draft) } }
    if exists, isRegular { fchmod(descriptor, status.st_mode & 0o7777) }
    let isWritten = Descriptor.write(bytes, to: descriptor)
    guard isWritten, !isRegular || fsync(descriptor) == 0 else {
      let error = OpeningError(path: path, errno: errno)
      close(descriptor)
      throw error
    }
    close(descriptor)
    if isRegular { try place(draft, at: target, replacing: replacing) }
  }

  /// A link fails where there is a file already; a rename takes its place.
  private static func place(
    _ draft: String, at target: String, replacing: Bool
  ) throws(OpeningError) {
    if !replacing, link(draft, target) == 0 { return }
    if !replacing {
      if errno == EEXIST { throw .exists(path: target) }
      // A file system without links: the look before has to do.
      guard errno == EPERM || errno == EOPNOTSUPP else {
        throw OpeningError(path: target, errno: errno)
      }
    }
    if rename(draft, target) != 0 { throw OpeningError(path: target, errno: errno) }
  }

  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }
}
