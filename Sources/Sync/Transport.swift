import Phrases

/// One way to come by a knowledge base file: a path, an address of the web, a git repository.
///
/// A transport fetches bytes and says what they are called; it neither reads nor keeps them.
public protocol Transport: Sendable {
  /// Fetches the file, unless it is still the one with that tag.
  ///
  /// May block for as long as its limits allow; to be called beside the desk.
  ///
  /// - Throws: ``FetchFailure``, with nothing fetched.
  func fetch(unless known: Tag?) throws(FetchFailure) -> Fetched

  /// The file beside the one that was fetched last, by its name with `suffix` behind.
  ///
  /// - Returns: nil where there is none, or it is not to be had.
  func companion(_ suffix: String) -> [UInt8]?

  /// A file below the folder that the list is in, at most ``AttachmentFile/mostBytes``.
  ///
  /// - Throws: ``AttachmentFailure``; an address on another server than the list's is never asked.
  func attachment(
    _ name: AttachmentName, unless known: Tag?
  ) throws(AttachmentFailure) -> FetchedAttachment

  /// Where the web has such a file, without credentials; nil where it has not.
  func address(of name: AttachmentName) -> String?

  /// Whether attachments are files of this computer already, so that none is kept a second time.
  var isLocal: Bool { get }
}

extension Transport {
  public func companion(_ suffix: String) -> [UInt8]? { nil }

  public func attachment(
    _ name: AttachmentName, unless known: Tag?
  ) throws(AttachmentFailure) -> FetchedAttachment { throw .flaw(.missing) }

  public func address(of name: AttachmentName) -> String? {
    if case .address(let address) = name { address } else { nil }
  }

  public var isLocal: Bool { false }

  /// The releases of the file, where whoever publishes it leaves them beside it.
  public func releases() -> ReleaseList? {
    companion(ReleaseList.suffix).flatMap { ReleaseList($0) }
  }
}

/// What a transport calls one state of a file, in its own words: an ETag, a commit, a time.
///
/// Only the transport that made it can read it; two tags that differ may name the same bytes.
public struct Tag: Hashable, Sendable {
  var text: String

  public init(_ text: String) { self.text = text }
}

/// What a fetch brought.
public enum Fetched: Hashable, Sendable {
  /// The file is still the one with the known tag.
  ///
  /// `notBefore` is the least time until the source wants to be asked again, in seconds; nil where it
  /// does not say.
  case unchanged(notBefore: Int? = nil)
  case file(FetchedFile)
}

/// A file as it was fetched, whole.
public struct FetchedFile: Hashable, Sendable {
  public var bytes: [UInt8]
  /// Nil where the source gives no name to its states: then the bytes have to be compared.
  public var tag: Tag?
  /// Who made this state and why, not sanitised.
  ///
  /// Empty where the source does not know; git's author and subject.
  public var author: String
  public var message: String
  /// The least time until the source wants to be asked again, in seconds; nil where it does not say.
  public var notBefore: Int?

  public init(
    bytes: [UInt8], tag: Tag?, author: String = "", message: String = "", notBefore: Int? = nil
  ) {
    self.bytes = bytes
    self.tag = tag
    self.author = author
    self.message = message
    self.notBefore = notBefore
  }
}
