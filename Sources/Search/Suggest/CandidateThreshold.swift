/// Finds, chunk by chunk, in how many of a message's bitmaps a phrase must stand to be scored.
///
/// The threshold only rises: it is the lowest at which the chunks seen so far hold no more phrases
/// than are to be scored, so that a chunk is looked at once, and nothing is kept of it.
struct CandidateThreshold: Sendable {
  private let limit: Int
  /// How many phrases so far counted this much or more.
  private var reached = [Int](repeating: 0, count: BitCounters.maximum + 1)
  /// What a phrase must count by now.
  private(set) var least: Int

  /// Lets through about `limit` phrases, and none that counts less than `least`.
  init(limit: Int, least: Int = 1) {
    self.limit = max(1, limit)
    self.least = min(max(1, least), BitCounters.maximum)
  }

  /// Takes a chunk into account; returns what its phrases must count.
  mutating func admit(_ chunk: BitCounters) -> Int {
    // What is below the level that this chunk alone asks for can never be the threshold again.
    var (low, high) = (least, chunk.largest + 1)
    while low < high {
      let middle = (low + high) / 2
      if reached[middle] + chunk.count(atLeast: middle) > limit {
        low = middle + 1
      } else {
        high = middle
      }
    }
    let lowest = max(least, low - 1)
    for level in lowest...BitCounters.maximum {
      let count = chunk.count(atLeast: level)
      if count == 0 { break }
      reached[level] += count
    }
    least = lowest
    // Where even the highest level has too many they are all alike, and all are let through.
    while reached[least] > limit, least < BitCounters.maximum, reached[least + 1] > 0 { least += 1 }
    return least
  }
}
