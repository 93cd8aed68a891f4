/// How many cells a scalar takes, as the C library and therefore ncurses count them.
enum Width {
  /// 0 for what combines with the scalar before it, 1, 2, or nil for what cannot be printed.
  static func cells(of scalar: Unicode.Scalar) -> Int? {
    let value = scalar.value
    if value >= 0x20, value < 0x7F { return 1 }
    if value >= 0x4E00, value < 0x9FFD { return 2 }
    let key = value << 2 | 3
    var low = 0
    var high = widthBoundaries.count
    while low < high {
      let middle = (low + high) / 2
      if widthBoundaries[middle] <= key { low = middle + 1 } else { high = middle }
    }
    let width = Int(widthBoundaries[low - 1] & 3)
    return width == 3 ? nil : width
  }
}
