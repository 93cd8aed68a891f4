import Glibc
import Trust

/// The reading of a file that ought to be small and plain, whatever it is in truth.
enum ConfigFile {
  /// More than fifty times what a file with every setting and its explanation needs.
  static let mostBytes = 65_536

  /// The bytes of a file; nil when there is no such file.
  static func read(_ path: String) -> Result<[UInt8]?, FileFault> {
    // Without waiting, because opening a pipe would wait for somebody to write.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      switch errno {
      case ENOENT, ENOTDIR: return .success(nil)
      case EACCES, EPERM: return .failure(.noPermission)
      default: return .failure(.system(errno: errno))
      }
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      return .failure(.notAFile)
    }
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    if let flaw = TrustedFolder.flaw(of: folder)
      ?? TrustedFolder.flaw(ofFile: descriptor, at: path)
    {
      return .failure(.distrusted(flaw))
    }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 16_384)
    while bytes.count <= mostBytes {
      let count = Glibc.read(descriptor, &piece, piece.count)
      guard count != 0 else { return .success(bytes) }
      guard count > 0 || errno == EINTR else { return .failure(.system(errno: errno)) }
      bytes.append(contentsOf: piece[..<max(count, 0)])
    }
    return .failure(.tooLong)
  }
}

/// Why a file could not be read.
public enum FileFault: Error, Hashable, Sendable {
  case noPermission
  /// A folder, a pipe or a device.
  case notAFile
  /// Others may write to it, or to its folder: what it says to run may be theirs.
  case distrusted(TrustedFolder.Flaw)
  /// Longer than a configuration file can be.
  case tooLong
  case system(errno: Int32)
}
