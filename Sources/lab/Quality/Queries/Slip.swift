/// One slip of a finger while typing Latin letters.
enum Slip {
  private static let rows = ["qwertyuiop", "asdfghjkl", "zxcvbnm"].map(Array.init)

  /// Makes the slip that a stratum is about; nil where the text has no place for it.
  ///
  /// The first key is never the wrong one: who misses it starts over.
  static func made(
    _ stratum: Stratum, in text: String, _ random: inout SeededGenerator
  ) -> String? {
    var keys = Array(text)
    let positions = keys.indices.dropFirst().filter { ("a"..."z").contains(keys[$0]) }
    guard !positions.isEmpty else { return nil }
    let position = random.pick(positions)
    switch stratum {
    case .swapped:
      guard position > 1, keys[position] != keys[position - 1],
        ("a"..."z").contains(keys[position - 1])
      else { return nil }
      keys.swapAt(position, position - 1)
    case .dropped: keys.remove(at: position)
    case .doubled: keys.insert(keys[position], at: position)
    case .neighbour: keys[position] = random.pick(neighbours(of: keys[position]))
    default: return nil
    }
    return String(keys)
  }

  /// The keys beside one of the letters.
  static func neighbours(of key: Character) -> [Character] {
    for (number, row) in rows.enumerated() {
      guard let column = row.firstIndex(of: key) else { continue }
      var found = [column - 1, column + 1].filter(row.indices.contains).map { row[$0] }
      // Every row stands half a key to the right of the one above it.
      if number > 0 {
        found += [column, column + 1].filter(rows[number - 1].indices.contains)
          .map { rows[number - 1][$0] }
      }
      if number + 1 < rows.count {
        found += [column - 1, column].filter(rows[number + 1].indices.contains)
          .map { rows[number + 1][$0] }
      }
      return found
    }
    return [key]
  }
}
