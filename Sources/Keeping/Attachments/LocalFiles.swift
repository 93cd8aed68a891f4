import Glibc
import Phrases

/// A file in one of the agent's own folders.
public struct LocalFile: Hashable, Sendable {
  public let path: String
  /// In bytes.
  public let size: Int
  /// When it was changed last, in seconds since 1970 (UTC).
  public let modified: Int

  public var name: String { path.split(separator: "/").last.map(String.init) ?? path }
}

/// The files in the folders that the settings name, the newest first.
///
/// ```swift
/// let files = LocalFiles(in: ["/home/li/pictures"])
/// print(files.files.first?.name ?? "", files.gone)
/// ```
public struct LocalFiles: Sendable {
  public private(set) var files: [LocalFile] = []
  /// The folders that are not there, or cannot be read.
  public private(set) var gone: [String] = []

  /// More than that nobody looks through by name.
  public static let mostFiles = 200_000
  /// A folder that is deeper is not gone into.
  static let mostDepth = 16

  /// Reads folders and those below them, which takes about a second for 100,000 files on a slow disk.
  ///
  /// Hidden ones and links are passed over: a link may lead anywhere.
  public init(in folders: [String]) {
    for folder in folders where !take(folder, depth: 0) { gone.append(folder) }
    files.sort { ($1.modified, $0.path) < ($0.modified, $1.path) }
  }

  /// False where the folder cannot be read.
  private mutating func take(_ folder: String, depth: Int) -> Bool {
    guard let stream = opendir(folder) else { return false }
    defer { closedir(stream) }
    var below: [String] = []
    while files.count < Self.mostFiles, let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(validating: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      // A name that is no text could not be typed, nor handed over as one.
      guard let name, !name.hasPrefix(".") else { continue }
      var status = stat()
      guard fstatat(dirfd(stream), name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { continue }
      switch status.st_mode & S_IFMT {
      case S_IFREG where status.st_size > 0:
        files.append(
          LocalFile(
            path: "\(folder)/\(name)", size: status.st_size, modified: status.st_mtim.tv_sec))
      case S_IFDIR: below.append("\(folder)/\(name)")
      case _: continue
      }
    }
    if depth < Self.mostDepth {
      for folder in below { _ = take(folder, depth: depth + 1) }
    }
    return true
  }
}
