extension SettingKey {
  /// The setting that was most likely meant by a word; nil when none is near.
  init?(near word: String) {
    let wanted = Array(word.lowercased().unicodeScalars)
    // The name alone is near too: the table it stands in is easily forgotten.
    let names = Self.allCases.flatMap { key in
      [(key, key.rawValue), (key, key.rawValue.split(separator: ".").last.map(String.init) ?? "")]
    }
    let near = names.map { key, name in (key, name, distance(wanted, Array(name.unicodeScalars))) }
      .min { $0.2 < $1.2 }
    guard let (key, name, steps) = near, steps <= max(1, name.count / 3) else { return nil }
    self = key
  }
}

/// Insertions, deletions, replacements and swaps of neighbours that make one word of the other.
///
/// The optimal string alignment distance, by rows. A word that is much too long is not compared.
private func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
  guard left.count <= 2 * right.count else { return left.count }
  var before: [Int] = []
  var above = Array(0...right.count)
  for row in 0..<left.count {
    var current = [row + 1]
    for column in 0..<right.count {
      let isEqual = left[row] == right[column]
      var best = min(current[column] + 1, above[column + 1] + 1, above[column] + (isEqual ? 0 : 1))
      if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
        best = min(best, before[column - 1] + 1)
      }
      current.append(best)
    }
    (before, above) = (above, current)
  }
  return above[right.count]
}
