import Phrases

/// The keys, from the one action table: those that everybody needs first, then by task.
struct HelpDialog: Dialog {
  private var scrolling = Scrolling()

  struct Row: Equatable {
    var keys = ""
    var meaning = ""
    /// Whether it names what the rows below it are for.
    var isHeading = false
  }

  /// Fewer columns than this have no room for keys and meaning on one row.
  private static let columnsForOneRow = 50

  /// What a help of that many columns lists: narrow, the meaning stands below its keys.
  static func rows(_ language: Language, columns: Int) -> [Row] {
    let rows = rows(language)
    guard columns < columnsForOneRow else { return rows }
    return rows.flatMap { row -> [Row] in
      guard !row.keys.isEmpty else { return [row] }
      let text = WrappedText(row.meaning, width: columns - 2)
      return [Row(keys: row.keys)]
        + text.lines.map { line in
          Row(meaning: "  " + String(String.UnicodeScalarView(text.run.glyphs[line].map(\.scalar))))
        }
    }
  }

  private static func rows(_ language: Language) -> [Row] {
    let topics = HelpTopic.allCases.flatMap { topic in
      let heading = topic.heading(language)
      return (heading.isEmpty ? [] : [Row(meaning: heading, isHeading: true)])
        + topic.groups.map { group in
          Row(
            keys: HelpTopic.keys(of: group, language),
            meaning: HelpTopic.meaning(of: group, language))
        }
    }
    let form =
      [Row(meaning: Label.inForms.sentence(language), isHeading: true)]
      + Label.formKeys.map { key, label in
        Row(keys: key.label(language), meaning: label.sentence(language))
      }
    let edits = Edit.table.map { edit, keys in
      Row(
        keys: keys.map { $0.label(language) }.joined(separator: "  "),
        meaning: edit.sentence(language))
    }
    let typing = Row(meaning: Label.inTextFields.sentence(language), isHeading: true)
    return topics + form + [typing] + edits
  }

  func title(of desk: Desk) -> String { Label.helpTitle.sentence(desk.language) }

  func size(in room: Size, of desk: Desk) -> Size {
    let columns = min(HelpDialog.columns, room.columns)
    return Size(
      rows: HelpDialog.rows(desk.language, columns: columns).count, columns: columns)
  }

  /// As wide as keys and meanings are to be read well, in cells.
  private static let columns = 74

  mutating func handle(
    _ key: Key, _ action: Action?, in region: Region, of desk: inout Desk
  ) -> DialogStep {
    let count = HelpDialog.rows(desk.language, columns: region.columns).count
    if scrolling.move(action, of: count, height: region.rows) { return .stay() }
    switch action {
    case .back, .help, .send: return .close()
    case _: return .stay()
    }
  }

  mutating func scroll(by rowCount: Int, in region: Region, of desk: Desk) {
    let count = HelpDialog.rows(desk.language, columns: region.columns).count
    scrolling.scroll(by: rowCount, of: count, height: region.rows)
  }

  func draw(in region: Region, on canvas: inout Canvas, of desk: Desk) {
    let rows = HelpDialog.rows(desk.language, columns: region.columns)
    let visible = scrolling.visible(of: rows.count, height: region.rows)
    canvas.markScrolling(visible, of: rows.count, onFrameOf: region)
    // Keys as wide as the widest, but never more than half of the dialog.
    let widest = rows.map { GlyphRun($0.keys).width }.max() ?? 0
    let keyColumns = widest * 2 > region.columns ? region.columns : widest
    for (line, row) in rows[visible].enumerated() {
      let at = region.row + line
      canvas.write(
        row.keys, row: at, column: region.column, width: keyColumns, style: Style(.key))
      let start = row.keys.isEmpty ? 0 : keyColumns + 2
      canvas.write(
        row.meaning, row: at, column: region.column + start, width: region.columns - start,
        style: Style(row.isHeading ? .heading : .text))
    }
  }
}
