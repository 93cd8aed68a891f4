import Glibc

/// A lock beside the store that opening shares and a rescue has alone; and one on the folder of copies.
///
/// Whoever opened a store while another file is put into its place could mix the log of the one with
/// the pages of the other. Held while a store is being opened, not while it is open.
struct StoreLock {
  /// How long whoever has it is waited for: a rescue reads and writes the whole store.
  private static let patience = Duration.seconds(20)

  private let descriptor: Int32

  /// Shared, for opening; nil where there is no such file and none can be made, as in a folder that
  /// is only read, where no rescue can be either.
  ///
  /// `isMade` tells whether a missing one is to be made.
  ///
  /// - Throws: ``StoreError/busy(path:)`` where a rescue does not come to its end.
  static func shared(
    beside file: StoreFile, isMade: Bool
  ) throws(StoreError) -> StoreLock? {
    let path = lockPath(of: file)
    var descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    if descriptor < 0, isMade {
      descriptor = open(path, O_RDONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    }
    guard descriptor >= 0 else { return nil }
    return try StoreLock(descriptor, LOCK_SH, of: file)
  }

  /// Alone, for a rescue.
  ///
  /// - Throws: ``StoreError`` where it cannot be had.
  static func exclusive(beside file: StoreFile) throws(StoreError) -> StoreLock {
    let path = lockPath(of: file)
    let descriptor = open(path, O_RDONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else {
      throw StoreError(errno: errno, making: path, inside: file.folder)
    }
    return try StoreLock(descriptor, LOCK_EX, of: file)
  }

  /// Alone, for whoever makes or changes copies; nil where the folder cannot be locked, as on some
  /// file systems of other machines.
  ///
  /// - Throws: ``StoreError`` where there can be no such folder, or another does not let go of it.
  static func copies(in folder: String) throws(StoreError) -> StoreLock? {
    try StoreFile.makeFolder(folder)
    try StoreFile.checkFolder(folder)
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    if flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno != EWOULDBLOCK {
      close(descriptor)
      return nil
    }
    return try StoreLock(descriptor, LOCK_EX, of: StoreFile(path: folder))
  }

  private static func lockPath(of file: StoreFile) -> String { file.path + ".lock" }

  private init(
    _ descriptor: Int32, _ kind: Int32, of file: StoreFile
  ) throws(StoreError) {
    self.descriptor = descriptor
    let end = ContinuousClock.now + StoreLock.patience
    while flock(descriptor, kind | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR, ContinuousClock.now < end else {
        close(descriptor)
        throw .busy(path: file.path)
      }
      usleep(2_000)
    }
  }

  func release() { close(descriptor) }
}
