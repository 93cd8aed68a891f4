/// What units of each class of the index may consume from each offset of a word, with what a pass
/// forgives: the rows of the loosest table, as coarsely as the index knows phrases.
struct ForgivingClasses {
  /// Bit n of each is n letters; see ``SlipRow``.
  struct Lengths {
    var exact: UInt8 = 0
    var edit: UInt8 = 0
    var out: UInt8 = 0
    var into: UInt8 = 0
  }

  /// The units of the word.
  let count: Int
  /// For every offset, the classes of units that may stand there, a bit each.
  private(set) var classes: [UInt64]
  private var lengths: [Lengths]

  init(count: Int) {
    self.count = count
    classes = Array(repeating: 0, count: count)
    lengths = Array(repeating: Lengths(), count: count * UnitClass.count)
  }

  func lengths(at offset: Int, _ unitClass: Int) -> Lengths {
    lengths[offset * UnitClass.count + unitClass]
  }

  mutating func allow(_ step: ForgivingSteps.Step, _ unitClass: Int) {
    allow(at: Int(step.offset), unitClass) {
      $0.exact |= step.exact
      $0.edit |= step.slips.lengths
      $0.out |= step.slips.out
      $0.into |= step.slips.into
    }
  }

  mutating func allow(
    at offset: Int, _ unitClass: Int, _ change: (_ lengths: inout Lengths) -> Void
  ) {
    classes[offset] |= 1 << UInt64(unitClass)
    change(&lengths[offset * UnitClass.count + unitClass])
  }
}
