/// What the index has to know of a phrase for a word to stand in it with a slip, or with gaps.
///
/// ``ParseGraph`` for the passes that forgive. A state says how far the word is consumed and what
/// was forgiven so far; a node, that a unit of one class stands there. The phrases in which the rest
/// of the word may follow a node are, for each node that may come next, those that hold the two
/// classes side by side and are in that one's set; across a gap, only the unit itself has to be
/// there. All sets are made from the end of the word to its beginning, as a flat list of operations
/// on bitmaps that every chunk goes through.
///
/// Nothing that the automata accept is missing: each of their steps is an edge here, and hyphens,
/// which they pass over, do not part neighbours in the index.
struct ForgivingGraph: Sendable {
  /// Adds to a set the phrases with a term that are in another set as well.
  struct Operation {
    /// A ``Term``; ``everything`` for all of the other set.
    let term: Int
    /// ``everything`` for all phrases.
    let source: Int
  }

  struct Node {
    /// Where its set is kept; ``result`` for those that begin the word.
    let set: Int
    let operations: Range<Int>
  }

  static let everything = -1
  static let result = -1

  private let nodes: [Node]
  private let operations: [Operation]
  /// How many sets are needed at a time.
  let setCount: Int

  init(_ classes: ForgivingClasses, _ allowance: Allowance, _ tier: Tier) {
    var builder = ForgivingGraphBuilder(classes, allowance, tier)
    builder.build()
    nodes = builder.nodes
    operations = builder.operations
    setCount = builder.setCount
  }

  /// The words of memory that ``unite(_:_:into:)`` needs.
  func room(for chunk: IndexChunk) -> Int { setCount * (chunk.wordCount + 1) }

  /// Adds the phrases of a chunk that may hold the word to a bitmap.
  ///
  /// - Returns: how many bitmaps were combined.
  func unite(
    _ chunk: IndexChunk, _ scratch: UnsafeMutablePointer<UInt64>,
    into target: UnsafeMutablePointer<UInt64>
  ) -> Int {
    let size = chunk.wordCount
    var work = 0
    for node in nodes {
      let isResult = node.set == ForgivingGraph.result
      let set = isResult ? target : scratch + node.set * (size + 1)
      if !isResult { set.update(repeating: 0, count: size + 1) }
      for operation in operations[node.operations] {
        if operation.source == ForgivingGraph.everything {
          chunk.unite(operation.term, into: set)
        } else {
          let source = scratch + operation.source * (size + 1)
          // Whether there is any bit stands behind each set.
          if source[size] == 0 { continue }
          if operation.term == ForgivingGraph.everything {
            for index in 0..<size { set[index] |= source[index] }
          } else {
            chunk.unite(operation.term, in: source, into: set)
          }
        }
        work += 1
      }
      if !isResult {
        var any: UInt64 = 0
        for index in 0..<size { any |= set[index] }
        set[size] = any
      }
    }
    return work
  }
}
