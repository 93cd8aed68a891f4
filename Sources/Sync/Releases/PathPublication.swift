import Glibc

/// Puts a list and its release where desks read them from a path, one publisher at a time.
///
/// What stood there goes to `LIST.releases`, by its hash, for those that take something back; then the release is
/// written, then the list: whoever is killed leaves the old list, or the new one with its release. What is published
/// goes there last: where it lies, its list has come.
struct PathPublication {
  /// The list itself where the address names a link.
  let path: String
  /// How long another publisher is waited for, in seconds.
  private let seconds: Int

  init(path: String, seconds: Int) {
    self.path = FileReplacement.resolved(path)
    self.seconds = seconds
  }

  private var folder: String { path + ".releases" }
  private var releaseFile: String { path + ReleaseList.suffix }

  /// - Throws: ``FetchFailure``, ``FetchFailure/Reason/publishedMeanwhile`` where the list is no longer the
  ///   one of that hash.
  func publish(
    _ bytes: [UInt8], as release: Release, after expected: String?,
    with attachments: [PublishedAttachment] = []
  ) throws(FetchFailure) -> Publishing.Outcome {
    // What is wrong with the list says more than what is wrong with a folder beside it.
    _ = try bytesOfList()
    return try alone { () throws(FetchFailure) -> Publishing.Outcome in
      let old = try bytesOfList()
      let hash = old.map { SHA256(of: $0).digits }
      guard hash == expected else { throw FetchFailure(.publishedMeanwhile) }
      var list = try releases()
      // Before the list that names them: a desk that has the list finds them.
      for attachment in attachments {
        if FileReplacement.resolved("\(path.folder)/\(attachment.parts.joined(separator: "/"))")
          == path
        {
          continue
        }
        try attachment.write(below: path.folder)
      }
      if list.isKnown(release, after: hash) { return Publishing.Outcome(.same(place: path)) }
      let release = list.add(release, after: hash) { access("\(folder)/\($0.hash)", F_OK) == 0 }
      if let old, let hash { try keep(old, hash) }
      try FileReplacement.write(list.bytes, to: releaseFile, like: path)
      let published = try FileReplacement.write(bytes, to: path)
      // It is published, whatever becomes of the copy: the next one keeps what stands there then.
      try? keep(bytes, release.hash)
      forget(allBut: list)
      return Publishing.Outcome(published, release)
    }
  }

  private func bytesOfList() throws(FetchFailure) -> [UInt8]? {
    do throws(FetchFailure) {
      guard case .file(let file) = try PathTransport(path: path).fetch(unless: nil) else {
        return nil
      }
      return file.bytes
    } catch {
      guard case .notFound = error.reason else { throw error }
      return nil
    }
  }

  /// Runs `body` while no other publisher of this list is at work.
  private func alone<Value>(_ body: () throws(FetchFailure) -> Value) throws(FetchFailure) -> Value
  {
    if mkdir(folder, 0o777) == 0 {
      // Whoever may put a list into the folder above publishes, whatever the umask of the first one was.
      var status = stat()
      if stat(path.folder, &status) == 0 {
        chown(folder, .max, status.st_gid)
        chmod(folder, status.st_mode & 0o7777)
      }
    } else if errno != EEXIST {
      throw FileReplacement.failure(errno)
    }
    // The folder itself: a file of one publisher's might not be another's to open.
    let lock = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
    guard lock >= 0 else { throw FileReplacement.failure(errno) }
    defer { close(lock) }
    // Linux keeps locks of folders to one machine: those of files go to the server of a network folder.
    let file = open("\(folder)/lock", O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o666)
    defer { if file >= 0 { close(file) } }
    // Whoever may publish may lock; another's file has its mode already.
    if file >= 0 { fchmod(file, 0o666) }
    let deadline = ContinuousClock.now + .seconds(seconds)
    try take(lock, until: deadline)
    if file >= 0 { try take(file, until: deadline) }
    return try body()
  }

  private func take(
    _ lock: Int32, until deadline: ContinuousClock.Instant
  ) throws(FetchFailure) {
    while flock(lock, LOCK_EX | LOCK_NB) != 0 {
      // Some network file systems have no locks: the comparison is what is left.
      guard errno == EWOULDBLOCK || errno == EINTR else { return }
      guard ContinuousClock.now < deadline else { throw FetchFailure(.timedOut(seconds: seconds)) }
      usleep(20_000)
    }
  }

  /// The releases that stand beside the list; none where there is no such file.
  private func releases() throws(FetchFailure) -> ReleaseList {
    guard access(releaseFile, F_OK) == 0 else { return ReleaseList() }
    guard let list = PathTransport(path: path).releases() else {
      throw FetchFailure(.brokenReleases(file: releaseFile))
    }
    return list
  }

  private func keep(_ bytes: [UInt8], _ hash: String) throws(FetchFailure) {
    let copy = "\(folder)/\(hash)"
    guard access(copy, F_OK) != 0 else { return }
    try FileReplacement.write(bytes, to: copy, like: path)
  }

  /// Removes the copies of what is no release any more.
  private func forget(allBut list: ReleaseList) {
    let kept = Set(list.releases.flatMap { [$0.hash, $0.base] })
    for name in FolderRemoval.entries(folder) where name.count == 64 && !kept.contains(name) {
      unlink("\(folder)/\(name)")
    }
  }

  /// The lists that were published, the newest first, as far as their copies are there and whole.
  func history(atMost count: Int) -> [FormerList] {
    let releases = PathTransport(path: path).releases()?.releases ?? []
    var found: [FormerList] = []
    var seen: Set<String> = []
    for release in releases.reversed() {
      if seen.insert(release.hash).inserted, let bytes = copy(release.hash) {
        found.append(
          FormerList(
            bytes: bytes, hash: release.hash, release: release.number, by: release.by,
            at: release.at))
      }
      // What a release followed may have been put there by hand.
      if !releases.contains(where: { $0.hash == release.base }),
        seen.insert(release.base).inserted, let bytes = copy(release.base)
      {
        found.append(FormerList(bytes: bytes, hash: release.base, release: nil, by: "", at: ""))
      }
    }
    return Array(found.prefix(count))
  }

  private func copy(_ hash: String) -> [UInt8]? {
    guard !hash.isEmpty, !hash.contains("/"),
      case .file(let file)? = try? PathTransport(path: "\(folder)/\(hash)").fetch(unless: nil),
      SHA256(of: file.bytes).digits == hash
    else { return nil }
    return file.bytes
  }
}

extension String {
  /// The folder that a file of this path is in.
  fileprivate var folder: String {
    guard let slash = lastIndex(of: "/") else { return "." }
    return slash == startIndex ? "/" : String(self[..<slash])
  }
}
