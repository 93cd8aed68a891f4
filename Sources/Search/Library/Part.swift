import Phrases

/// One segment of a library, and which of its phrases still count.
struct Part: Sendable {
  let segment: Segment
  /// The library-wide numbers of the segment's phrases, ascending; nil for the positions themselves.
  let numbers: [Int32]?
  /// A bit for each phrase that was removed, or changed and so moved to another part.
  private(set) var hidden: [UInt64]
  private(set) var hiddenCount = 0
  /// How many visible phrases stand in each of the segment's paths.
  private(set) var pathCounts: [Int32]

  init(_ segment: Segment, numbers: [Int32]? = nil) {
    self.segment = segment
    self.numbers = numbers
    hidden = Array(repeating: 0, count: (segment.count + 63) / 64)
    pathCounts = segment.pathCounts
  }

  var liveCount: Int { segment.count - hiddenCount }

  func isHidden(_ position: Int) -> Bool {
    hidden[position >> 6] >> UInt64(position & 63) & 1 != 0
  }

  func number(at position: Int) -> Int32 { numbers?[position] ?? Int32(position) }

  /// Where a number stands in this part, unless it is hidden there.
  func position(of number: Int32) -> Int? {
    guard let numbers else {
      return (0..<segment.count).contains(Int(number)) && !isHidden(Int(number))
        ? Int(number) : nil
    }
    var (low, high) = (0, numbers.count)
    while low < high {
      let middle = (low + high) / 2
      if numbers[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low < numbers.count && numbers[low] == number && !isHidden(low) ? low : nil
  }

  func position(of key: PhraseKey) -> Int? {
    guard let position = segment.position(of: key), !isHidden(position) else { return nil }
    return position
  }

  mutating func hide(_ position: Int) {
    guard !isHidden(position) else { return }
    hidden[position >> 6] |= 1 << UInt64(position & 63)
    hiddenCount += 1
    if !segment.isDraft(position) { pathCounts[Int(segment.pathIDs[position])] -= 1 }
  }

  /// The visible phrases with their numbers.
  var live: [(number: Int32, phrase: Phrase)] {
    (0..<segment.count).filter { !isHidden($0) }.map { (number(at: $0), segment.phrase($0)) }
  }
}
