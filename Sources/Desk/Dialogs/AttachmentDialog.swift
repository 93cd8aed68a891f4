import Phrases

/// The attachments of a phrase that has several, to choose one of.
struct AttachmentDialog: ChoiceDialog {
  static let opener = Action.copyPicture
  var list: ChoiceList<Attachment>?
  private let phrase: Phrase
  private let form: AttachmentHandover.Form

  init(_ attachments: [Attachment], of phrase: Phrase, as form: AttachmentHandover.Form) {
    list = ChoiceList(attachments.map { .init(choice: $0, label: $0.fileName) })
    self.phrase = phrase
    self.form = form
  }

  func title(of desk: Desk) -> String { AttachmentLabel.which(form).sentence(desk.language) }

  func placeholder(of desk: Desk) -> String { Label.noChoice.sentence(desk.language) }

  func take(_ attachment: Attachment, on desk: inout Desk) -> [Effect] {
    desk.handOver(attachment, of: phrase, as: form)
  }
}
