import Phrases

/// What the mouse does in a dialog: it chooses what it points at, and closes what it points beside.
extension Desk {
  /// The frame of the dialog that is open.
  private var dialogFrame: Region? {
    switch dialog {
    case .help?: layout.help
    case .palette?, .department?, .target?: layout.palette
    case .form?: layout.form
    case .question?: layout.question
    case .sources?, .held?: layout.sources
    case nil: nil
    }
  }

  mutating func clickInDialog(at position: Position) -> [Effect] {
    guard let dialog, let frame = dialogFrame else { return [] }
    guard frame.contains(position) else { return press(Key(.escape)) }
    let region = frame.insideFrame
    guard region.contains(position) else { return [] }
    let line = position.row - region.row
    switch dialog {
    case .help: return []
    case .palette(var palette):
      guard line > 0 else {
        palette.moveCursor(toColumn: position.column - region.column, width: region.columns)
        self.dialog = .palette(palette)
        return []
      }
      guard palette.viewport.choose(line: line - 1, of: palette.actions.count, layout.paletteRows)
      else { return [] }
      self.dialog = .palette(palette)
      return press(Key(.enter))
    case .department(var department):
      let count = department.departments.count
      guard department.viewport.choose(line: line, of: count, layout.departmentRows) else {
        return []
      }
      self.dialog = .department(department)
      return press(Key(.enter))
    case .target(var target):
      let count = target.targets?.count ?? 0
      guard target.viewport.choose(line: line, of: count, layout.departmentRows) else { return [] }
      self.dialog = .target(target)
      return press(Key(.enter))
    case .question: return questionKeys.key(at: position).map { press($0) } ?? []
    case .held: return heldKeys.key(at: position).map { press($0) } ?? []
    case .sources(var sources):
      let lines = SourcesDialog.lines(of: self.sources, width: region.columns, language)
      switch sources.select(line: line, of: lines, height: region.rows) {
      case .isSelected: return press(Key(.enter))
      case .wasSelected: self.dialog = .sources(sources)
      case .none: break
      }
      return []
    case .form(var form):
      form.click(at: position, FormPlaces(form, layout))
      self.dialog = .form(form)
      return []
    }
  }

  mutating func turnWheelInDialog(by rowCount: Int, at position: Position) {
    guard let dialog, let frame = dialogFrame, frame.contains(position) else { return }
    switch dialog {
    case .help, .sources, .held:
      let key = Key(rowCount < 0 ? .up : .down)
      for _ in 0..<abs(rowCount) { _ = press(key) }
    case .palette(var palette):
      palette.viewport.scroll(
        by: rowCount, of: palette.actions.count, height: layout.paletteRows)
      self.dialog = .palette(palette)
    case .department(var department):
      department.viewport.scroll(
        by: rowCount, of: department.departments.count, height: layout.departmentRows)
      self.dialog = .department(department)
    case .target(var target):
      target.viewport.scroll(
        by: rowCount, of: target.targets?.count ?? 0, height: layout.departmentRows)
      self.dialog = .target(target)
    case .form, .question: break
    }
  }

  /// Does in the dialog what a key does that means the same in all of them.
  private mutating func press(_ key: Key) -> [Effect] {
    handleInDialog(key, action: KeyMap.standard.action(for: key, in: [.anywhere]))
  }
}

extension Viewport {
  /// Selects the row on a line; false, and nothing changed, where there is none.
  fileprivate mutating func choose(line: Int, of count: Int, _ height: Int) -> Bool {
    guard let row = row(onLine: line, of: count, height: height) else { return false }
    select(row, of: count)
    return true
  }
}
