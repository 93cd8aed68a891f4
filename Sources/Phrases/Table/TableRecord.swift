/// A record near the beginning of a table, as its cells read.
package struct TableRecord: Hashable, Sendable {
  package struct Cell: Hashable, Sendable {
    package var text: String
    /// Where it begins, in numbers of the ``FileFormat``.
    package var offset: Int

    package init(text: String, offset: Int) {
      self.text = text
      self.offset = offset
    }
  }

  /// Without white space around their texts.
  package var cells: [Cell]
  package var offset: Int
  /// The row that a spreadsheet shows; see ``Finding/row``.
  package var number: Int

  package init(cells: [Cell], offset: Int, number: Int) {
    self.cells = cells
    self.offset = offset
    self.number = number
  }

  func text(_ index: Int) -> String { index < cells.count ? cells[index].text : "" }
}
