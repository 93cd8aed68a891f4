import Glibc
import Trust

/// One commit that puts a file into a repository, and its push.
///
/// The commit is built from objects, without files on the disk: so no filter of the repository runs,
/// and no link in it leads the file elsewhere.
struct GitPublication {
  let address: GitAddress
  let git: Git

  /// Commits list and release, and pushes, with a copy of the repository in that folder for the time being.
  func publish(
    _ bytes: [UInt8], as release: Release, after expected: String?,
    with attachments: [PublishedAttachment] = [], copyIn parent: String
  ) throws(FetchFailure) -> Publishing.Outcome {
    let folder = try Self.temporaryFolder(in: parent)
    defer { FolderRemoval.remove(folder) }
    let copy = "\(folder)/copy.git"
    try clone(into: copy)
    let branch = try branch(of: copy)
    // Nothing in a repository without commits.
    let tip = try git.text("rev-list", "--max-count=1", "--branches", in: copy)
    let old = try tip.isEmpty ? nil : entry(address, of: tip, in: copy)
    let hash = try old.map { entry throws(FetchFailure) -> String in
      SHA256(of: try self.bytes(of: entry, in: copy)).digits
    }
    guard hash == expected else { throw FetchFailure(.publishedMeanwhile) }

    let oldReleases = try tip.isEmpty ? nil : entry(releaseFile, of: tip, in: copy)
    var list = ReleaseList()
    if let oldReleases {
      guard oldReleases.size <= ReleaseList.mostBytes,
        let read = ReleaseList(try self.bytes(of: oldReleases, in: copy))
      else { throw FetchFailure(.brokenReleases(file: releaseFile.path)) }
      list = read
    }
    let isKnown = list.isKnown(release, after: hash)
    var files: [(GitAddress, GitEntry?, [UInt8])] = []
    for attachment in attachments {
      let file = address.sibling(attachment.parts)
      guard ![address.path, releaseFile.path].contains(file.path) else { continue }
      let old = try tip.isEmpty ? nil : entry(file, of: tip, in: copy)
      let isSame = try old.map { entry throws(FetchFailure) -> Bool in
        guard entry.size == attachment.bytes.count else { return false }
        return try self.bytes(of: entry, in: copy) == attachment.bytes
      }
      if isSame != true { files.append((file, old, attachment.bytes)) }
    }
    if isKnown, files.isEmpty { return Publishing.Outcome(.same(place: branch)) }
    // List, release and what goes with it are one commit; pictures alone are no release.
    let added = isKnown ? nil : list.add(release, after: hash) { _ in true }
    if !isKnown {
      files += [(address, old, bytes), (releaseFile, oldReleases, list.bytes)]
    }
    let release = added ?? release
    let index = "\(folder)/index"
    try git("read-tree", tip.isEmpty ? "--empty" : tip, in: copy, index: index)
    for (file, entry, bytes) in files {
      let draft = "\(folder)/draft"
      try FileReplacement.write(bytes, to: draft)
      let object = try git.text("hash-object", "-w", "--no-filters", "--", draft, in: copy)
      try git(
        "update-index", "--add", "--cacheinfo", entry?.mode ?? "100644", object, file.path,
        in: copy, index: index)
    }
    let tree = try git.text("write-tree", in: copy, index: index)
    let commit =
      tip.isEmpty
      ? try git.text("commit-tree", "-m", release.message, tree, in: copy)
      : try git.text("commit-tree", "-p", tip, "-m", release.message, tree, in: copy)
    do throws(FetchFailure) {
      try git(
        "push", "--quiet", "--no-verify", "--", address.repository,
        "\(commit):refs/heads/\(branch)", in: copy)
    } catch {
      if case .pushRejected = error.reason { throw FetchFailure(.publishedMeanwhile) }
      // Two at the very same time are told of a lock, in the server's words.
      let now = try? git.text(
        "ls-remote", "--quiet", "--", address.repository, "refs/heads/\(branch)", in: copy)
      if let now, !now.hasPrefix(tip) || tip.isEmpty && !now.isEmpty {
        throw FetchFailure(.publishedMeanwhile)
      }
      throw error
    }
    return Publishing.Outcome(.commit(commit, branch: branch, path: address.path), added)
  }

  private var releaseFile: GitAddress { address.beside(ReleaseList.suffix) }

