/// Values of one kind that stand all over a file: one finding for all of them, where the first stands.
struct CollectedValues {
  private var count = 0
  private var first: (sample: String, offset: Int, columnName: String?, row: Int)?

  mutating func note(_ text: String, offset: Int, _ columnName: String?, _ row: Int) {
    count += 1
    if first == nil { first = (text, offset, columnName, row) }
  }

  /// Nil where there was none.
  func entry(
    _ problem: (_ count: Int, _ sample: String) -> Finding.Problem
  ) -> FindingLog.Entry? {
    first.map { first in
      FindingLog.Entry(
        problem: problem(count, first.sample), offset: first.offset,
        columnName: first.columnName, row: first.row)
    }
  }
}
