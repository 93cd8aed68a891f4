/// Which keys of a QWERTY keyboard lie next to each other, for the finger that strikes the wrong
/// one.
enum Keyboard {
  /// Each row lies about half a key to the right of the one above it.
  private static let rows = ["qwertyuiop", "asdfghjkl", "zxcvbnm"]

  /// For each letter, a to z, a bit for each of its neighbours.
  private static let neighbours: [UInt32] = {
    var neighbours = [UInt32](repeating: 0, count: 26)
    func join(_ left: UInt8, _ right: UInt8) {
      neighbours[Int(left - UInt8(ascii: "a"))] |= 1 << UInt32(right - UInt8(ascii: "a"))
      neighbours[Int(right - UInt8(ascii: "a"))] |= 1 << UInt32(left - UInt8(ascii: "a"))
    }
    let keys = rows.map { Array($0.utf8) }
    for row in keys { for (left, right) in zip(row, row.dropFirst()) { join(left, right) } }
    for (upper, lower) in zip(keys, keys.dropFirst()) {
      for (column, key) in lower.enumerated() {
        for touched in upper[column...].prefix(2) { join(key, touched) }
      }
    }
    return neighbours
  }()

  static func isLetter(_ key: UInt8) -> Bool { UInt8(ascii: "a")...UInt8(ascii: "z") ~= key }

  /// The letters whose keys touch that of a letter, a bit each; none for what is no letter.
  static func neighbours(of key: UInt8) -> UInt32 {
    isLetter(key) ? neighbours[Int(key - UInt8(ascii: "a"))] : 0
  }

  /// Whether both are letters, a to z, and their keys touch.
  static func areNeighbours(_ left: UInt8, _ right: UInt8) -> Bool {
    isLetter(right) && neighbours(of: left) >> UInt32(right - UInt8(ascii: "a")) & 1 != 0
  }
}