  private func bytes(of entry: GitEntry, in copy: String) throws(FetchFailure) -> [UInt8] {
    try git("cat-file", "blob", entry.object, in: copy, atMost: entry.size)
  }

  /// What the file was in the last commits that changed it, the newest first.
  func history(atMost count: Int, copyIn parent: String) throws(FetchFailure) -> [FormerList] {
    let folder = try Self.temporaryFolder(in: parent)
    defer { FolderRemoval.remove(folder) }
    let copy = "\(folder)/copy.git"
    try clone(into: copy, isWhole: true)
    let log = try git.text(
      "log", "--max-count=\(count)", "--no-show-signature", "--encoding=UTF-8",
      "--format=%H%x09%aI%x09%an", "--", address.path, in: copy)
    var releases: ReleaseList?
    if let newest = log.split(separator: "\n").first?.prefix(while: { $0 != "\t" }),
      let entry = try entry(releaseFile, of: String(newest), in: copy)
    {
      releases = ReleaseList(try bytes(of: entry, in: copy))
    }
    var found: [FormerList] = []
    for line in log.split(separator: "\n") {
      let fields = line.split(separator: "\t", maxSplits: 2).map(String.init)
      guard fields.count == 3, let entry = try entry(address, of: fields[0], in: copy) else {
        continue
      }
      let bytes = try bytes(of: entry, in: copy)
      let hash = SHA256(of: bytes).digits
      found.append(
        FormerList(
          bytes: bytes, hash: hash, release: releases?.release(ofHash: hash)?.number,
          by: fields[2], at: fields[1]))
    }
    return found
  }

  private func clone(into copy: String, isWhole: Bool = false) throws(FetchFailure) {
    let prefix = "refs/heads/"
    let ref = address.ref.map { $0.hasPrefix(prefix) ? String($0.dropFirst(prefix.count)) : $0 }
    do throws(FetchFailure) {
      try clone(ref, into: copy, isWhole: isWhole)
    } catch {
      // A new repository has no branch yet: the first commit makes the one that is named.
      guard case .noSuchRef = error.reason, let ref, !ref.hasPrefix("refs/"), try isEmpty() else {
        throw error
      }
      try clone(nil, into: copy, isWhole: isWhole)
      try git("symbolic-ref", "HEAD", prefix + ref, in: copy)
    }
  }

  private func clone(_ ref: String?, into copy: String, isWhole: Bool) throws(FetchFailure) {
    try git(
      ["clone", "--quiet", "--bare", "--template=", "--no-tags", "--single-branch"]
        + (isWhole ? [] : ["--depth=1"]) + (ref.map { ["--branch", $0] } ?? []) + [
          "--", address.repository, copy,
        ], in: nil)
  }

  /// Whether the repository has no branch and no tag.
  private func isEmpty() throws(FetchFailure) -> Bool {
    do throws(FetchFailure) {
      return try git("ls-remote", "--quiet", "--", address.repository, in: nil, atMost: 4_096)
        .isEmpty
    } catch {
      guard case .tooLarge = error.reason else { throw error }
      return false
    }
  }

  /// The branch that the ref names, or HEAD where the address has none.
  private func branch(of copy: String) throws(FetchFailure) -> String {
    do throws(FetchFailure) {
      return try git.text("symbolic-ref", "--quiet", "--short", "HEAD", in: copy)
    } catch {
      guard case .git = error.reason else { throw error }
      throw FetchFailure(.notABranch(address.ref ?? "HEAD"))
    }
  }

  /// The file as it is; nil where there is none yet.
  private func entry(
    _ address: GitAddress, of commit: String, in copy: String
  ) throws(FetchFailure) -> GitEntry? {
    do throws(FetchFailure) {
      return try GitEntry(address, of: commit, in: copy, git)
    } catch {
      guard case .noSuchFileInRef = error.reason else { throw error }
      return nil
    }
  }

  private static func temporaryFolder(in parent: String) throws(FetchFailure) -> String {
    do throws(TrustedFolder.Refusal) {
      try TrustedFolder.make(parent)
    } catch {
      throw FetchFailure(error)
    }
    guard let template = strdup("\(parent)/phrasedesk-XXXXXX") else {
      throw FetchFailure(.notWritable(errno: ENOMEM))
    }
    defer { free(template) }
    guard mkdtemp(template) != nil else { throw FetchFailure(.notWritable(errno: errno)) }
    return String(cString: template)
  }
}
