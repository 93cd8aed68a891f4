import Glibc
import Trust

/// The file that a store lives in, as the file system sees it.
///
/// Nothing here opens a file that may be in use: closing any descriptor of a file drops every POSIX
/// lock that this process holds on it, SQLite's among them (<https://www.sqlite.org/howtocorrupt.html>,
/// section 2.2).
struct StoreFile: Sendable {
  /// Starts with `/` or `./`, so that SQLite takes it neither for a URI nor for `:memory:`.
  let path: String

  init(path: String) {
    self.path = path.hasPrefix("/") || path.hasPrefix("./") ? path : "./" + path
  }

  var folder: String { StoreFile.folder(of: path) }

  /// The log of what is committed and not yet in the file itself.
  var log: StoreFile { StoreFile(path: path + "-wal") }

  /// The index of the log that all processes share.
  var sharedMemory: StoreFile { StoreFile(path: path + "-shm") }

  /// What a rollback journal would be called; one that is not empty holds an unfinished change.
  var journal: StoreFile { StoreFile(path: path + "-journal") }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}

// MARK: - Making it

extension StoreFile {
  /// Makes the folder (0700) and an empty file (0600) where they are missing.
  ///
  /// SQLite gives its log and shared-memory files the mode of the main file, whatever the umask. A
  /// link at `path` that leads nowhere is not followed: it counts as there, and ``kind`` refuses it.
  func makeIfMissing() throws(StoreError) {
    if kind == .missing {
      try StoreFile.makeFolder(folder)
      try makeEmptyFile()
    }
  }

  /// Refuses a folder that others may put a store into.
  static func checkFolder(_ folder: String) throws(StoreError) {
    if let flaw = TrustedFolder.flaw(of: folder) { throw .distrusted(flaw) }
  }

  static func makeFolder(_ folder: String) throws(StoreError) {
    if mkdir(folder, 0o700) == 0 { return }
    let parent = self.folder(of: folder)
    switch errno {
    case EEXIST: if StoreFile(path: folder).kind != .folder { throw .noFolder(path: folder) }
    case ENOENT where parent != folder, ENOTDIR where parent != folder:
      try makeFolder(parent)
      // Another process may have been quicker.
      if mkdir(folder, 0o700) != 0 && errno != EEXIST {
        throw StoreError(errno: errno, making: folder, inside: parent)
      }
    default: throw StoreError(errno: errno, making: folder, inside: parent)
    }
  }

  private func makeEmptyFile() throws(StoreError) {
    // `mknod` makes the file without a descriptor that would have to be closed.
    if mknod(path, S_IFREG | 0o600, 0) == 0 || errno == EEXIST { return }
    // Some file systems know no `mknod`.
    let descriptor = Glibc.open(path, O_CREAT | O_EXCL | O_WRONLY | O_NOFOLLOW | O_CLOEXEC, 0o600)
    if descriptor >= 0 {
      Glibc.close(descriptor)
    } else if errno != EEXIST {
      throw StoreError(errno: errno, making: path, inside: folder)
    }
  }
}

// MARK: - Looking at it

extension StoreFile {
  /// The names in a folder, in no order; none where it cannot be read.
  static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names
  }
}

extension StoreFile {
  enum Kind: Equatable {
    case missing
    case file(bytes: Int)
    case folder
    /// A device, a pipe, a link to nothing, something under a folder that may not be looked into.
    case unusable
  }

  var kind: Kind {
    var status = stat()
    guard stat(path, &status) == 0 else {
      guard errno == ENOENT || errno == ENOTDIR else { return .unusable }
      return lstat(path, &status) == 0 ? .unusable : .missing
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file(bytes: Int(status.st_size))
    case S_IFDIR: return .folder
    default: return .unusable
    }
  }

  /// Tells one file from every other on this machine.
  struct Identity: Equatable, Sendable {
    let device: dev_t
    let number: ino_t
  }

  /// Nil where there is no such file.
  var identity: Identity? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return Identity(device: status.st_dev, number: status.st_ino)
  }

  /// The size in bytes, 0 where there is no such file.
  var bytes: Int {
    if case .file(let bytes) = kind { bytes } else { 0 }
  }

  /// The permission bits, nil where there is no such file.
  var mode: UInt32? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & 0o7777 : nil
  }

  /// Whether both the file and its folder, where the log and its index come to stand, can be
  /// written.
  var isWritable: Bool {
    StoreFile.may(W_OK, path) && StoreFile.may(W_OK | X_OK, folder)
  }

  /// The first of folder, file, log and shared memory that this user may not use as SQLite must.
  var firstForbidden: String? {
    if StoreFile.isForbidden(X_OK, folder) { return folder }
    if StoreFile.isForbidden(R_OK, path) { return path }
    return [log, sharedMemory].map(\.path).first { StoreFile.isForbidden(R_OK | W_OK, $0) }
  }

  private static func isForbidden(_ rights: Int32, _ path: String) -> Bool {
    !may(rights, path) && errno == EACCES
  }

  /// By the effective user, who is the one that opens files.
  private static func may(_ rights: Int32, _ path: String) -> Bool {
    faccessat(AT_FDCWD, path, rights, AT_EACCESS) == 0
  }

  /// Whether the folder is on a file system whose files are, or may be, another machine's.
  var isOnNetwork: Bool {
    var status = stat()
    guard stat(folder, &status) == 0,
      let type = SharedFileSystem.type(ofDevice: status.st_dev, in: SharedFileSystem.mounts)
    else { return false }
    return SharedFileSystem.isShared(type)
  }

  /// Whether the file system has no block left for this user.
  var isOnFullDisk: Bool { fileSystem.map { $0.f_bavail == 0 } ?? false }

  /// Whether this process may make files of some size only; a write beyond that fails with EFBIG where
  /// SIGXFSZ is ignored, and SQLite tells of no reason.
  static var hasSizeLimit: Bool {
    var limit = rlimit()
    return getrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0
      && limit.rlim_cur != rlim_t.max
  }

  var isOnReadOnlyFileSystem: Bool {
    fileSystem.map { $0.f_flag & UInt(ST_RDONLY) != 0 } ?? false
  }

  private var fileSystem: statvfs? {
    var status = statvfs()
    return statvfs(folder, &status) == 0 ? status : nil
  }
}
