import Phrases

extension Desk {
  /// The values of the conversation on one row: what a pasted message offers, then what was given.
  ///
  /// Names are faint, values are not; what may be another customer's is, with when it was given. What
  /// there is no room for is left out whole, behind a mark.
  func drawSlip(on canvas: inout Canvas) {
    let region = layout.slip
    guard region.rows > 0 else { return }
    var column = region.column + 1
    let end = region.column + region.columns - 1
    let parts = slipParts
    for (index, part) in parts.enumerated() {
      let width = part.reduce(0) { $0 + GlyphRun($1.text).width + 1 } - 1
      let room = end - (index < parts.count - 1 ? Canvas.cutMark.count + 1 : 0)
      guard column + width <= room else {
        // The first is cut rather than left out: there is always something to see.
        let marked = index == 0 ? part : [(Canvas.cutMark, Role.faint)]
        write(marked, from: index == 0 ? column : column - 1, to: end, row: region.row, on: &canvas)
        return
      }
      column = write(part, from: column, to: end, row: region.row, on: &canvas) + 2
    }
  }

  /// No name and no value of the slip is shown with more cells.
  private var slipColumns: (name: Int, value: Int) {
    layout.shape == .narrow ? (10, 24) : (20, 32)
  }

  @discardableResult
  private func write(
    _ part: [(text: String, role: Role)], from start: Int, to end: Int, row: Int,
    on canvas: inout Canvas
  ) -> Int {
    var column = start
    for (text, role) in part where column < end {
      if column > start { column += 1 }
      column += canvas.write(
        text, row: row, column: column, width: end - column, style: Style(role))
    }
    return column
  }

  private var slipParts: [[(text: String, role: Role)]] {
    let slip = conversation.slip
    var parts: [[(text: String, role: Role)]] = []
    for (index, found) in slip.offers.enumerated() {
      let key = index == 0 ? [(OwnLabel.offers.sentence(language), Role.key)] : []
      parts.append(key + [named(found.name), valued(found.text, .placeholder)])
    }
    for (name, value) in slip.values {
      let isDoubtful = conversation.isDoubtful(value, clock)
      let note =
        isDoubtful ? [(OwnLabel.before(value.timeOfDay).sentence(language), Role.faint)] : []
      parts.append([named(name), valued(value.text, isDoubtful ? .faint : .text)] + note)
    }
    return parts
  }

  private func named(_ name: String) -> (text: String, role: Role) {
    (Canvas.cut(name, width: slipColumns.name), .faint)
  }

  private func valued(_ text: String, _ role: Role) -> (text: String, role: Role) {
    (Canvas.cut(text, width: slipColumns.value), role)
  }
}
