import Glibc
import Trust

/// A bare repository that holds the newest commit of a source, so that a fetch brings what is new.
///
/// It can be thrown away at any time, and is: when git finds it damaged, when a killed git may have
/// left a lock in it, and when it has gathered many packs, since nothing else tidies it.
struct GitCache {
  /// The repository; beside it stands the lock that one process at a time holds.
  let folder: String
  private static let mostPacks = 32

  /// The place for one source in a folder of this user's, made with mode 0700 where it is missing.
  init(for address: GitAddress, in parent: String) {
    // FNV-1a, 64 bits: stable between runs, unlike Hasher. The ref is in it because two of them
    // would throw each other's commit away.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in "\(address.repository) \(address.ref ?? "")".utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
    }
    folder = "\(parent)/\(String(hash, radix: 16)).git"
  }

  /// Runs `body` while no other process works on this repository.
  func locked<Value>(
    until deadline: SuspendingClock.Instant, orAfter seconds: Int,
    _ body: () throws(FetchFailure) -> Value
  ) throws(FetchFailure) -> Value {
    try makeParent()
    let lock = open("\(folder).lock", O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard lock >= 0 else { throw FetchFailure(.notWritable(errno: errno)) }
    defer { close(lock) }
    while flock(lock, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR else {
        throw FetchFailure(.notWritable(errno: errno))
      }
      guard SuspendingClock.now < deadline else { throw FetchFailure(.timedOut(seconds: seconds)) }
      usleep(20_000)
    }
    return try body()
  }

  /// Makes the folder that repositories are in, for this user alone; one that others may write to is
  /// refused, with all that is in it.
  private func makeParent() throws(FetchFailure) {
    let parent = String(folder.prefix(upTo: folder.lastIndex(of: "/") ?? folder.startIndex))
    do throws(TrustedFolder.Refusal) {
      try TrustedFolder.make(parent)
    } catch {
      throw FetchFailure(error)
    }
    if let flaw = TrustedFolder.flaw(of: folder) { throw FetchFailure(.distrusted(flaw)) }
  }

  var exists: Bool { access("\(folder)/HEAD", F_OK) == 0 }

  /// All that the repository is configured to; git runs commands that it finds named there.
  private static let configuration = "[core]\n\trepositoryformatversion = 0\n\tbare = true\n"

  /// Whether the repository is as this program made it: nothing was added to its configuration, and it
  /// has none elsewhere.
  private var isOwn: Bool {
    let bytes = try? PathTransport(path: "\(folder)/config", limit: 4_096).fetch(unless: nil)
    guard case .file(let file)? = bytes, file.bytes == Array(Self.configuration.utf8) else {
      return false
    }
    return access("\(folder)/commondir", F_OK) != 0
  }

  private var packs: Int {
    FolderRemoval.entries("\(folder)/objects/pack").count { $0.hasSuffix(".pack") }
  }

  /// The size of the largest pack, also of one that was not received to its end, in bytes.
  var largestPack: Int {
    FolderRemoval.entries("\(folder)/objects/pack").compactMap { name in
      try? FileState(path: "\(folder)/objects/pack/\(name)").size
    }.max() ?? 0
  }

  /// Makes the repository where there is none, or one that is to be made anew.
  func prepare(_ git: Git) throws(FetchFailure) {
    if exists, isOwn, packs <= Self.mostPacks { return }
    remove()
    guard mkdir(folder, 0o700) == 0 else { throw FetchFailure(.notWritable(errno: errno)) }
    try git("init", "--quiet", "--bare", "--template=", "--", folder, in: nil)
    try FileReplacement.write(Array(Self.configuration.utf8), to: "\(folder)/config")
  }

  func remove() { FolderRemoval.remove(folder) }
}
