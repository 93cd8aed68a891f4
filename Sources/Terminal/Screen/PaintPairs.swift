import Desk

/// Gives the colours of painted cells numbers that the terminal knows them by.
///
/// A terminal has so many pairs of colours, of which a theme takes the first. Paints that come to the
/// same pair share its number.
struct PaintPairs {
  /// The first number that is free for paints.
  private let first: Int
  /// How many pairs the terminal has in all.
  private let limit: Int
  private let colourCount: Int
  private var numbers: [Theme.Pair: Int16] = [:]

  /// For a terminal of so many colours, none of which may be used where it is 0.
  init(after themePairs: Int, of limit: Int, colourCount: Int) {
    first = themePairs + 1
    // A pair's number is a short (`setcchar`).
    self.limit = min(limit, Int(Int16.max) + 1)
    self.colourCount = colourCount
  }

  /// Whether another picture may find no number: then all should be given out anew.
  var isCrowded: Bool { numbers.count > (limit - first) / 2 }

  /// The number of a paint.
  ///
  /// - Returns: the number, and the pair where it has to be set up under it; nil where the terminal
  ///   has no colours, or no pair left.
  mutating func number(of paint: Paint) -> (number: Int16, new: Theme.Pair?)? {
    guard colourCount >= 8 else { return nil }
    let pair = Theme.Pair(
      foreground: XtermPalette.nearest(to: paint.foreground, among: colourCount),
      background: XtermPalette.nearest(to: paint.background, among: colourCount))
    if let number = numbers[pair] { return (number, nil) }
    guard first + numbers.count < limit else { return nil }
    let number = Int16(first + numbers.count)
    numbers[pair] = number
    return (number, pair)
  }
}
