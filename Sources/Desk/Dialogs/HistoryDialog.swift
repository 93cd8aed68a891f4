import Phrases

/// What went before: conversations that were ended, what was sent, looked at and searched for.
struct HistoryDialog: ChoiceDialog {
  static let opener = Action.history
  var list: ChoiceList<Entry>?

  enum Entry: Equatable, Sendable {
    /// A conversation that was ended, by its number among those.
    case ended(Int)
    /// A form that was left, as it was.
    case left(FormDialog)
    /// A message of this conversation.
    case sent(SentMessage)
    /// A phrase that was sent before, to whomever.
    case past(Phrase)
    /// A phrase that was looked at and not sent.
    case lookedAt(Phrase)
    /// A file of the agent's own folders.
    case file(Attachment)
    case query(String)
  }

  init(_ desk: Desk) { list = ChoiceList(HistoryDialog.rows(of: desk)) }

  /// More may have become known meanwhile.
  mutating func hear(_ event: Event, of desk: inout Desk) -> DialogStep {
    if case .history = event {
      list = list?.replacing(HistoryDialog.rows(of: desk))
    }
    return .stay()
  }

  func title(of desk: Desk) -> String { OwnLabel.historyTitle.sentence(desk.language) }

  func placeholder(of desk: Desk) -> String { OwnLabel.noHistory.sentence(desk.language) }

  func size(in room: Size, of desk: Desk) -> Size {
    let size = list?.size ?? Size(rows: 0, columns: 0)
    return Size(
      rows: max(min(size.rows, 20), 2),
      columns: max(min(size.columns, 76), GlyphRun(placeholder(of: desk)).width))
  }

  func take(_ entry: Entry, on desk: inout Desk) -> [Effect] {
    switch entry {
    case .ended(let index): return desk.bringBack(index)
    case .left(let form):
      if desk.conversation.takeBack(form) { desk.open(form.followed(desk.clock.moment)) }
      return []
    case .sent(let message):
      // Another chat may have come in front meanwhile.
      guard desk.conversation.sent.contains(message) else { return [] }
      return desk.sendAgain(message)
    // As the row showed it: one that reads otherwise by now is said and shown.
    case .past(let phrase), .lookedAt(let phrase): return desk.send(only: phrase)
    case .file(let file):
      return [
        .handOver(
          AttachmentHandover(
            attachment: file, form: .file, destination: desk.target.destination))
      ]
    case .query(let query):
      desk.searchAgain(query)
      return []
    }
  }

  // MARK: - Rows

  private static func rows(of desk: Desk) -> [ChoiceList<Entry>.Row] {
    let language = desk.language
    var rows: [ChoiceList<Entry>.Row] = []
    for (index, ended) in desk.conversations.ended.enumerated()
    where ended.name == desk.conversations.name {
      rows.append(
        .init(
          choice: .ended(index), label: OwnLabel.ended(ended).sentence(language),
          note: ended.timeOfDay?.description ?? ""))
    }
    for form in desk.conversation.leftForms where form.isEdited || !form.values.isEmpty {
      rows.append(
        .init(
          choice: .left(form), label: label(form.dispatch.title, form.shownText),
          note: OwnLabel.leftUnsent.sentence(language)))
    }
    for message in desk.conversation.sent {
      rows.append(
        .init(
          choice: .sent(message),
          label: label(message.outgoing.title, message.outgoing.text),
          note: note([OwnLabel.here.sentence(language), message.timeOfDay?.description ?? ""])))
    }
    // Those of this conversation stand above as they went out.
    let here = Set(
      desk.conversation.sent.flatMap { message in
        message.outgoing.keys.map { "\($0) \(message.timeOfDay?.description ?? "")" }
      })
    for send in desk.own.sends
    where send.day != desk.day || !here.contains("\(send.key) \(send.timeOfDay)") {
      guard let phrase = desk.shownPhrase(send.key) else { continue }
      let day = send.day == desk.day ? "" : send.shortDay
      rows.append(
        .init(
          choice: .past(phrase), label: label(phrase.title, phrase.text),
          note: note([send.way, day, send.timeOfDay.description])))
    }
    for file in desk.own.files {
      rows.append(
        .init(
          choice: .file(file), label: file.fileName,
          note: AttachmentLabel.kind(.other).sentence(language)))
    }
    for key in desk.own.lookedAt {
      guard let phrase = desk.shownPhrase(key) else { continue }
      rows.append(
        .init(
          choice: .lookedAt(phrase), label: label(phrase.title, phrase.text),
          note: OwnLabel.lookedAt.sentence(language)))
    }
    for query in desk.own.queries {
      rows.append(
        .init(
          choice: .query(query), label: query, note: OwnLabel.searched.sentence(language)))
    }
    return rows
  }

  /// The title and as much of the text as a row may show.
  private static func label(_ title: String, _ text: String) -> String {
    let line = text.prefix(80).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return line == title ? title : "\(title)  \(line)"
  }

  private static func note(_ parts: [String]) -> String {
    parts.filter { !$0.isEmpty }.joined(separator: " ")
  }
}
