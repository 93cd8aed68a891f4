import Glibc

/// Puts a file where desks fetch it from.
///
/// What is in the bytes is not looked at: whoever publishes has checked them.
public struct Publishing {
  /// What was written where.
  public enum Published: Hashable, Sendable {
    /// `path` is the file itself where the address names a link.
    case file(path: String, bytes: Int)
    /// A commit on a branch of the repository.
    case commit(String, branch: String, path: String)
    /// The repository holds these very bytes already: nothing was written.
    case same(branch: String)
  }

  private let environment: [String: String]
  private let temporaryFolder: String
  private let seconds: Int

  /// - Parameters:
  ///   - environment: of this process; git gets the author's name from it or from its own settings.
  ///   - temporaryFolder: for a copy of the repository, which is removed again.
  ///   - seconds: how long git may take altogether.
  public init(environment: [String: String], temporaryFolder: String, seconds: Int = 120) {
    self.environment = environment
    self.temporaryFolder = temporaryFolder
    self.seconds = seconds
  }

  /// Writes the bytes to the address; the message is the commit's, a path has no use for it.
  ///
  /// Throws ``FetchFailure``; what desks fetch is as it was then.
  public func publish(
    _ bytes: [UInt8], to address: SourceAddress, message: String
  ) throws(FetchFailure) -> Published {
    switch address {
    case .path(let path): return try FileReplacement.write(bytes, to: path)
    case .git(let address):
      return try GitPublication(
        address: address,
        git: Git(
          scheme: address.scheme, environment: environment, seconds: seconds, isAuthor: true)
      ).publish(bytes, message: message, copyIn: temporaryFolder)
    case .web: throw FetchFailure(.cannotPublish)
    }
  }
}
