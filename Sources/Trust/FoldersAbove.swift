import Glibc

/// The folders that a trusted one stands in, up to the root.
///
/// Who may write to one of them can put another folder in the place of the trusted one, unless only
/// owners may rename what is in it (the sticky bit, as in `/tmp`).
enum FoldersAbove {
  /// What is wrong with the first of them, from the root on.
  static func flaw(of path: String) -> TrustedFolder.Flaw? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    // Both ways lead there: that by its name, on which links may be exchanged, and the real one.
    var ways = [String(cString: real)]
    if path.hasPrefix("/"), path != ways[0] { ways.append(path) }
    for way in ways {
      for index in way.indices where way[index] == "/" && index != way.index(before: way.endIndex) {
        let above = index == way.startIndex ? "/" : String(way[..<index])
        if let cause = cause(above) {
          return TrustedFolder.Flaw(path: above, cause: cause, folder: path)
        }
      }
    }
    return nil
  }

  private static func cause(_ path: String) -> TrustedFolder.Flaw.Cause? {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    if status.st_mode & S_IFMT == S_IFLNK {
      if let cause = owner(status) { return cause }
      guard stat(path, &status) == 0 else { return nil }
    }
    if let cause = owner(status) { return cause }
    return status.st_mode & S_ISVTX != 0 ? nil : TrustedFolder.writerCause(status, path)
  }

  /// In a container the folders of whoever started it are nobody's.
  private static func owner(_ status: stat) -> TrustedFolder.Flaw.Cause? {
    guard let cause = TrustedFolder.ownerCause(status) else { return nil }
    return status.st_uid == unmappedUser && isContainer ? nil : cause
  }

  /// What the system says the owner is of a file whose owner has no number here (`overflowuid`).
  private static let unmappedUser: uid_t = 65_534

  /// Whether users have other numbers here than outside.
  private static let isContainer: Bool = {
    guard let file = fopen("/proc/self/uid_map", "re") else { return false }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 128)
    guard fgets(&line, Int32(line.count), file) != nil else { return false }
    let words = String(
      decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self
    )
    .split { $0 == " " || $0 == "\n" }
    return words != ["0", "0", "4294967295"]
  }()
}
