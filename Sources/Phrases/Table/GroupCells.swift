/// The cells of a table that name a group: only the first of a group's rows may have them, as merged cells
/// leave it.
///
/// They are filled down where a person says so. Where it looks as if she should, that is said: rows without
/// a group stand below one that has it, and no group comes twice.
package struct GroupCells {
  /// In the order in which a new one makes those behind it begin anew.
  private static let groups: [PhraseColumn] = [.department, .category, .subcategory]

  private let filled: [PhraseColumn]
  private var values: [PhraseColumn: String] = [:]
  private var watched: [Watched]
  private var rowCount = 0

  private struct Watched {
    let column: PhraseColumn
    var groups: Set<String> = []
    var emptyCount = 0
    /// Where the first of them stands.
    var first: (offset: Int, row: Int)?
  }

  package init(_ header: TableHeader, _ hints: ReadingHints) {
    filled = PhraseColumn.allCases.filter(hints.fillDown.contains).sorted {
      ($0.groupOrder, $0.rawValue) < ($1.groupOrder, $1.rawValue)
    }
    watched = [PhraseColumn.department, .category].filter { column in
      header.columns.contains(column) && !hints.fillDown.contains(column)
    }.map { Watched(column: $0) }
  }

  /// Gives an empty cell what stands above it, where that is wanted.
  package mutating func fill(_ row: inout Row) {
    for column in filled {
      if row[column].text.isEmpty {
        row[column].text = values[column] ?? ""
      } else if values[column] != row[column].text {
        values[column] = row[column].text
        for lower in filled where lower.groupOrder > column.groupOrder { values[lower] = nil }
      }
    }
    guard !watched.isEmpty else { return }
    rowCount += 1
    var index = 0
    while index < watched.count {
      let text = row[watched[index].column].text
      if text.isEmpty {
        if !watched[index].groups.isEmpty {
          watched[index].emptyCount += 1
          if watched[index].first == nil {
            watched[index].first = (row.range.lowerBound, row.number)
          }
        }
      } else if !watched[index].groups.insert(text).inserted {
        // A group that comes twice is written in each of its rows.
        watched.remove(at: index)
        continue
      }
      index += 1
    }
  }

  package func report(to log: inout FindingLog) {
    for watch in watched {
      guard let first = watch.first, watch.emptyCount * 3 >= rowCount else { continue }
      log.add(
        .groupsNotFilled(watch.column, count: watch.emptyCount, rows: rowCount), at: first.offset)
    }
  }
}

extension PhraseColumn {
  /// Departments hold categories, and those subcategories.
  fileprivate var groupOrder: Int {
    switch self {
    case .department: 0
    case .category: 1
    case .subcategory: 2
    default: 3
    }
  }
}
