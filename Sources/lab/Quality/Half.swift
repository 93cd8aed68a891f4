import ArgumentParser

/// The two halves of every set of queries, told apart by a hash of what they ask for.
///
/// The engine is tuned on one, and judged on the other: whoever looks at the test half to choose
/// between two ways of ranking has no test half any more.
enum Half: String, CaseIterable, ExpressibleByArgument, Sendable {
  case dev
  case test

  /// The half that queries for phrases of this title, or intent, belong to.
  static func of(_ name: String) -> Half {
    // The low bits of FNV depend on little but the low bits of the bytes; the middle ones do not.
    Checksum(of: name).value >> 29 & 1 == 0 ? .dev : .test
  }
}
