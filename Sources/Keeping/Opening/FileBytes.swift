import Glibc
import Phrases
import Sync

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
    guard isRegular else { return try pour(bytes, into: target, named: path) }
    do throws(Draft.Failure) {
      try Draft.write(bytes, to: target, mode: 0o644, replacing: replacing) { descriptor in
        if exists { fchmod(descriptor, status.st_mode & 0o7777) }
        return true
      }
    } catch {
      switch error.errno {
      case EEXIST: throw .exists(path: path)
      case ENOENT: throw .noSuchFolder(path: path)
      default: throw OpeningError(path: path, errno: error.errno)
      }
    }
  }

  /// Writes into what is no regular file, such as a pipe.
  private static func pour(
    _ bytes: [UInt8], into target: String, named path: String
  ) throws(OpeningError) {
    let descriptor = open(target, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .init(path: path, errno: errno) }
    defer { close(descriptor) }
    if !Descriptor.write(bytes, to: descriptor) { throw OpeningError(path: path, errno: errno) }
  }

  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }
}
