extension Desk {
  /// The tree of departments, categories and subcategories with their counts.
  func drawCategories(on canvas: inout Canvas) {
    let region = layout.categories
    drawHeading(.categories, of: .categories, in: region, on: &canvas)
    let visible = tree.viewport.visible(count: tree.rows.count, height: layout.categoryRows)
    canvas.markScrolling(
      in: region, isMoreAbove: visible.lowerBound > 0,
      isMoreBelow: visible.upperBound < tree.rows.count)
    // While something is looked for it counts where that is.
    let hits = isSearching ? HitCounts(list.result, in: library) : nil
    for (line, index) in visible.enumerated() {
      let node = tree.nodes[tree.rows[index]]
      drawNode(
        node, count: hits?.label(of: node.scope) ?? node.count.grouped,
        row: region.row + 1 + line, isSelected: index == tree.viewport.selected, on: &canvas)
    }
  }

  private func drawNode(
    _ node: CategoryTree.Node, count: String, row: Int, isSelected: Bool, on canvas: inout Canvas
  ) {
    let region = layout.categories
    // Without the focus the selected category is marked, but is not what keys act on.
    let isActive = isSelected && focus == .categories && dialogs.isEmpty
    let style = Style(.text, isSelected: isActive)
    canvas.fill(
      Region(row: row, column: region.column, rows: 1, columns: region.columns), style: style)
    let mark = isSelected ? ">" : " "
    let knob = !node.hasChildren || node.parent == nil ? " " : tree.isOpen(node) ? "v" : "+"
    let indent = String(repeating: "  ", count: max(node.depth - 1, 0))
    let lead = canvas.write(
      "\(mark)\(indent)\(knob) ", row: row, column: region.column, width: region.columns,
      style: style)
    canvas.write(
      categoryName(of: node), row: row, column: region.column + lead,
      width: region.columns - lead - count.count - 1,
      style: isSelected && !isActive ? Style(.heading) : style)
    canvas.writeRight(
      count, row: row, end: region.column + region.columns, width: region.columns,
      style: Style(.faint, isSelected: isActive))
  }
}
