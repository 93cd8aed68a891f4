import Phrases

/// What is wrong with a phrase, and a line about it, for those who keep the list.
struct ReportDialog: ChoiceDialog {
  static let opener = Action.report
  var list: ChoiceList<PhraseReport.Kind>?
  /// The phrase that it is about; nil where one is missing.
  private let phrase: Phrase?
  private let query: String

  init(_ phrase: Phrase?, query: String, _ language: Language) {
    self.phrase = phrase
    self.query = query
    let kinds = PhraseReport.Kind.allCases.filter { phrase != nil || $0 == .missing }
    list = ChoiceList(
      kinds.map { kind in
        .init(choice: kind, label: OwnLabel.report(kind, query: query).sentence(language))
      }, selecting: phrase == nil ? .missing : .wrong)
  }

  func title(of desk: Desk) -> String {
    OwnLabel.reportTitle(phrase?.title).sentence(desk.language)
  }

  func placeholder(of desk: Desk) -> String { Label.noChoice.sentence(desk.language) }

  func take(_ kind: PhraseReport.Kind, on desk: inout Desk) -> [Effect] {
    let isMissing = kind == .missing
    desk.open(
      RemarkDialog(
        PhraseReport(
          kind: kind, key: isMissing ? nil : phrase?.key,
          title: isMissing ? query : phrase?.title ?? query, remark: ""), begun: desk.own.report))
    return []
  }
}

/// The line that goes with a report; it may be empty.
struct RemarkDialog: Dialog {
  private let report: PhraseReport
  private var field = TextField()

  /// `begun` is one that was left, which goes on where it is about the same.
  init(_ report: PhraseReport, begun: PhraseReport?) {
    self.report = report
    guard let begun, begun.kind == report.kind, begun.key == report.key, begun.title == report.title
    else { return }
    field = TextField(begun.remark)
  }

  /// No line is longer than that, in scalars.
  private static let limit = 500

  func title(of desk: Desk) -> String {
    OwnLabel.report(report.kind, query: report.title).sentence(desk.language)
  }

  func size(in room: Size, of desk: Desk) -> Size { Size(rows: 2, columns: 56) }

  var contexts: [KeyContext] { [.anywhere] }

  mutating func handle(
    _ key: Key, _ action: Action?, in region: Region, of desk: inout Desk
  ) -> DialogStep {
    switch action {
    case .back:
      leave(&desk, isOpen: false)
      return .close()
    case .send:
      // There again where it cannot be kept.
      desk.own.report = written
      return .close([.report(written)])
    case _:
      _ = field.edit(key)
      return .stay()
    }
  }

  private var written: PhraseReport {
    var report = report
    report.remark = String(
      SafeText.sendable(field.text).unicodeScalars.prefix(RemarkDialog.limit))
    return report
  }

  mutating func paste(_ pasted: String) -> Bool { field.paste(pasted) }

  func leave(_ desk: inout Desk, isOpen: Bool) { desk.own.report = written }

  func draw(in region: Region, on canvas: inout Canvas, of desk: Desk) {
    canvas.write(
      field: field, row: region.row, column: region.column, width: region.columns, hasCursor: true)
    canvas.write(
      OwnLabel.remarkHint.sentence(desk.language), row: region.row + 1, column: region.column,
      width: region.columns, style: Style(.faint))
  }
}
