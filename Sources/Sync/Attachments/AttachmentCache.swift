import Glibc
import Phrases
import Trust

/// Attachments that were fetched, kept as files so that they are there at once, and to be handed over by path.
///
/// Each has a folder of its own, named by its list and its own name, and in it the file under the name that
/// customers see. Desks of one user share it: a file comes into its place whole (``Draft``), and one that
/// goes is fetched again.
///
/// ```swift
/// let cache = AttachmentCache(folder: "\(cacheFolder)/attachments")
/// let file = try cache.file(try AttachmentName("size.png"), of: source.address, by: transport)
/// ```
public struct AttachmentCache: Sendable {
  private let folder: String
  /// Of all files together, in bytes; the ones that were not used for longest go.
  private let mostBytes: Int
  /// So long a file is used without asking whether it is still the same, in seconds.
  private static let freshSeconds = 600

  public init(folder: String, mostBytes: Int = 500 << 20) {
    self.folder = folder
    self.mostBytes = mostBytes
  }

  /// Gets an attachment of the list at an address, from here where it is.
  ///
  /// Where the server cannot be reached, the file that is here is still used.
  ///
  /// - Throws: ``AttachmentFailure``.
  public func file(
    _ name: AttachmentName, of address: String, by transport: any Transport
  ) throws(AttachmentFailure) -> AttachmentFile {
    let entry = Entry(name, of: address, in: folder)
    let kept = transport.isLocal ? nil : entry.file
    if let kept, entry.age < Self.freshSeconds {
      entry.noteUse()
      return kept
    }
    let fetched: FetchedAttachment
    do throws(AttachmentFailure) {
      fetched = try transport.attachment(name, unless: kept == nil ? nil : entry.tag)
    } catch {
      guard case .fetch = error, let kept else { throw error }
      entry.noteUse()
      return kept
    }
    switch fetched {
    case .here(let path): return try AttachmentFile(path: path)
    case .unchanged:
      guard let kept else { throw .flaw(.missing) }
      entry.keep(tag: entry.tag)
      entry.noteUse()
      return kept
    case .file(let file):
      let checked = try AttachmentFile(file.bytes, path: nil)
      guard (try? TrustedFolder.make(entry.folder)) != nil, entry.keep(file) else { return checked }
      makeRoom(besides: entry)
      return try AttachmentFile(file.bytes, path: entry.path)
    }
  }

  /// Removes what was not used for longest, until all together are few enough.
  private func makeRoom(besides newest: Entry) {
    var entries: [(folder: String, size: Int, used: Int)] = FolderRemoval.entries(folder).compactMap
    {
      let path = "\(folder)/\($0)"
      var status = stat()
      guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { return nil }
      let sizes = FolderRemoval.entries(path).compactMap {
        try? FileState(path: "\(path)/\($0)").size
      }
      return (path, sizes.reduce(0, +), status.st_mtim.tv_sec)
    }
    entries.sort { $0.used < $1.used }
    var sum = entries.reduce(0) { $0 + $1.size }
    for entry in entries where sum > mostBytes && entry.folder != newest.folder {
      FolderRemoval.remove(entry.folder)
      unlink(entry.folder + Entry.tagSuffix)
      sum -= entry.size
    }
  }
}

/// One attachment in the cache.
private struct Entry {
  static let tagSuffix = ".tag"

  let folder: String
  /// The file itself.
  let path: String

  init(_ name: AttachmentName, of address: String, in parent: String) {
    let (whole, last): (String, String) =
      switch name {
      case .beside(let parts): (parts.joined(separator: "/"), parts.last ?? "")
      case .address(let address): (address, "")
      }
    let key = SHA256(of: Array("\(address)\n\(whole)".utf8)).digits.prefix(32)
    folder = "\(parent)/\(key)"
    path = "\(folder)/\(last.isEmpty ? "attachment" : last)"
  }

  /// Nil where there is none that could be used.
  var file: AttachmentFile? { try? AttachmentFile(path: path) }

  /// Since it was known to be the newest, in seconds.
  var age: Int {
    var status = stat()
    guard stat(folder + Self.tagSuffix, &status) == 0 else { return .max }
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    // A clock that was put back makes nothing fresh.
    let age = now.tv_sec - status.st_mtim.tv_sec
    return age < 0 ? .max : age
  }

  /// What the server calls the file that is here.
  var tag: Tag? {
    let file = try? PathTransport(path: folder + Self.tagSuffix, limit: 4_096).fetch(unless: nil)
    guard case .file(let file)? = file, !file.bytes.isEmpty else { return nil }
    return String(validating: file.bytes, as: UTF8.self).map { Tag($0) }
  }

  /// The file first: a tag without its file asks in vain, a file without its tag is fetched again.
  func keep(_ file: FetchedFile) -> Bool {
    unlink(folder + Self.tagSuffix)
    let isKept = (try? Draft.write(file.bytes, to: path, mode: 0o600, replacing: true)) != nil
    if isKept { keep(tag: file.tag) }
    return isKept
  }

  func keep(tag: Tag?) {
    try? Draft.write(
      Array((tag?.text ?? "").utf8), to: folder + Self.tagSuffix, mode: 0o600, replacing: true)
  }

  func noteUse() { utimensat(AT_FDCWD, folder, nil, 0) }
}
