import Chat
import Desk
import Keeping
import Phrases
import Sync

/// The line between a desk and the pictures and files that go with its phrases.
///
/// Owned by the session's thread; disks, servers and decoders are waited for on workers, and answer by letters.
final class AttachmentLine {
  private struct Look: Sendable {
    let attachment: Attachment
    let rows: Int
    let columns: Int
  }

  private let attachments: Attachments
  private let drawer: PictureDrawer?
  /// Whose files are listed.
  private let folders: [String]
  private let language: Language
  private let mailbox: Mailbox<Letter>
  private let lookWorker = Worker(name: "pictures")
  private let fileWorker = Worker(name: "files")
  private let fetchWorker = Worker(name: "attachments")
  /// The look that is wanted last: who runs through a list is shown none of those on the way.
  private let wanted = Locked<Look?>(nil)
  /// Counts what goes out: a picture that is fetched for long does not take the place of a later text.
  private let turn = Locked(0)

  init(
    _ attachments: Attachments, drawer: PictureDrawer?, folders: [String] = [], language: Language,
    mailbox: Mailbox<Letter>
  ) {
    self.folders = folders
    self.attachments = attachments
    self.drawer = drawer
    self.language = language
    self.mailbox = mailbox
  }

  /// Looks at an attachment, drawn in so many cells: `Event.looked` answers, unless another look is wanted by then.
  func look(at attachment: Attachment, rows: Int, columns: Int) {
    wanted.withLock { $0 = Look(attachment: attachment, rows: rows, columns: columns) }
    lookWorker.run { [attachments, drawer, language, mailbox, wanted] in
      let next = wanted.withLock { look in
        defer { look = nil }
        return look
      }
      guard let next else { return }
      let look = AttachmentLook(
        attachments.find(next.attachment), named: next.attachment.fileName, drawer, rows: next.rows,
        columns: next.columns, language)
      mailbox.post(
        .event(.looked(next.attachment, rows: next.rows, columns: next.columns, look)))
    }
  }

  /// Reads the agent's folders: `Event.files` tells.
  func listFiles() {
    fileWorker.run { [folders, mailbox] in
      let found = LocalFiles(in: folders)
      mailbox.post(
        .event(
          .files(
            FileList(
              found.files.map { ($0.path, $0.name, $0.size) },
              gone: folders.isEmpty ? nil : found.gone))))
    }
  }

  /// Puts a picture or a file where it can be pasted: `Event.handedOver` tells.
  func handOver(_ handover: AttachmentHandover, by chat: ChatLine) {
    let turn = nextTurn()
    let route: Courier.Route =
      handover.destination == .window ? .window(chat.chat?.window) : .clipboard
    let target = chat.target(handover.destination)
    let (courier, chatWorker) = (chat.courier, chat.worker)
    fetchWorker.run { [attachments, language, mailbox, turns = self.turn] in
      let found = attachments.find(handover.attachment)
      // By the worker that texts go out by, one after the other.
      chatWorker.run {
        func tell(_ outcome: AttachmentDelivered.Outcome, _ bytes: [UInt8]? = nil) {
          let event = Event.handedOver(AttachmentDelivered(outcome, of: handover))
          mailbox.post(bytes.map { .terminalBytes($0, then: event) } ?? .event(event))
        }
        guard turns.withLock({ $0 == turn }) else {
          return tell(.failed(AttachmentSentence.overtaken(handover.name).sentence(language)))
        }
        let parcel: Parcel
        switch Parcel.of(found, handover, language) {
        case .failure(let refusal): return tell(refusal.outcome)
        case .success(let made): parcel = made
        }
        if let mediaType = parcel.mediaType,
          let handed = courier.deliver(parcel.bytes, mediaType: mediaType, by: route)
        {
          return tell(.init(handed, parcel.kind, handover, to: target, language))
        }
        // A path that loses a character would be another file's.
        guard let place = found.place, SafeText.sendable(place) == place, !place.isEmpty else {
          return tell(.failed(AttachmentSentence.notKept(handover.name).sentence(language)))
        }
        // A path is nothing to put before a customer: it stays on the clipboard.
        let text = courier.deliver(Array(place.utf8), by: .clipboard)
        let delivered = Delivered(
          text.clipboard ?? .init(), title: handover.name, language)
        tell(.asText(place, delivered.outcome), text.clipboard?.terminalSequence)
      }
    }
  }

