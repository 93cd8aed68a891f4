extension ForgivingMatcher {
  /// Leaves only those phrases of a chunk that may hold all words, as far as the index knows.
  ///
  /// `left` is a bitmap of the chunk.
  ///
  /// - Returns: how much work it was, in units of text: about one for each word of a bitmap, as most
  ///   of them are lists, or narrowed by another.
  func narrow(_ left: inout [UInt64], to chunk: IndexChunk) -> Int {
    let size = chunk.wordCount
    let room = size + (tables.graphs.map { $0.room(for: chunk) }.max() ?? 0)
    var combined = 0
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: room) { scratch in
      guard let found = scratch.baseAddress else { return }
      for graph in tables.graphs {
        found.update(repeating: 0, count: size)
        combined += graph.unite(chunk, found + size, into: found)
        for index in 0..<size { left[index] &= found[index] }
      }
    }
    return combined * size
  }
}
