/// Looks for the words of a query in the short fields of phrases, forgiving what the pass that it
/// is made for forgives.
///
/// It serves the two passes that run when the exact ones found fewer than nine phrases. Both are
/// one walk over the units of a phrase's title, code and keywords, which turns nearly every unit
/// away by a look at it and its neighbour.
///
/// - Typo: one slip of the finger in all: two neighbouring letters swapped, a letter left out,
///   struck twice, or the key beside it struck; or 汉字 taken for others that are read alike.
/// - Gapped: the pieces of a word in their order, with a little between them, or much between two
///   words of their own.
struct ForgivingMatcher: Sendable {
  let tier: Tier
  let tables: ForgivingTables

  /// Nil where the pass can find nothing that the exact ones do not.
  init?(_ query: Query, tier: Tier) {
    let patterns = query.patterns.filter { $0.role == .required }
    guard query.options.forgivesTypos, tier == .typo || tier == .gapped,
      patterns.allSatisfy({ $0.count <= Row.maximumCount }),
      patterns.contains(where: { !Allowance(of: $0, in: tier).isEmpty })
    else { return nil }
    self.tier = tier
    tables = ForgivingCompiler(patterns: patterns, spellings: query.spellings, tier: tier).tables
  }

  /// Calls `body` with a scanner of some units.
  func withScanner<Result>(
    of units: UnsafeBufferPointer<UInt16>, _ body: (inout ForgivingScanner) -> Result
  ) -> Result? {
    tables.words.withUnsafeBufferPointer { words in
      tables.tables.withUnsafeBufferPointer { tables in
        self.tables.slots.ofUnit.withUnsafeBufferPointer { slots in
          self.tables.gates.withUnsafeBufferPointer { gates in
            self.tables.rowOfSlot.withUnsafeBufferPointer { rowOfSlot in
              self.tables.rows.withUnsafeBufferPointer { rows in
                guard let units = units.baseAddress, let slots = slots.baseAddress,
                  let gates = gates.baseAddress, let rowOfSlot = rowOfSlot.baseAddress,
                  let rows = rows.baseAddress
                else { return nil }
                var scanner = ForgivingScanner(
                  tier: tier, units: units, words: words, tables: tables, slots: slots,
                  gates: gates, rowOfSlot: rowOfSlot, rows: rows)
                return body(&scanner)
              }
            }
          }
        }
      }
    }
  }
}