  /// A text goes out: a picture that is still being fetched is not to take its place.
  func giveUpHandover() { _ = nextTurn() }

  private func nextTurn() -> Int {
    turn.withLock { turn in
      turn += 1
      return turn
    }
  }
}

/// What is handed over of an attachment.
private struct Parcel {
  let bytes: [UInt8]
  /// Nil where only the place of it can be told.
  let mediaType: String?
  let kind: FileKind?

  struct Refusal: Error {
    let outcome: AttachmentDelivered.Outcome
  }

  static func of(
    _ found: Attachments.Found, _ handover: AttachmentHandover, _ language: Language
  ) -> Result<Parcel, Refusal> {
    let file: AttachmentFile
    switch found.file {
    case .failure(let failure):
      let sentence = failure.sentence(language, name: handover.attachment.fileName)
      return .failure(Refusal(outcome: .failed(sentence)))
    case .success(let found): file = found
    }
    if let seen = handover.seen, seen != AttachmentFacts(file) {
      let sentence = AttachmentSentence.exchanged(handover.name).sentence(language)
      return .failure(Refusal(outcome: .failed(sentence)))
    }
    switch handover.form {
    case .picture:
      guard let mediaType = file.kind.mediaType else {
        return .failure(Refusal(outcome: .noPicture))
      }
      guard !file.bytes.isEmpty else {
        let failure = AttachmentFailure.flaw(.tooLarge(limit: AttachmentFile.mostBytes))
        let sentence = failure.sentence(language, name: handover.attachment.fileName)
        return .failure(Refusal(outcome: .failed(sentence)))
      }
      return .success(Parcel(bytes: file.bytes, mediaType: mediaType, kind: file.kind))
    case .file:
      guard let path = file.path else {
        let sentence = AttachmentSentence.notKept(handover.name).sentence(language)
        return .failure(Refusal(outcome: .failed(sentence)))
      }
      return .success(
        Parcel(bytes: URIList.bytes(of: path), mediaType: URIList.mediaType, kind: nil))
    }
  }
}

/// A list of one file, as programs pass files on (RFC 2483 section 5).
///
/// ```swift
/// URIList.bytes(of: "/a b.png")   // file:///a%20b.png CR LF
/// ```
public enum URIList {
  public static let mediaType = "text/uri-list"

  /// Every byte of the path that is no letter, digit, slash or one of `-._~` is escaped (RFC 3986, RFC 8089).
  public static func bytes(of path: String) -> [UInt8] {
    var bytes = Array("file://".utf8)
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "-"),
        UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
        bytes.append(byte)
      case _:
        let digits = String(byte, radix: 16, uppercase: true)
        bytes += Array((byte < 16 ? "%0" : "%").utf8) + Array(digits.utf8)
      }
    }
    return bytes + [13, 10]
  }
}

extension AttachmentDelivered.Outcome {
  /// What became of what was handed over, as the agent is told.
  fileprivate init(
    _ handed: Handover, _ kind: FileKind?, _ handover: AttachmentHandover, to target: Target,
    _ language: Language
  ) {
    if let arrival = handed.arrival {
      let name = target.name.isEmpty ? arrival.name : target.name
      self = .pasted(Target(target.destination, name: name), kind)
    } else if handed.clipboard?.isTaken == true {
      self = .copied(kind)
    } else {
      let reasons = handed.clipboard?.failures.map { $0.phrase(language) } ?? []
      self = .failed(AttachmentSentence.notCopied(handover.name, reasons).sentence(language))
    }
  }
}

extension AttachmentLook {
  /// What is to be shown of what was found.
  fileprivate init(
    _ found: Attachments.Found, named name: String, _ drawer: PictureDrawer?, rows: Int,
    columns: Int,
    _ language: Language
  ) {
    switch found.file {
    case .failure(let failure): self = .failed(failure.sentence(language, name: name))
    case .success(let file):
      let facts = AttachmentFacts(file)
      let isModest = file.kind.isPicture && file.pixels?.isModest == true
      let picture =
        isModest ? file.path.flatMap { drawer?.draw($0, rows: rows, columns: columns) } : nil
      self = .file(facts, picture)
    }
  }
}

extension AttachmentFacts {
  fileprivate init(_ file: AttachmentFile) {
    self.init(
      kind: file.kind, size: file.size, pixels: file.pixels, fingerprint: file.bytes.hashValue)
  }
}
