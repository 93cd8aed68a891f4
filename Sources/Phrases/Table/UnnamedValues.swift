/// Values in columns that have no name, which nobody would miss until they are needed.
package struct UnnamedValues {
  private let header: TableHeader
  private var found: [Int: (count: Int, sample: String, offset: Int)] = [:]

  package init(_ header: TableHeader) { self.header = header }

  /// Whether a column, from 0, is one of them.
  package func watches(_ column: Int) -> Bool {
    guard column < header.names.count else { return true }
    return header.columns[column] == nil && (header.names[column].isEmpty || header.index == nil)
  }

  /// Takes what stands in a column that is watched.
  package mutating func note(_ value: String, column: Int, at offset: Int) {
    // Numbers beside a table without a header count its rows.
    guard !value.isEmpty, header.index != nil || Int(value) == nil else { return }
    let first = found[column] ?? (0, value, offset)
    found[column] = (first.count + 1, first.sample, first.offset)
  }

  package func report(to log: inout FindingLog) {
    for (column, values) in found.sorted(by: { $0.key < $1.key }) {
      log.add(
        .valuesWithoutName(column: column + 1, count: values.count, sample: values.sample),
        at: values.offset)
    }
  }
}
