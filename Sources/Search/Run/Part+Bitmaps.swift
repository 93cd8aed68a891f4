extension Part {
  /// A bit for each of some phrases that is visible in this part; empty when none is.
  func bitmap(of numbers: some Collection<PhraseNumber>) -> [UInt64] {
    guard !numbers.isEmpty else { return [] }
    var bitmap = [UInt64](repeating: 0, count: (segment.count + 63) / 64)
    for number in numbers {
      guard let position = position(of: number.rawValue) else { continue }
      bitmap[position >> 6] |= 1 << UInt64(position & 63)
    }
    return bitmap
  }

  /// A bit for each phrase that a search may find: no draft, not hidden, in scope, not found yet.
  func visible(in scope: Scope, except found: [UInt64]) -> [UInt64] {
    var visible = [UInt64](repeating: ~0, count: (segment.count + 63) / 64)
    if segment.count & 63 != 0 { visible[visible.count - 1] = 1 << UInt64(segment.count & 63) - 1 }
    for bitmap in [segment.drafts, hiddenCount > 0 ? hidden : [], found] where !bitmap.isEmpty {
      for index in visible.indices { visible[index] &= ~bitmap[index] }
    }
    if scope != .all {
      let isInScope = segment.paths(in: scope)
      let inScope = segment.bitmap { isInScope[$0] }
      for index in visible.indices { visible[index] &= inScope[index] }
    }
    return visible
  }
}
