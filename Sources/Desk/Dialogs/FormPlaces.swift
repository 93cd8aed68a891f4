/// Where the parts of a form stand.
struct FormPlaces {
  /// The fields in sight.
  let fields: Range<Int>
  /// Their rows, labels and all.
  let fieldRegion: Region
  let labelColumns: Int
  let text: Region
  /// The first line of the text in sight.
  let textTop: Int
  /// How the phrase reads by now, below the text; without rows where there is no need to say.
  let reworded: Region
  let hint: Region

  /// The rows that a form takes to be seen whole: the fields, the text, and the hint, with a blank
  /// row between them.
  static func rows(of form: FormDialog, columns: Int) -> Int {
    let text = WrappedText(form.shownText, width: columns).lines.count
    return rows(ofFields: form.fields.count) + text + 2
      + (form.reworded?.rows(width: columns) ?? 0)
  }

  /// The fields with the blank row below them.
  private static func rows(ofFields count: Int) -> Int { count == 0 ? 0 : count + 1 }

  init(_ form: FormDialog, in region: Region) {
    // Where not all fits, neither fields nor text take more than half of it.
    let excess = max(FormPlaces.rows(of: form, columns: region.columns) - region.rows, 0)
    let rows = min(form.fields.count, max(form.fields.count - excess, region.rows / 2, 1))
    // The fields scroll so that the one in focus is in sight.
    let focused = min(form.focus, max(form.fields.count - 1, 0))
    let first = max(0, min(focused - rows + 1, form.fields.count - rows))
    fields = first..<first + rows
    fieldRegion = Region(
      row: region.row, column: region.column, rows: rows, columns: region.columns)
    let widest = form.names.map { GlyphRun($0).width }.max() ?? 0
    labelColumns = min(widest + 2, region.columns / 2)
    let rest = region.droppingFirst(rows: FormPlaces.rows(ofFields: rows)).droppingLast(rows: 1)
    let lines = WrappedText(form.shownText, width: region.columns).lines.count
    let wanted = form.reworded?.rows(width: region.columns) ?? 0
    // Where not all fits, each has half of what there is.
    let rewordedRows = min(wanted, max(rest.rows - lines, rest.rows / 2))
    text = rest.droppingLast(rows: rewordedRows)
    reworded = rest.droppingFirst(rows: rest.rows - rewordedRows)
    hint = region.droppingFirst(rows: region.rows - 1)
    var top = 0
    if form.isTextFocused, let editor = form.editor {
      let place = editor.cursorPlace(in: WrappedText(editor.text, width: region.columns))
      top = max(0, place.row - text.rows + 1)
    }
    textTop = top
  }

  /// What a field is typed into, on that line of those in sight.
  func input(line: Int) -> Region {
    let start = labelColumns + 1
    return Region(
      row: fieldRegion.row + line, column: fieldRegion.column + start, rows: 1,
      columns: fieldRegion.columns - start)
  }
}
