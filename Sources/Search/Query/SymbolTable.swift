/// Numbers for the units that a query cannot tell apart: what its rows are chosen by.
///
/// Units that are read alike share the number of their reading set; every printable ASCII unit that
/// is not read has one of its own, since letters are typed as such; everything else is 0. A query
/// thus decides about a thousand symbols, not 65,536 units.
struct SymbolTable: Sendable {
  static let shared = SymbolTable()

  /// The symbol of every unit.
  let symbols: [UInt16]
  let count: Int
  private let firstASCII: Int

  private init() {
    let readings = ReadingTable.shared
    var symbols = readings.sets
    firstASCII = readings.setCount
    for unit in SymbolTable.ascii where readings.sets[unit] == 0 {
      symbols[unit] = UInt16(readings.setCount + unit - 0x20)
    }
    self.symbols = symbols
    count = readings.setCount + SymbolTable.ascii.count
  }

  private static let ascii = 0x20..<0x7F

  /// Whether a unit shares its symbol with no other one.
  func isOwn(_ unit: UInt16) -> Bool { symbols[Int(unit)] >= firstASCII }
}

/// Rows of single units among those of their symbols: a small hash table, empty for queries that
/// hold only ASCII.
struct OwnRows: Sendable {
  /// Unit and row, alternating; a unit of 0 is a free slot.
  private(set) var slots: [UInt16] = []
  private var count = 0

  /// The number of slots less one, for masking a unit.
  var mask: Int { slots.count / 2 - 1 }

  mutating func set(_ row: Int, of unit: UInt16) {
    if slots.count < 4 * (count + 1) { grow() }
    if insert(unit, UInt16(row)) { count += 1 }
  }

  func row(of unit: UInt16) -> Int? {
    guard !slots.isEmpty else { return nil }
    var slot = Int(unit) & mask
    while slots[2 * slot] != 0 {
      if slots[2 * slot] == unit { return Int(slots[2 * slot + 1]) }
      slot = (slot + 1) & mask
    }
    return nil
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: 0, count: max(64, 2 * old.count))
    for slot in 0..<old.count / 2 where old[2 * slot] != 0 {
      _ = insert(old[2 * slot], old[2 * slot + 1])
    }
  }

  /// Whether the unit is new.
  private mutating func insert(_ unit: UInt16, _ row: UInt16) -> Bool {
    var slot = Int(unit) & mask
    while slots[2 * slot] != 0, slots[2 * slot] != unit { slot = (slot + 1) & mask }
    let isNew = slots[2 * slot] == 0
    slots[2 * slot] = unit
    slots[2 * slot + 1] = row
    return isNew
  }
}
