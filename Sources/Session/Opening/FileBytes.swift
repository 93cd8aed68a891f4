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
  /// Throws ``OpeningError``, ``OpeningError/exists(path:)`` for one that is not to be replaced.
  public static func write(
    _ bytes: [UInt8], to path: String, replacing: Bool
  ) throws(OpeningError) {
    let draft = "\(path).part-\(getpid())"
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o644)
    guard descriptor >= 0 else { throw .init(path: path, errno: errno) }
    defer { unlink(draft) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw failure(path, closing: descriptor) }
      rest = rest.dropFirst(count)
    }
    guard fsync(descriptor) == 0 else { throw failure(path, closing: descriptor) }
    close(descriptor)
    // A link fails where there is a file already; a rename takes its place.
    if (replacing ? rename(draft, path) : link(draft, path)) != 0 {
      throw errno == EEXIST ? .exists(path: path) : .init(path: path, errno: errno)
    }
  }

  private static func failure(_ path: String, closing descriptor: Int32) -> OpeningError {
    let error = OpeningError(path: path, errno: errno)
    close(descriptor)
    return error
  }
}
