import Phrases

/// Pictures and files that go with phrases.
extension Desk {
  /// The attachments of a phrase, where they are to be looked for: beside the list of the phrase that a
  /// version of the agent's was made of.
  func attachments(of phrase: Phrase) -> [Attachment] {
    let source = own.arrangement.originals[phrase.key]?.key.source ?? phrase.key.source
    return phrase.attachments.map { Attachment(source: source, name: $0) }
  }

  /// What the preview shows of attachments: the first one of the selected phrase, in the room for it.
  var attachmentInSight: AttachmentViews.Request? {
    if let dialog { return dialog.look(in: frame(of: dialog).insideFrame) }
    guard layout.shape != .tooSmall, let phrase = selectedPhrase,
      let attachment = attachments(of: phrase).first
    else { return nil }
    let room = layout.pictureRoom
    return AttachmentViews.Request(attachment: attachment, rows: room.rows, columns: room.columns)
  }

  /// Gives a picture the rows that the text leaves, and at least half of them.
  mutating func fitPicture() {
    layout.attachmentRows = 0
    guard let phrase = selectedPhrase, let name = phrase.attachments.first else { return }
    let room = layout.previewText
    // A line says what it is; without a few rows more there is no picture.
    guard AttachmentLabel.looksLikePicture(name), room.rows > 3 else {
      layout.attachmentRows = min(1, max(room.rows - 1, 0))
      return
    }
    let lines = WrappedText(phrase.text, width: room.columns).lines.count
    layout.attachmentRows = room.rows - min(lines + 1, room.rows / 2)
  }

  /// Asks for what the preview is to show and nobody has looked at yet.
  mutating func lookAtAttachment() -> [Effect] {
    let request = attachmentInSight
    guard pictures.ask(for: request), let request else { return [] }
    return [.look(request.attachment, rows: request.rows, columns: request.columns)]
  }

  /// Takes an attachment of the selected phrase to the clipboard, or asks which.
  mutating func handOver(as form: AttachmentHandover.Form) -> [Effect] {
    guard purpose == .send else {
      notice = .attachmentNotPicked
      return []
    }
    guard let hit = list.meant else {
      if !mustBeDrawn { notice = .nothingSelected }
      return []
    }
    let phrase = library.phrase(hit.number)
    let attachments = attachments(of: phrase)
    if attachments.count > 1 {
      open(AttachmentDialog(attachments, of: phrase, as: form))
      return []
    }
    guard let attachment = attachments.first else {
      notice = .noAttachment(title: phrase.title)
      return []
    }
    return handOver(attachment, of: phrase, as: form)
  }

  /// The rules of sending hold for what goes with a phrase as well: one that is withdrawn or outside its days
  /// is not sent unasked.
  mutating func handOver(
    _ attachment: Attachment, of phrase: Phrase, as form: AttachmentHandover.Form
  ) -> [Effect] {
    if let newest = newest.phrase(phrase.key), newest.reads(as: phrase),
      newest.attachments != phrase.attachments
    {
      notice = .reworded(title: phrase.title, others: 0)
      mustBeDrawn = true
      find(selecting: newest)
      return []
    }
    var handover = AttachmentHandover(
      attachment: attachment, form: form, destination: target.destination)
    handover.seen = pictures.facts(of: attachment)
    return proceed(with: Dispatch(phrase), to: .handOver(handover))
  }

  /// Lists the files of the agent's own folders, read anew.
  mutating func showLocalFiles() -> [Effect] {
    guard purpose == .send else {
      notice = .attachmentNotPicked
      return []
    }
    open(FilesDialog())
    return [.listFiles]
  }
}
