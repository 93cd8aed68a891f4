/// A ``ForgivingGraph`` being built, from the end of the word to its beginning.
struct ForgivingGraphBuilder {
  /// What was forgiven so far: for slips none, the first half of one, one, two; for gaps their
  /// number.
  private typealias Phase = Int
  private static let pending = 1
  private static let once = 2
  private static let twice = 3

  private(set) var nodes: [ForgivingGraph.Node] = []
  private(set) var operations: [ForgivingGraph.Operation] = []
  private(set) var setCount = 0

  private let classes: ForgivingClasses
  private let slips: Int
  private let gaps: UInt64
  private let isGapped: Bool
  private let phaseCount: Int
  private var isReachable: [Bool]
  /// For every state the classes that the word may go on with, and their sets.
  private var entries: [[(unitClass: Int, set: Int)]]
  /// For every state the set of all of those together, for what may stand behind a gap.
  private var unions: [Int?]
  /// Sets that are free again, and those in use for each offset.
  private var free: [Int] = []
  private var used: [[Int]]

  /// No unit goes further: one and seven letters, for the second half of a slip.
  private static let longestStep = 8

  init(_ classes: ForgivingClasses, _ allowance: Allowance, _ tier: Tier) {
    self.classes = classes
    slips = allowance.slips
    gaps = allowance.gaps
    isGapped = tier == .gapped
    phaseCount =
      switch allowance.slips {
      case _ where isGapped: GapState.maximumGaps + 1
      case 0: 1
      case 1: ForgivingGraphBuilder.once + 1
      default: ForgivingGraphBuilder.twice + 1
      }
    let stateCount = (classes.count + 1) * phaseCount
    isReachable = Array(repeating: false, count: stateCount)
    entries = Array(repeating: [], count: stateCount)
    unions = Array(repeating: nil, count: stateCount)
    used = Array(repeating: [], count: classes.count)
  }

  mutating func build() {
    markReachable()
    for offset in (0..<classes.count).reversed() {
      if offset + ForgivingGraphBuilder.longestStep + 1 < classes.count {
        free += used[offset + ForgivingGraphBuilder.longestStep + 1]
      }
      for phase in (0..<phaseCount).reversed() where isReachable[state(phase, offset)] {
        addNodes(phase, offset)
      }
    }
  }

  private func state(_ phase: Phase, _ offset: Int) -> Int { offset * phaseCount + phase }

  private mutating func markReachable() {
    isReachable[0] = true
    for offset in 0..<classes.count {
      for phase in 0..<phaseCount where isReachable[state(phase, offset)] {
        for unitClass in Bits(classes.classes[offset]) {
          let targets = targets(of: unitClass, phase, offset)
          for next in 0..<phaseCount {
            for end in Bits(targets[next]) {
              isReachable[state(next, end)] = true
              if mayGap(next, end) { isReachable[state(next + 1, end)] = true }
            }
          }
        }
      }
    }
  }

  private func mayGap(_ phase: Phase, _ offset: Int) -> Bool {
    isGapped && phase + 1 < phaseCount && offset < classes.count
      && gaps >> UInt64(offset) & 1 != 0
  }

  /// The offsets that a unit leads to, a bit each, for every phase.
  private func targets(
    of unitClass: Int, _ phase: Phase, _ offset: Int
  ) -> InlineArray<4, UInt64> {
    let lengths = classes.lengths(at: offset, unitClass)
    let within: UInt64 = ~0 >> UInt64(63 - classes.count)
    func ends(_ lengths: UInt8, _ start: Int) -> UInt64 {
      UInt64(lengths) << UInt64(start) & within
    }
    var targets = InlineArray<4, UInt64>(repeating: 0)
    if isGapped || phase != ForgivingGraphBuilder.pending {
      targets[phase] = ends(lengths.exact, offset)
    }
    guard !isGapped, slips > 0 else { return targets }
    switch phase {
    case 0:
      targets[ForgivingGraphBuilder.pending] = ends(lengths.out, offset)
      targets[ForgivingGraphBuilder.once] = ends(lengths.edit, offset)
    case ForgivingGraphBuilder.pending:
      targets[ForgivingGraphBuilder.once] = ends(lengths.into, offset + 1)
    case ForgivingGraphBuilder.once where slips > 1:
      targets[ForgivingGraphBuilder.twice] = ends(lengths.edit, offset)
    default: break
    }
    return targets
  }

  /// Whether one of the targets is the end of the word.
  private func mayEnd(_ targets: InlineArray<4, UInt64>) -> Bool {
    for phase in 0..<phaseCount where isGapped || phase != ForgivingGraphBuilder.pending {
      if targets[phase] >> UInt64(classes.count) & 1 != 0 { return true }
    }
    return false
  }

  private mutating func addNodes(_ phase: Phase, _ offset: Int) {
    let isFirst = offset == 0 && phase == 0
    var own: [(unitClass: Int, set: Int)] = []
    for unitClass in Bits(classes.classes[offset]) {
      let first = operations.count
      let targets = targets(of: unitClass, phase, offset)
      if mayEnd(targets) {
        if isFirst {
          addOperation(Term.headUnit(unitClass))
          addNode(ForgivingGraph.result, first)
        } else {
          own.append((unitClass, ForgivingGraph.everything))
        }
        continue
      }
      for next in 0..<phaseCount {
        for end in Bits(targets[next]) where end < classes.count {
          addOperations(from: unitClass, to: next, end)
        }
      }
      guard operations.count > first else { continue }
      let set = isFirst ? ForgivingGraph.result : newSet(for: offset)
      addNode(set, first)
      own.append((unitClass, set))
    }
    entries[state(phase, offset)] = own
    if phase > 0, mayGap(phase - 1, offset), !own.isEmpty { addUnion(of: own, phase, offset) }
  }

  private mutating func addOperations(from unitClass: Int, to phase: Phase, _ offset: Int) {
    for next in entries[state(phase, offset)] {
      addOperation(Term.headPair(unitClass, next.unitClass), next.set)
    }
    if mayGap(phase, offset), let union = unions[state(phase + 1, offset)] {
      addOperation(Term.headUnit(unitClass), union)
    }
  }

  private mutating func addUnion(
    of own: [(unitClass: Int, set: Int)], _ phase: Phase, _ offset: Int
  ) {
    let first = operations.count
    for entry in own {
      if entry.set == ForgivingGraph.everything {
        addOperation(Term.headUnit(entry.unitClass))
      } else {
        addOperation(ForgivingGraph.everything, entry.set)
      }
    }
    let set = newSet(for: offset)
    addNode(set, first)
    unions[state(phase, offset)] = set
  }

  private mutating func addOperation(_ term: Int, _ source: Int = ForgivingGraph.everything) {
    operations.append(ForgivingGraph.Operation(term: term, source: source))
  }

  private mutating func addNode(_ set: Int, _ firstOperation: Int) {
    nodes.append(ForgivingGraph.Node(set: set, operations: firstOperation..<operations.count))
  }

  private mutating func newSet(for offset: Int) -> Int {
    let set = free.popLast() ?? setCount
    setCount = max(setCount, set + 1)
    used[offset].append(set)
    return set
  }
}

/// The places of the bits of a number, ascending.
private struct Bits: Sequence, IteratorProtocol {
  private var rest: UInt64

  init(_ bits: UInt64) { rest = bits }

  mutating func next() -> Int? {
    guard rest != 0 else { return nil }
    defer { rest &= rest - 1 }
    return rest.trailingZeroBitCount
  }
}
