import Foundation

/// A folder of its own for one test, gone with the last reference.
public final class Scratch: Sendable {
  public let folder: URL

  /// Makes the folder among the system's temporary files.
  public init() throws {
    folder = FileManager.default.temporaryDirectory
      .appending(path: "phrasedesk-\(UUID().uuidString.prefix(8))")
    // Whatever the umask: another test may be changing it.
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Writes a file into it.
  ///
  /// - Returns: the file's path.
  public func file(_ name: String, _ content: String) throws -> String {
    let url = folder.appending(path: name)
    try Data(content.utf8).write(to: url)
    return url.path
  }

  /// Where a store of its own would be; there is none yet.
  public var store: String { folder.appending(path: "data/phrases.sqlite").path }
}
