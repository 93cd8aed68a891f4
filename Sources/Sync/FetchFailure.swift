import Trust

/// Why a file could not be fetched; what is in use stays in use.
public struct FetchFailure: Error, Hashable, Sendable {
  public var reason: Reason
  /// The least time until the source may be asked again, in seconds, where it said so.
  public var retryAfter: Int?

  public init(_ reason: Reason, retryAfter: Int? = nil) {
    self.reason = reason
    self.retryAfter = retryAfter
  }

  public enum Reason: Hashable, Sendable {
    // Anywhere.
    case notFound
    case noRights
    case tooLarge(limit: Int)
    /// It came compressed, and is larger once it is not.
    case unpacksTooLarge(limit: Int)
    case timedOut(seconds: Int)
    case isFolder
    /// A pipe, a device, a socket; in a repository a link or another repository.
    case notAFile
    /// It was another one after each of three readings.
    case keepsChanging
    case notReadable(errno: Int32)
    /// A folder of this program's, into which others may have put something.
    case distrusted(TrustedFolder.Flaw)

    // On the way to a server.
    /// libcurl is missing, or cannot do what safety needs.
    case noLibrary
    /// Neither http nor https, or no address at all.
    case notAnAddress
    /// http without TLS to a host outside the private network.
    case needsTLS(host: String)
    case noSuchHost(String)
    case noConnection(String)
    /// There is no connection that is safe from others.
    case notTrusted(Distrust)
    case refused(status: Int)
    case serverError(status: Int)
    case tooManyRequests
    /// The server wants a name and a password, or a token.
    case needsCredentials(status: Int)
    /// A variable would be the token of each of these sources; none of them gets it.
    case sharedToken(variable: String, names: [String])
    /// The file with a token is not a plain one that this user alone may read.
    case openToken(path: String)
    /// The proxy of that name cannot be reached (nil), or answered with that status.
    case proxy(host: String, status: Int?)
    /// A redirect that goes round in circles, or where it must not go.
    case badRedirect(Redirect)
    /// The answer broke off, or is not what its headers said.
    case broken(Damage)
    /// A page for people, such as a login, where the file was to be.
    case isPage

    // git, and publishing.
    case noGit
    /// The repository holds only the place of a file that Git LFS keeps elsewhere.
    case keptInLFS
    /// One commit with all its files, as it is sent.
    case repositoryTooLarge(limit: Int)
    /// ssh does not know the server's key, or knows another one.
    case unknownHostKey
    case notWritable(errno: Int32)
    /// git knows neither `user.name` nor `user.email`, which a commit needs.
    case noIdentity
    /// The ref is no branch, so that nothing can be added to it: a tag, a commit.
    case notABranch(String)
    /// Somebody else was there first: to be fetched, looked at and published again.
    case pushRejected(ref: String)
    /// Another list stands there than the one that was looked at.
    case publishedMeanwhile
    /// What stands beside the list as its releases is none, or cannot be read.
    case brokenReleases(file: String)
    /// Web addresses are read only.
    case cannotPublish
    /// The repository belongs to somebody else, so git does not read it.
    case foreignRepository(path: String)
    case git(detail: String)
    case noSuchRef(String)
    case noSuchFileInRef(path: String, ref: String)
  }

  public enum Distrust: Hashable, Sendable {
    case expired
    case otherHost
    /// Signed by nobody that is trusted, or by itself.
    case unknownIssuer
    /// The file of certificates that the settings name.
    case badCertificateFile
    /// In the words of the TLS library, not sanitised.
    case other(String)
  }

  public enum Redirect: Hashable, Sendable {
    case tooMany(Int)
    case toNowhere
    /// To a scheme other than http and https.
    case notWeb
    /// From https to http.
    case downgrade(host: String)
    /// From the world into a private network, or from there to the machine itself.
    case nearer(host: String)
  }

  public enum Damage: Hashable, Sendable {
    case cutShort
    case empty
    case noAnswer
    case notHTTP
    case headersTooLong(limit: Int)
    /// Nothing says where the body ends, so that it cannot be told from one that broke off.
    case noLength
    /// More followed than the headers said.
    case tooLong
    case badChunks
    case badGzip
    /// It would become more than so many times as large: a bomb, not a file.
    case inflates(limit: Int)
    /// A coding that nobody asked for.
    case coding(String)
    /// An answer to a question that was not asked: part of a file, or that it is unchanged.
    case unasked(status: Int)
    /// Anything else, by libcurl's number.
    case other(code: Int)
  }
}
