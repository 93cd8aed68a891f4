import Glibc

/// Puts a list where desks fetch it from, and the release that says who decided it.
///
/// What is in the bytes is not looked at: whoever publishes has checked them.
public struct Publishing {
  /// What was written where.
  public enum Published: Hashable, Sendable {
    /// `path` is the file itself where the address names a link.
    case file(path: String, bytes: Int)
    /// A commit on a branch of the repository.
    case commit(String, branch: String, path: String)
    /// These very bytes are there already: nothing was written.
    case same(place: String)
  }

  public struct Outcome: Hashable, Sendable {
    public let published: Published
    /// As it was written down; nil where nothing was.
    public let release: Release?

    init(_ published: Published, _ release: Release? = nil) {
      self.published = published
      self.release = release
    }
  }

  private let environment: [String: String]
  private let temporaryFolder: String
  private let seconds: Int

  /// - Parameters:
  ///   - environment: of this process; git gets the author's name from it or from its own settings.
  ///   - temporaryFolder: for a copy of the repository, which is removed again.
  ///   - seconds: how long git, or another publisher, may take altogether.
  public init(environment: [String: String], temporaryFolder: String, seconds: Int = 120) {
    self.environment = environment
    self.temporaryFolder = temporaryFolder
    self.seconds = seconds
  }

  /// Writes the bytes and their release to the address; the release's message is a commit's, too.
  ///
  /// The release's number and base are written by what stands there.
  ///
  /// - Parameters:
  ///   - bytes: the list.
  ///   - release: what it is published as.
  ///   - expected: the hash of the list that the decision was about; nil where there was none.
  ///   - address: a path, or a file in a git repository.
  ///   - attachments: what goes out with it, beside it; there before the list is.
  /// - Returns: what was written where, and the release as it was written down.
  /// - Throws: ``FetchFailure``, with what desks fetch as it was;
  ///   ``FetchFailure/Reason/publishedMeanwhile`` where another list stands there by now.
  public func publish(
    _ bytes: [UInt8], as release: Release, after expected: String?, to address: SourceAddress,
    with attachments: [PublishedAttachment] = []
  ) throws(FetchFailure) -> Outcome {
    switch address {
    case .path(let path):
      return try PathPublication(path: path, seconds: seconds)
        .publish(bytes, as: release, after: expected, with: attachments)
    case .git(let address):
      return try publication(address).publish(
        bytes, as: release, after: expected, with: attachments, copyIn: temporaryFolder)
    case .web: throw FetchFailure(.cannotPublish)
    }
  }

  /// The lists that stood at the address, the newest first, the one of now among them.
  ///
  /// - Throws: ``FetchFailure`` where a repository cannot be had.
  public func history(
    of address: SourceAddress, atMost count: Int
  ) throws(FetchFailure) -> [FormerList] {
    switch address {
    case .path(let path):
      return PathPublication(path: path, seconds: seconds).history(atMost: count)
    case .git(let address):
      return try publication(address).history(atMost: count, copyIn: temporaryFolder)
    case .web: return []
    }
  }

  private func publication(_ address: GitAddress) throws(FetchFailure) -> GitPublication {
    GitPublication(
      address: address,
      git: try Git(
        scheme: address.scheme, environment: environment, seconds: seconds, isAuthor: true))
  }
}

/// A list that was published once.
public struct FormerList: Hashable, Sendable {
  public let bytes: [UInt8]
  /// SHA-256, in hexadecimal digits.
  public let hash: String
  /// The number of its release, where it has one.
  public let release: Int?
  /// Who published it, not sanitised, and when, as ISO 8601 writes it; empty where that is not known.
  public let by: String
  public let at: String

  init(bytes: [UInt8], hash: String, release: Int?, by: String, at: String) {
    self.bytes = bytes
    self.hash = hash
    self.release = release
    self.by = by
    self.at = at
  }

  /// One that is known from elsewhere.
  public init(_ bytes: [UInt8], _ hash: String, by: String, at: String) {
    self.init(bytes: bytes, hash: hash, release: nil, by: by, at: at)
  }
}
