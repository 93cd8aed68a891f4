/// Marks that say that there is more than is in sight.
extension Canvas {
  /// Marks at the upper right corner of a region that there is more above, below, or both, behind
  /// a text that says where one is.
  mutating func markScrolling(
    in region: Region, isMoreAbove: Bool, isMoreBelow: Bool, position: String = ""
  ) {
    guard isMoreAbove || isMoreBelow || !position.isEmpty else { return }
    let marks = (isMoreAbove ? "^" : " ") + (isMoreBelow ? "v" : " ")
    writeRight(
      "\(position) \(marks)", row: region.row, end: region.column + region.columns,
      width: region.columns / 2, style: Style(.faint))
  }

  /// The same in the upper edge of the frame around a region.
  mutating func markScrolling(onFrameOf region: Region, isMoreAbove: Bool, isMoreBelow: Bool) {
    markScrolling(
      in: Region(
        row: region.row - 1, column: region.column - 1, rows: 1, columns: region.columns + 2),
      isMoreAbove: isMoreAbove, isMoreBelow: isMoreBelow)
  }

  /// The same for lines of which some are in sight.
  mutating func markScrolling(_ visible: Range<Int>, of count: Int, onFrameOf region: Region) {
    markScrolling(
      onFrameOf: region, isMoreAbove: visible.lowerBound > 0,
      isMoreBelow: visible.upperBound < count)
  }
}
