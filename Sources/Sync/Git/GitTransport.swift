import Glibc
import Phrases

/// A file in a git repository, fetched with the system's git: one commit, no checkout.
///
/// What the file is called is the id of its blob: a commit that leaves it as it was is no news.
public struct GitTransport: Transport {
  /// How long a fetch may take altogether; git is killed then.
  public static let mostSeconds = 60

  private let address: GitAddress
  private let cache: GitCache
  private let environment: [String: String]
  private let limit: Int
  private let packLimit: Int
  private let seconds: Int

  /// `cache` is the folder that holds a repository for each source, made where it is missing;
  /// `environment` is this process's, most of it kept from git; `limit` is the file's, in bytes,
  /// `packLimit` that of the whole commit as it is sent, with all its files, compressed.
  public init(
    _ address: GitAddress, cache: String, environment: [String: String],
    limit: Int = KnowledgeBase.mostBytes, packLimit: Int = KnowledgeBase.mostBytes,
    seconds: Int = GitTransport.mostSeconds
  ) {
    self.address = address
    self.cache = GitCache(for: address, in: cache)
    self.environment = environment
    self.limit = limit
    self.packLimit = packLimit
    self.seconds = seconds
  }

  public func fetch(unless known: Tag?) throws(FetchFailure) -> Fetched {
    let git = try Git(
      scheme: address.scheme, environment: environment, seconds: seconds, mostFileBytes: packLimit)
    return try cache.locked(until: git.deadline, orAfter: seconds) { () throws(FetchFailure) in
      let wasThere = cache.exists
      do throws(FetchFailure) {
        return try attempt(unless: known, git)
      } catch {
        // Said of a damaged repository as of much else: it costs little to make a new one.
        guard case .git = error.reason, wasThere else { throw error }
        return try attempt(unless: known, git)
      }
    }
  }

  /// A fetch that leaves no repository behind which may be damaged, or locked by a killed git.
  private func attempt(unless known: Tag?, _ git: Git) throws(FetchFailure) -> Fetched {
    do throws(FetchFailure) {
      return try fetch(unless: known, git)
    } catch {
      // What ended at the limit says only that it ended.
      let isFull = cache.largestPack >= packLimit / 512 * 512
      switch error.reason {
      case .git, .timedOut: cache.remove()
      default: break
      }
      if case .git = error.reason, isFull {
        throw FetchFailure(.repositoryTooLarge(limit: packLimit))
      }
      throw error
    }
  }

  private func fetch(unless known: Tag?, _ git: Git) throws(FetchFailure) -> Fetched {
    try cache.prepare(git)
    // Kept under a name, so that the next fetch can tell the server what is here already.
    try git(
      "fetch", "--quiet", "--depth=1", "--no-tags", "--no-recurse-submodules", "--update-shallow",
      "--no-auto-maintenance", "--no-write-fetch-head", "--", address.repository,
      "+\(address.ref ?? "HEAD"):\(Self.kept)", in: cache.folder)
    let commit = try git.text(
      "rev-parse", "--verify", "--quiet", "--end-of-options", "\(Self.kept)^{commit}",
      in: cache.folder)
    let entry = try GitEntry(address, of: commit, in: cache.folder, git)
    let tag = Tag(entry.object)
    if tag == known { return .unchanged() }
    guard entry.size <= limit else { throw FetchFailure(.tooLarge(limit: limit)) }
    let bytes = try git("cat-file", "blob", entry.object, in: cache.folder, atMost: entry.size)
    guard !Self.isPointer(bytes) else { throw FetchFailure(.keptInLFS) }
    let (author, message) = GitCommitNote.of(commit, in: cache.folder, git)
    return .file(FetchedFile(bytes: bytes, tag: tag, author: author, message: message))
  }

  /// The file beside it in the commit that was fetched last.
  public func companion(_ suffix: String) -> [UInt8]? {
    do {
      let git = try Git(scheme: address.scheme, environment: environment, seconds: seconds)
      return try cache.locked(until: git.deadline, orAfter: seconds) { () throws(FetchFailure) in
        let entry = try GitEntry(address.beside(suffix), of: Self.kept, in: cache.folder, git)
        guard entry.size <= ReleaseList.mostBytes else { return nil }
        return try git("cat-file", "blob", entry.object, in: cache.folder, atMost: entry.size)
      }
    } catch {
      return nil
    }
  }

  /// A file of the commit that was fetched last.
  public func attachment(
    _ name: AttachmentName, unless known: Tag?
  ) throws(AttachmentFailure) -> FetchedAttachment {
    guard case .beside(let parts) = name else { throw .flaw(.elsewhere) }
    do throws(FetchFailure) {
      let git = try Git(
        scheme: address.scheme, environment: environment, seconds: seconds, mostFileBytes: packLimit
      )
      return try cache.locked(until: git.deadline, orAfter: seconds) { () throws(FetchFailure) in
        if !cache.exists { _ = try fetch(unless: nil, git) }
        let entry = try GitEntry(address.sibling(parts), of: Self.kept, in: cache.folder, git)
        let tag = Tag(entry.object)
        if tag == known { return .unchanged }
        guard entry.size <= AttachmentFile.mostBytes else {
          throw FetchFailure(.tooLarge(limit: AttachmentFile.mostBytes))
        }
        let bytes = try git("cat-file", "blob", entry.object, in: cache.folder, atMost: entry.size)
        guard !Self.isPointer(bytes) else { throw FetchFailure(.keptInLFS) }
        return .file(FetchedFile(bytes: bytes, tag: tag))
      }
    } catch {
      throw AttachmentFailure(error)
    }
  }

  private static let kept = "refs/phrasedesk/source"

  /// Whether these bytes are what Git LFS leaves in place of a file, by its specification's
  /// first line.
  private static func isPointer(_ bytes: [UInt8]) -> Bool {
    bytes.count < 1024 && bytes.starts(with: "version https://git-lfs.github.com/spec/".utf8)
  }
}
