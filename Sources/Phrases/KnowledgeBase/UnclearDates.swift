/// Dates of a file of which nobody can tell the month from the day: one error for all.
struct UnclearDates {
  private var count = 0
  private var first: (sample: String, offset: Int, columnName: String?, row: Int)?

  mutating func note(_ text: String, offset: Int, _ columnName: String?, _ row: Int) {
    count += 1
    if first == nil { first = (text, offset, columnName, row) }
  }

  var entry: FindingLog.Entry? {
    first.map { first in
      FindingLog.Entry(
        problem: .unclearDates(count, sample: first.sample), offset: first.offset,
        columnName: first.columnName, row: first.row)
    }
  }
}
