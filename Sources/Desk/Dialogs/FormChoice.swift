import Phrases

extension TextField {
  /// Puts the next or the previous option in, where it is empty or holds one of them.
  ///
  /// - Returns: whether it did; in a text that somebody typed Left and Right move the cursor.
  mutating func turn(through options: [String], by key: Key) -> Bool {
    guard !options.isEmpty, key == Key(.right) || key == Key(.left) else { return false }
    let step = key == Key(.right) ? 1 : -1
    let place = options.firstIndex(of: text)
    guard place != nil || isEmpty else { return false }
    let next = place.map { $0 + step } ?? (step > 0 ? 0 : -1)
    selectAll()
    insert(options[(next + options.count) % options.count])
    selectAll()
    return true
  }
}

extension Canvas {
  /// Draws what stands dimmed behind a field's text, cut with a mark where there is no room for it.
  mutating func write(hint: String, behind field: TextField, in input: Region) {
    let used = field.isEmpty ? 1 : GlyphRun(field.text).width + 2
    let width = input.columns - used
    // Less than this says nothing.
    guard width >= 4 else { return }
    write(
      Canvas.cut(hint, width: width), row: input.row, column: input.column + used, width: width,
      style: Style(.faint))
  }
}
