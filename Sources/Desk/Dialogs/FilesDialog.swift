import Phrases
import Search

/// The files of the agent's own folders, found by name as phrases are, with the picture of the selected one.
struct FilesDialog: Dialog {
  /// Nil until they were read.
  private var files: FileList?
  private var field = TextField()
  private var hits: [Hit] = []
  private var total = 0
  private var viewport = Viewport()

  /// How many files of a query are listed.
  private static let hitLimit = 500

  func title(of desk: Desk) -> String { AttachmentLabel.filesTitle.sentence(desk.language) }

  func size(in room: Size, of desk: Desk) -> Size {
    Size(rows: room.rows, columns: min(room.columns, 100))
  }

  var contexts: [KeyContext] { [.anywhere] }

  private var selected: Phrase? {
    guard let files, hits.indices.contains(viewport.selected) else { return nil }
    return files.library.phrase(hits[viewport.selected].number)
  }

  // MARK: - Keys

  mutating func handle(
    _ key: Key, _ action: Action?, in region: Region, of desk: inout Desk
  ) -> DialogStep {
    switch action {
    case .back, .localFiles: return .close()
    case .send, .copyFile: return handOver(as: .file, on: &desk)
    case .copyPicture: return handOver(as: .picture, on: &desk)
    case .help: desk.open(HelpDialog())
    case .up, .down, .pageUp, .pageDown:
      action.map { viewport.move($0, of: hits.count, height: places(in: region).list.rows) }
    case _: if field.edit(key) { search() }
    }
    return .stay()
  }

  mutating func paste(_ pasted: String) -> Bool {
    defer { search() }
    return field.paste(pasted)
  }

  mutating func click(
    at position: Position, in region: Region, of desk: inout Desk
  ) -> DialogStep {
    let list = places(in: region).list
    guard list.contains(position),
      let row = viewport.row(
        onLine: position.row - list.row, of: hits.count, height: list.rows)
    else { return .stay() }
    viewport.select(row, of: hits.count)
    return .stay()
  }

  mutating func scroll(by rowCount: Int, in region: Region, of desk: Desk) {
    viewport.scroll(by: rowCount, of: hits.count, height: places(in: region).list.rows)
  }

  mutating func settle(in region: Region) {
    viewport.settle(count: hits.count, height: places(in: region).list.rows)
  }

  mutating func hear(_ event: Event, of desk: inout Desk) -> DialogStep {
    guard case .files(let list) = event else { return .stay() }
    files = list
    search()
    return .stay()
  }

  private mutating func search() {
    guard let files else { return }
    var run = SearchRun(
      query: Query(field.text), library: files.library, scope: .all, prior: .none,
      limit: Self.hitLimit)
    run.rank(within: OngoingSearch.firstBudget)
    (hits, total) = (run.result.hits, run.result.total)
    viewport = Viewport()
  }

  private func handOver(
    as form: AttachmentHandover.Form, on desk: inout Desk
  ) -> DialogStep {
    guard let selected else { return .stay() }
    let attachment = Attachment(source: Attachment.localFiles, name: selected.key.id)
    desk.own.note(file: attachment)
    var handover = AttachmentHandover(
      attachment: attachment, form: form, destination: desk.target.destination)
    handover.seen = desk.pictures.facts(of: attachment)
    return .close([.handOver(handover)])
  }

  // MARK: - Drawing

  private func places(in region: Region) -> (list: Region, line: Region, picture: Region) {
    let below = region.droppingFirst(rows: 1)
    let hasPicture = selected.map { AttachmentLabel.looksLikePicture($0.title) } ?? false
    let rows = hasPicture && below.rows >= 9 ? below.rows / 2 : 0
    let list = below.droppingLast(rows: rows + 1)
    let rest = below.droppingFirst(rows: list.rows)
    return (list, rest.droppingLast(rows: rows), rest.droppingFirst(rows: 1))
  }

  func look(in region: Region) -> AttachmentViews.Request? {
    guard let selected else { return nil }
    let room = places(in: region).picture
    return AttachmentViews.Request(
      attachment: Attachment(source: Attachment.localFiles, name: selected.key.id),
      rows: room.rows, columns: room.columns)
  }

  func draw(in region: Region, on canvas: inout Canvas, of desk: Desk) {
    canvas.write(
      field: field, row: region.row, column: region.column, width: region.columns, hasCursor: true)
    let places = places(in: region)
    guard let files, !hits.isEmpty else {
      canvas.write(
        WrappedText(
          AttachmentLabel.nothing(files, query: field.text).sentence(desk.language),
          width: places.list.columns), in: places.list)
      return
    }
    let visible = viewport.visible(count: hits.count, height: places.list.rows)
    canvas.markScrolling(visible, of: hits.count, onFrameOf: region)
    for (line, index) in visible.enumerated() {
      let phrase = files.library.phrase(hits[index].number)
      let row = places.list.row + line
      let isSelected = index == viewport.selected
      let style = Style(.text, isSelected: isSelected)
      canvas.fill(
        Region(row: row, column: region.column, rows: 1, columns: region.columns), style: style)
      let size = AttachmentFacts.text(bytes: files.sizes[phrase.key.id] ?? 0)
      let sizeWidth = GlyphRun(size).width
      canvas.write(
        (isSelected ? "> " : "  ") + phrase.title, row: row, column: region.column,
        width: region.columns - sizeWidth - 1, style: style)
      canvas.writeRight(
        size, row: row, end: region.column + region.columns, width: sizeWidth,
        style: Style(.faint, isSelected: isSelected))
    }
    if let selected { drawSelected(selected, files, places, on: &canvas, of: desk) }
  }

  /// Where the selected file is, what it is, and the picture.
  private func drawSelected(
    _ file: Phrase, _ files: FileList, _ places: (list: Region, line: Region, picture: Region),
    on canvas: inout Canvas, of desk: Desk
  ) {
    let request = AttachmentViews.Request(
      attachment: Attachment(source: Attachment.localFiles, name: file.key.id),
      rows: places.picture.rows, columns: places.picture.columns)
    let look = desk.pictures[request]
    let (text, role): (String, Role) =
      switch look {
      case .failed(let sentence)?: (sentence, .warning)
      case .file(let facts, _)?: (facts.text(desk.language) + "  " + folder(of: file), .faint)
      case nil: (folder(of: file), .faint)
      }
    canvas.write(
      text, row: places.line.row, column: places.line.column, width: places.line.columns,
      style: Style(role))
    if case .file(_, let picture?)? = look { canvas.draw(picture, in: places.picture) }
  }

  private func folder(of file: Phrase) -> String {
    SafeText.visible(String(file.key.id.dropLast(file.title.count)))
  }
}
