import Glibc
import Trust

/// One commit that puts a file into a repository, and its push.
///
/// The commit is built from objects, without files on the disk: so no filter of the repository runs,
/// and no link in it leads the file elsewhere.
struct GitPublication {
  let address: GitAddress
  let git: Git

  /// Commits and pushes, with a copy of the repository in that folder for the time being.
  func publish(
    _ bytes: [UInt8], message: String, copyIn parent: String
  ) throws(FetchFailure) -> Publishing.Published {
    let folder = try Self.temporaryFolder(in: parent)
    defer { FolderRemoval.remove(folder) }
    let copy = "\(folder)/copy.git"
    try clone(into: copy)
    let branch = try branch(of: copy)
    // Nothing in a repository without commits.
    let tip = try git.text("rev-list", "--max-count=1", "--branches", in: copy)
    let old = try tip.isEmpty ? nil : entry(of: tip, in: copy)
    let draft = "\(folder)/draft"
    try FileReplacement.write(bytes, to: draft)
    let object = try git.text("hash-object", "-w", "--no-filters", "--", draft, in: copy)
    if object == old?.object { return .same(branch: branch) }
    let index = "\(folder)/index"
    try git("read-tree", tip.isEmpty ? "--empty" : tip, in: copy, index: index)
    try git(
      "update-index", "--add", "--cacheinfo", old?.mode ?? "100644", object, address.path,
      in: copy, index: index)
    let tree = try git.text("write-tree", in: copy, index: index)
    let commit =
      tip.isEmpty
      ? try git.text("commit-tree", "-m", message, tree, in: copy)
      : try git.text("commit-tree", "-p", tip, "-m", message, tree, in: copy)
    try git(
      "push", "--quiet", "--no-verify", "--", address.repository,
      "\(commit):refs/heads/\(branch)", in: copy)
    return .commit(commit, branch: branch, path: address.path)
  }

  private func clone(into copy: String) throws(FetchFailure) {
    let prefix = "refs/heads/"
    let ref = address.ref.map { $0.hasPrefix(prefix) ? String($0.dropFirst(prefix.count)) : $0 }
    do throws(FetchFailure) {
      try clone(ref, into: copy)
    } catch {
      // A new repository has no branch yet: the first commit makes the one that is named.
      guard case .noSuchRef = error.reason, let ref, !ref.hasPrefix("refs/"), try isEmpty() else {
        throw error
      }
      try clone(nil, into: copy)
      try git("symbolic-ref", "HEAD", prefix + ref, in: copy)
    }
  }

  private func clone(_ ref: String?, into copy: String) throws(FetchFailure) {
    try git(
      ["clone", "--quiet", "--bare", "--template=", "--depth=1", "--no-tags", "--single-branch"]
        + (ref.map { ["--branch", $0] } ?? []) + ["--", address.repository, copy], in: nil)
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
  private func entry(of commit: String, in copy: String) throws(FetchFailure) -> GitEntry? {
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
