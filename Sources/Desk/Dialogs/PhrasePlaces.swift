/// Where the parts of the dialog stand that writes a phrase: the text above, its fields, the hint.
struct PhrasePlaces {
  let text: Region
  /// The first line of the text in sight.
  let textTop: Int
  /// The fields in sight, labels and all.
  let fields: Region
  /// The first of them; the text is field 0.
  let firstField: Int
  let hint: Region

  /// What the label of a field takes, in cells.
  static let labelColumns = 13
  /// The text has so many rows at least, where there is room.
  private static let leastTextRows = 4
  private static let fieldCount = PhraseDialog.Field.allCases.count - 1

  /// The rows that it takes to be seen whole, a blank one around the fields.
  static func rows(of dialog: PhraseDialog, columns: Int) -> Int {
    let text = WrappedText(dialog.text.text, width: columns).lines.count
    return max(text, leastTextRows) + fieldCount + 3
  }

  init(_ dialog: PhraseDialog, in region: Region) {
    let missing = max(PhrasePlaces.rows(of: dialog, columns: region.columns) - region.rows, 0)
    let rows = max(PhrasePlaces.fieldCount - missing, min(PhrasePlaces.fieldCount, 1))
    hint = region.droppingFirst(rows: region.rows - 1)
    let isTight = missing > 0
    let start = max(region.rows - 1 - rows - (isTight ? 0 : 1), 1)
    fields = Region(
      row: region.row + start, column: region.column, rows: min(rows, region.rows - 1 - start),
      columns: region.columns)
    text = Region(
      row: region.row, column: region.column, rows: max(start - (isTight ? 0 : 1), 1),
      columns: region.columns)
    let last = PhrasePlaces.fieldCount - fields.rows + 1
    firstField = min(max(dialog.focus - fields.rows + 1, 1), last)
    let place = dialog.text.cursorPlace(in: WrappedText(dialog.text.text, width: text.columns))
    textTop = max(0, place.row - text.rows + 1)
  }

  /// What a field is typed into.
  func input(of field: Int) -> Region {
    let start = PhrasePlaces.labelColumns + 1
    return Region(
      row: fields.row + field - firstField, column: fields.column + start, rows: 1,
      columns: fields.columns - start)
  }
}
