import Phrases
import Store
import Sync

/// Gets the pictures and files that go with phrases, wherever their lists are.
///
/// Asks disks and servers, so it belongs on a worker thread.
///
/// ```swift
/// let found = keeper.attachments.find(Attachment(source: "shop", name: "图片/尺码表.png"))
/// switch found.file {
/// case .success(let file): clipboard.deliver(file.bytes, mediaType: file.kind.mediaType)
/// case .failure(let failure): print(failure.sentence(.english, name: "尺码表.png"))
/// }
/// ```
public struct Attachments: Sendable {
  private let opening: Opening

  init(_ opening: Opening) { self.opening = opening }

  /// What was found of an attachment.
  public struct Found: Sendable {
    public let file: Result<AttachmentFile, AttachmentFailure>
    /// Where the web has it; nil for what is not there.
    public let address: String?

    /// What says in words where it is: its address, or else its path here; nil where it is nowhere.
    public var place: String? { address ?? (try? file.get())?.path }
  }

  /// Looks for an attachment, and fetches it where it is not here.
  public func find(_ attachment: Attachment) -> Found {
    if attachment.source == Attachment.localFiles {
      return Found(
        file: Result { () throws(AttachmentFailure) in
          try AttachmentFile(path: attachment.name, takesLong: true)
        }, address: nil)
    }
    let name: AttachmentName
    do throws(AttachmentFlaw) {
      name = try AttachmentName(attachment.name)
    } catch {
      return Found(file: .failure(.flaw(error)), address: nil)
    }
    guard let (transport, address) = transport(of: attachment.source) else {
      return Found(file: .failure(.flaw(.missing)), address: nil)
    }
    let cache = AttachmentCache(folder: (opening.transports?.cache ?? "") + "/attachments")
    return Found(
      file: Result { () throws(AttachmentFailure) in
        try cache.file(name, of: address, by: transport)
      }, address: transport.address(of: name))
  }

  /// What brings the list that attachments stand beside, and its address; nil where there is no such list.
  private func transport(of source: String) -> (any Transport, String)? {
    if let file = opening.knowledgeBase {
      guard file.contains("://") else { return (PathTransport(path: file), file) }
      guard let address = try? SourceAddress(file, in: "/", home: "/") else { return nil }
      return transport(of: Source(name: address.suggestedName, address: address.description))
    }
    guard let store = opening.storePath else { return nil }
    if source == PhraseKey.personalSource {
      let path = store.prefix(upTo: store.lastIndex(of: "/") ?? store.startIndex) + "/files/list"
      return (PathTransport(path: String(path)), String(path))
    }
    return opening.connected.first { $0.name == source }.flatMap(transport)
  }

  private func transport(of source: Source) -> (any Transport, String)? {
    (try? opening.transports?.transport(of: source)).map { ($0, source.address) }
  }
}

extension Keeper {
  /// The pictures and files that go with the phrases of this keeper.
  public var attachments: Attachments { Attachments(opening) }
}
