import Phrases

/// Values in columns that have no name, which nobody would miss until they are needed.
struct UnnamedCells {
  private let header: TableHeader
  private var found: [Int: (count: Int, sample: String, offset: Int)] = [:]

  init(_ header: TableHeader) { self.header = header }

  mutating func look(at cells: some Sequence<Sheet.Cell>, _ place: SheetPlace) {
    for cell in cells where isUnnamed(cell.column) {
      let value = cell.text.trimmed()
      // Numbers beside a table without a header count its rows.
      guard !value.isEmpty, header.index != nil || Int(value) == nil else { continue }
      let first = found[cell.column] ?? (0, value, place.offset + cell.column)
      found[cell.column] = (first.count + 1, first.sample, first.offset)
    }
  }

  private func isUnnamed(_ column: Int) -> Bool {
    guard column < header.names.count else { return true }
    return header.columns[column] == nil && (header.names[column].isEmpty || header.index == nil)
  }

  func report(to log: inout FindingLog) {
    for (column, values) in found.sorted(by: { $0.key < $1.key }) {
      log.add(
        .valuesWithoutName(column: column + 1, count: values.count, sample: values.sample),
        at: values.offset)
    }
  }
}
