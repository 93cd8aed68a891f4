extension Int {
  /// The number with two digits that say something, as an estimate has.
  var rounded: Int {
    var unit = 1
    while magnitude / 100 >= UInt(unit) { unit *= 10 }
    return (self + unit / 2) / unit * unit
  }

  /// The number with its thousands set apart, `1,204`.
  var grouped: String {
    var digits = Array(String(magnitude))
    for place in stride(from: digits.count - 3, to: 0, by: -3) { digits.insert(",", at: place) }
    return (self < 0 ? "-" : "") + String(digits)
  }
}
