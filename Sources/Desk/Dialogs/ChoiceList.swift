import Phrases
import Search

/// Rows to choose one of, below a field that narrows them down: a part of a dialog.
///
/// They are found the way phrases are, so 拼音 works here too.
struct ChoiceList<Choice: Equatable & Sendable>: Equatable, Sendable {
  /// A choice, how it reads, and what else it is found by.
  struct Row: Equatable, Sendable {
    var choice: Choice
    var label: String
    /// What stands at the right edge.
    var note = ""
    var keywords: [String] = []
  }

  private let rows: [Row]
  private let library: Library
  private var field = TextField()
  /// The rows that the field leaves, best first.
  private var found: [Int]
  private var viewport = Viewport()

  /// Begins on a choice that is among the rows, and on the first otherwise.
  init(_ rows: [Row], selecting choice: Choice? = nil) {
    self.rows = rows
    found = Array(rows.indices)
    library = Library(
      rows.enumerated().map { index, row in
        Phrase(
          key: PhraseKey(source: "choice", id: "\(index)"), title: row.label, text: "",
          keywords: row.keywords)
      })
    viewport.select(rows.firstIndex { $0.choice == choice } ?? 0, of: rows.count)
  }

  /// The same with other rows: what was typed narrows them down as well, and what was selected stays so.
  func replacing(_ rows: [Row]) -> ChoiceList {
    var list = ChoiceList(rows)
    guard !field.isEmpty || selected != nil else { return list }
    list.field = field
    if !field.isEmpty { list.search() }
    let place = list.found.firstIndex { list.rows[$0].choice == selected }
    list.viewport.select(place ?? 0, of: list.found.count)
    return list
  }

  /// Whether there is nothing to choose from, whatever is typed.
  var isEmpty: Bool { rows.isEmpty }

  /// The one that Enter takes; nil where there is none to choose.
  var selected: Choice? {
    found.indices.contains(viewport.selected) ? rows[found[viewport.selected]].choice : nil
  }

  /// What it takes to show all rows below the field.
  var size: Size {
    let widest = rows.map { row in
      let note = GlyphRun(row.note).width
      return GlyphRun(row.label).width + (note > 0 ? note + 1 : 0)
    }
    return Size(rows: rows.count + 1, columns: ChoiceMark.columns + (widest.max() ?? 0))
  }

  // MARK: - What the agent does

  /// Moves the selection, or narrows the rows down by what is typed.
  mutating func handle(_ key: Key, _ action: Action?, in region: Region) {
    switch action {
    case .up, .down, .pageUp, .pageDown:
      action.map { viewport.move($0, of: found.count, height: list(in: region).rows) }
    case _: if field.edit(key) { search() }
    }
  }

  mutating func paste(_ pasted: String) -> Bool {
    defer { search() }
    return field.paste(pasted)
  }

  /// Selects the row that a click points at, or places the cursor in the field.
  ///
  /// - Returns: whether there is a choice.
  mutating func click(at position: Position, in region: Region) -> Bool {
    guard position.row > region.row else {
      field.moveCursor(toColumn: position.column - region.column, width: region.columns)
      return false
    }
    let list = list(in: region)
    guard list.contains(position),
      let row = viewport.row(
        onLine: position.row - list.row, of: found.count, height: list.rows)
    else { return false }
    viewport.select(row, of: found.count)
    return true
  }

  mutating func scroll(by rowCount: Int, in region: Region) {
    viewport.scroll(by: rowCount, of: found.count, height: list(in: region).rows)
  }

  mutating func settle(in region: Region) {
    viewport.settle(count: found.count, height: list(in: region).rows)
  }

  private mutating func search() {
    let result = library.search(Query(field.text), limit: rows.count)
    found = result.hits.compactMap { Int(library.phrase($0.number).key.id) }
    viewport = Viewport()
  }

  // MARK: - Drawing

  private func list(in region: Region) -> Region { region.droppingFirst(rows: 1) }

  /// Draws the field and the rows in sight, or what says that there is none.
  func draw(in region: Region, on canvas: inout Canvas, orElse nothing: String) {
    canvas.write(
      field: field, row: region.row, column: region.column, width: region.columns,
      hasCursor: true)
    let list = list(in: region)
    let visible = viewport.visible(count: found.count, height: list.rows)
    canvas.markScrolling(visible, of: found.count, onFrameOf: region)
    if found.isEmpty {
      canvas.write(nothing, row: list.row, column: list.column, width: list.columns)
    }
    for (line, index) in visible.enumerated() {
      draw(
        rows[found[index]], isSelected: index == viewport.selected,
        in: Region(row: list.row + line, column: list.column, rows: 1, columns: list.columns),
        on: &canvas)
    }
  }

  private func draw(
    _ row: Row, isSelected: Bool, in region: Region, on canvas: inout Canvas
  ) {
    let style = Style(.text, isSelected: isSelected)
    canvas.fill(region, style: style)
    let noteWidth = min(GlyphRun(row.note).width, region.columns / 2)
    canvas.write(
      (isSelected ? ChoiceMark.selected : ChoiceMark.other) + row.label, row: region.row,
      column: region.column, width: region.columns - (noteWidth > 0 ? noteWidth + 1 : 0),
      style: style)
    canvas.writeRight(
      row.note, row: region.row, end: region.column + region.columns, width: noteWidth,
      style: Style(.key, isSelected: isSelected))
  }
}

/// What stands before a choice.
private enum ChoiceMark {
  static let selected = "> "
  static let other = "  "
  /// In cells.
  static let columns = 2
}
