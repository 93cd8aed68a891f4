import GRDB
import Phrases

/// A phrase of a source and its place in the order.
struct PlacedPhrase {
  var phrase: Phrase
  /// Ascending; numbers between are left free, so that a new row does not move the others.
  var position: Int64

  /// How far apart the rows of a new list stand.
  static let gap: Int64 = 1 << 20

  /// All that `former` keeps of it, as one cell: position, level, and the columns but the id.
  ///
  /// Cells are only ever appended, as columns are; a version that was kept with fewer has the default in
  /// the others.
  var contents: String {
    TextList.json(
      [String(position), phrase.level.rawValue] + PlacedPhrase.columns.map { formerCell($0) })
  }

  private static let columns = PhraseColumn.allCases.filter { $0 != .id }

  private func formerCell(_ column: PhraseColumn) -> String {
    switch column.place {
    case .text(let path): phrase[keyPath: path]
    case .list(let path): TextList.json(phrase[keyPath: path])
    case .day(let path): phrase[keyPath: path]?.description ?? ""
    case .truth(let path): phrase[keyPath: path] ? "1" : "0"
    }
  }

  init(_ phrase: Phrase, position: Int64) {
    self.phrase = phrase
    self.position = position
  }

  /// Nil where the cell holds something else.
  init?(key: PhraseKey, contents: UnsafeBufferPointer<UInt8>) {
    guard let cells = TextList.read(contents), cells.count >= 2, let position = Int64(cells[0]),
      let level = Level(rawValue: cells[1])
    else { return nil }
    self.position = position
    phrase = Phrase(key: key, level: level, title: "", text: "")
    for (column, cell) in zip(PlacedPhrase.columns, cells.dropFirst(2)) {
      switch column.place {
      case .text(let path): phrase[keyPath: path] = cell
      case .list(let path):
        guard let list = TextList.read(cell) else { return nil }
        phrase[keyPath: path] = list
      case .day(let path): phrase[keyPath: path] = Day(iso: cell)
      case .truth(let path): phrase[keyPath: path] = cell == "1"
      }
    }
  }
}

extension TextList {
  fileprivate static func read(_ json: String) -> [String]? {
    var json = json
    return json.withUTF8 { read($0) }
  }
}

/// The places that a new list takes among those of the old one.
enum Placing {
  /// Positions for the phrases of a new list, given the position that each had before, if it was
  /// there.
  ///
  /// As many as can be stay where they are. Where there is no room left between two that stay, all
  /// are placed anew.
  static func positions(for before: [Int64?]) -> [Int64] {
    let known = before.indices.filter { before[$0] != nil }
    let numbers = known.map { Int(before[$0] ?? 0) }
    let staying = Difference.risingPlaces(in: numbers).map { known[$0] }
    var positions = [Int64](repeating: 0, count: before.count)
    var (previous, next) = (-1, 0)
    var lower: Int64 = 0
    for stay in staying + [before.count] {
      let count = Int64(stay - next)
      let upper = stay < before.count ? before[stay] ?? 0 : lower + (count + 1) * PlacedPhrase.gap
      if count > 0 {
        let step = (upper - lower) / (count + 1)
        guard step > 0 else { return before.indices.map { Int64($0 + 1) * PlacedPhrase.gap } }
        for offset in 1...count { positions[previous + Int(offset)] = lower + offset * step }
      }
      if stay < before.count { positions[stay] = upper }
      (previous, next, lower) = (stay, stay + 1, upper)
    }
    return positions
  }
}
