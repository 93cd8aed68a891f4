/// What a benchmark found out.
struct Report: Sendable {
  var tables: [Table] = []
  /// Sentences below the tables: ratios, and what was left out and why.
  var notes: [String] = []
  /// Bounds that do not hold.
  ///
  /// Only counts and ratios are bound, and ratios with room to spare: how long something takes is
  /// the machine's affair as well.
  var broken: [String] = []

  var text: String {
    var parts = tables.map(\.text)
    if !notes.isEmpty { parts.append(notes.map { $0 + "\n" }.joined()) }
    if !broken.isEmpty { parts.append(broken.map { "BROKEN: \($0)\n" }.joined()) }
    return parts.joined(separator: "\n")
  }
}
