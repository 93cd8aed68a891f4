import Chat
import Desk
import Keeping
import Phrases
import Session
import Sync

extension Context {
  /// The folders whose files Alt+L lists.
  var fileFolders: [String] {
    let home = environment["HOME"] ?? ""
    return settings.fileFolders.map { $0.hasPrefix("~/") ? home + $0.dropFirst() : $0 }
  }

  /// Puts the first file that goes with a phrase on the clipboard, or writes where it is.
  ///
  /// What is fetched is kept in the cache, so that there is a path to write.
  func send(attachmentOf phrase: Phrase, _ keeper: Keeper, isPrinted: Bool) throws {
    guard let name = phrase.attachments.first else {
      throw CommandFailure(
        .nothing, Notice.noAttachment(title: phrase.title).sentence(language))
    }
    let source = keeper.arrangement.originals[phrase.key]?.key.source ?? phrase.key.source
    let attachment = Attachment(source: source, name: name)
    let file: AttachmentFile
    do throws(AttachmentFailure) {
      file = try keeper.attachments.find(attachment).file.get()
    } catch {
      let status: ExitStatus = if case .fetch = error { .sourceUnreachable } else { .badFile }
      throw CommandFailure(status, error.sentence(language, name: attachment.fileName))
    }
    guard let path = file.path else {
      throw CommandFailure(.notTaken, AttachmentSentence.notKept(name).sentence(language))
    }
    if isPrinted { return try Output.document(Array(path.utf8)) }
    let handover = AttachmentHandover(attachment: attachment, form: .file, destination: .clipboard)
    guard
      let handed = courier.deliver(
        URIList.bytes(of: path), mediaType: URIList.mediaType, by: .clipboard)
    else {
      let delivery = deliver(path, to: .clipboard)
      let delivered = Delivered(
        delivery, to: Target(.clipboard), title: handover.name, language)
      let told = AttachmentDelivered(.asText(path, delivered.outcome), of: handover)
      guard delivery.isTaken else { throw CommandFailure(.notTaken, told.sentence(language)) }
      return try Output.line(told.sentence(language))
    }
    guard handed.isTaken else {
      let reasons = handed.clipboard?.failures.map { $0.phrase(language) } ?? []
      throw CommandFailure(
        .notTaken, AttachmentSentence.notCopied(handover.name, reasons).sentence(language))
    }
    try Output.line(AttachmentDelivered(.copied(nil), of: handover).sentence(language))
  }
}
