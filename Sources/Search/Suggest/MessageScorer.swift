/// A message weighed with what a library knows of its features: scores phrases exactly.
struct MessageScorer: Sendable {
  /// One feature, weighed.
  fileprivate struct Weight {
    /// Worth times rarity.
    let value: Float
    let isTelling: Bool
    let isCourtesy: Bool
  }

  fileprivate struct Slot {
    let hash: UInt32
    /// Index of the token + 1; 0 for a free slot.
    let token: UInt32
  }

  /// What a scan counts of one feature.
  fileprivate struct Tally {
    /// The weighted frequency in the fields of the phrase that are done.
    var sum: Float = 0
    /// How often it stands in the field at hand.
    var count: UInt32 = 0
  }

  private let weights: [Weight]
  /// The features that are pairs.
  private let pairs: Set<Int>
  private let slots: [Slot]
  /// For each unit what ``TokenReader/classes`` says, or the index of a 汉字 of the message + 3.
  private let classes: [UInt8]
  /// A bit for each letter and digit, in the lowest six bits, that a word of the message begins with.
  private let firstUnits: UInt64
  /// How many tokens there are, and a place for none.
  private let width: Int
  /// The feature + 1 of every token alone (in column 0) and behind another one; 0 for none.
  private let features: [UInt16]
  private let averages: FieldLengths
  /// Whether the message says anything besides commonplaces.
  let isTelling: Bool
  /// What a run can add to a score: the same pairs over and over are worth no more.
  private let mostOfRuns: Float

  init(_ message: Message, in library: Library) {
    let rarity = Rarity(of: library)
    weights = message.features.map { feature in
      Weight(
        value: feature.worth * rarity.bits(of: feature.hash), isTelling: feature.isTelling,
        isCourtesy: feature.isCourtesy)
    }
    pairs = Set(message.pairs.map(\.feature))
    mostOfRuns = message.features.indices.reduce(0) { [weights, pairs] in
      pairs.contains($1) && weights[$1].isTelling
        ? $0 + SuggestionRanking.runShare * weights[$1].value : $0
    }
    averages = rarity.averages
    isTelling = message.features.contains(where: \.isTelling)
    let words = message.tokens.enumerated().filter { !$0.element.isHan }
    slots = MessageScorer.slots(words.map { ($0.element.hash, $0.offset) })
    firstUnits = words.reduce(0) { $0 | 1 << UInt64($1.element.first & 63) }
    var classes = TokenReader.shared.classes
    for (index, token) in message.tokens.enumerated() where token.isHan {
      for form in FoldingTable.shared.forms(of: token.first) {
        classes[Int(form)] = UInt8(index + 3)
      }
    }
    self.classes = classes
    width = message.tokens.count + 1
    var features = [UInt16](repeating: 0, count: width * width)
    for (token, feature) in message.featureOfToken.enumerated() {
      features[(token + 1) * width] = UInt16((feature ?? -1) + 1)
    }
    for pair in message.pairs {
      features[(pair.second + 1) * width + pair.first + 1] = UInt16(pair.feature + 1)
    }
    self.features = features
  }

  /// Open addressing in a table that is mostly free: most words of a text are not in the message.
  private static func slots(_ words: [(hash: UInt32, index: Int)]) -> [Slot] {
    var size = 64
    while size < 6 * words.count { size *= 2 }
    var slots = Array(repeating: Slot(hash: 0, token: 0), count: size)
    for (hash, index) in words {
      var slot = place(of: hash) & (size - 1)
      while slots[slot].token != 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = Slot(hash: hash, token: UInt32(index + 1))
    }
    return slots
  }

  /// What a feature can add to a score: worth times rarity, and more where it is part of a run.
  func most(ofFeature feature: Int) -> Float {
    weights[feature].value * (pairs.contains(feature) ? 1 + SuggestionRanking.runShare : 1)
  }

  @inline(__always)
  fileprivate static func place(of hash: UInt32) -> Int { Int((hash &* 0x9E37_79B1) >> 16) }

  /// Calls `body` with a scan of the units of a segment.
  func withScan<Result>(of units: [UInt16], _ body: (inout Scan) -> Result) -> Result {
    units.withUnsafeBufferPointer { units in
      weights.withUnsafeBufferPointer { weights in
        classes.withUnsafeBufferPointer { classes in
          slots.withUnsafeBufferPointer { slots in
            features.withUnsafeBufferPointer { features in
              withUnsafeTemporaryAllocation(of: Tally.self, capacity: weights.count + 1) {
                tallies in
                withUnsafeTemporaryAllocation(of: UInt64.self, capacity: weights.count / 64 + 1) {
                  touched in
                  tallies.initialize(repeating: Tally())
                  touched.initialize(repeating: 0)
                  var scan = Scan(
                    units: units, weights: weights, slots: slots, classes: classes,
                    firstUnits: firstUnits, features: features, width: width, averages: averages,
                    needsTelling: isTelling, mostOfRuns: mostOfRuns, tallies: tallies,
                    touched: touched)
                  return body(&scan)
                }
              }
            }
          }
        }
      }
    }
  }

  /// Walks the units of phrases: the hot loop.
  ///
  /// It borrows memory, and lives only inside the closure of ``MessageScorer/withScan(of:_:)``.
  struct Scan {
    let units: UnsafeBufferPointer<UInt16>
    private let weights: UnsafeBufferPointer<Weight>
    private let slots: UnsafeBufferPointer<Slot>
    private let classes: UnsafeBufferPointer<UInt8>
    private let firstUnits: UInt64
    private let features: UnsafeBufferPointer<UInt16>
    private let width: Int
    private let averages: FieldLengths
    private let needsTelling: Bool
    private let mostOfRuns: Float
    /// By feature + 1; the first one takes what is no feature.
    private let tallies: UnsafeMutableBufferPointer<Tally>
    /// A bit for each tally that the phrase at hand changed.
    private let touched: UnsafeMutableBufferPointer<UInt64>
    private let reader = TokenReader.shared
    /// What the pairs of the longest run in the phrase at hand weigh, but for its first one.
    private var longestRun: Float = 0
    /// Units looked at so far.
    private(set) var scanned = 0

    fileprivate init(
      units: UnsafeBufferPointer<UInt16>, weights: UnsafeBufferPointer<Weight>,
      slots: UnsafeBufferPointer<Slot>, classes: UnsafeBufferPointer<UInt8>, firstUnits: UInt64,
      features: UnsafeBufferPointer<UInt16>, width: Int,
      averages: FieldLengths, needsTelling: Bool, mostOfRuns: Float,
      tallies: UnsafeMutableBufferPointer<Tally>,
      touched: UnsafeMutableBufferPointer<UInt64>
    ) {
      self.units = units
      self.weights = weights
      self.slots = slots
      self.classes = classes
      self.firstUnits = firstUnits
      self.features = features
      self.width = width
      self.averages = averages
      self.needsTelling = needsTelling
      self.mostOfRuns = mostOfRuns
      self.tallies = tallies
      self.touched = touched
    }

    /// The score of a phrase with these fields; nil when it shares nothing that makes it an answer.
    ///
    /// Where the message is all commonplaces, texts are left out: every other one begins with a
    /// greeting, but a phrase that is named after one is meant for it.
    mutating func score(_ fields: Segment.FieldRanges) -> Float? {
      let inTitle = tally(fields.title)
      if inTitle.found {
        let norm = length(inTitle.tokens, averages.title)
        collect(SuggestionRanking.titleWeight / norm, countsCourtesies: true)
      }
      let inRest = tally(fields.rest)
      if inRest.found { collect(SuggestionRanking.keywordWeight, countsCourtesies: true) }
      guard needsTelling else { return inTitle.found || inRest.found ? total() : nil }
      let inText = tally(fields.text)
      if inText.found {
        let norm = length(inText.tokens, averages.text)
        collect(SuggestionRanking.textWeight / norm, countsCourtesies: false)
      }
      return inTitle.found || inRest.found || inText.found ? total() : nil
    }

    /// How long a field is: 1 when it is an average one, and nearer to it than in truth.
    private func length(_ tokens: Int, _ average: Float) -> Float {
      1 + SuggestionRanking.lengthShare * (Float(tokens) / average - 1)
    }

    /// Counts the features in one field.
    private mutating func tally(_ range: Range<Int>) -> (tokens: Int, found: Bool) {
      precondition(range.lowerBound >= 0 && range.upperBound <= units.count)
      scanned += range.count
      let (units, classes, features, width) = (units, classes, features, width)
      var tokens = 0
      var found = false
      var last = 0
      var run: Float = -1
      var index = range.lowerBound
      while index < range.upperBound {
        let kind = Int(classes[Int(units[index])])
        if kind < Int(TokenReader.wordClass) {
          // Most of a text: nothing, or a 汉字 that is not in the message.
          tokens &+= kind
          last = 0
          index &+= 1
          continue
        }
        tokens &+= 1
        var token = kind - Int(TokenReader.wordClass)
        if token == 0 {
          (token, index) = word(at: index, until: range.upperBound)
        } else {
          index += 1
        }
        let pair = token != 0 && last != 0 ? features[token * width + last] : 0
        if token != 0 {
          count(features[token * width])
          found = true
        }
        if pair != 0 {
          count(pair)
          let weight = weights[Int(pair) - 1]
          run = !weight.isTelling ? -1 : run < 0 ? 0 : run + weight.value
          longestRun = max(longestRun, run)
        } else {
          run = -1
        }
        last = token
      }
      return (tokens, found)
    }

    /// Which token of the message a word or number is, from 1 on, or 0; and where it ends.
    private func word(at start: Int, until limit: Int) -> (token: Int, end: Int) {
      let (hash, end) = reader.run(from: start, in: units, until: limit) { first in
        firstUnits >> UInt64(first & 63) & 1 != 0
      }
      guard hash != 0 else { return (0, end) }
      let mask = slots.count - 1
      var slot = MessageScorer.place(of: hash) & mask
      while slots[slot].token != 0, slots[slot].hash != hash { slot = (slot + 1) & mask }
      return (Int(slots[slot].token), end)
    }

    @inline(__always)
    private func count(_ feature: UInt16) {
      tallies[Int(feature)].count &+= 1
      touched[Int(feature >> 6)] |= 1 << UInt64(feature & 63)
    }

    /// Adds what was counted in a field to the sums, and sets the counters back.
    private func collect(_ factor: Float, countsCourtesies: Bool) {
      eachTouched { index in
        let isCounted = countsCourtesies || index == 0 || !weights[index - 1].isCourtesy
        if isCounted { tallies[index].sum += factor * Float(tallies[index].count) }
        tallies[index].count = 0
      }
    }

    private mutating func total() -> Float? {
      var value = min(SuggestionRanking.runShare * longestRun, mostOfRuns)
      longestRun = 0
      var isTelling = false
      eachTouched { index in
        let sum = tallies[index].sum
        tallies[index].sum = 0
        guard index != 0, sum > 0 else { return }
        let weight = weights[index - 1]
        value += weight.value * sum / (sum + SuggestionRanking.saturation)
        isTelling = isTelling || weight.isTelling
      }
      for word in touched.indices { touched[word] = 0 }
      return value > 0 && (isTelling || !needsTelling) ? value : nil
    }

    @inline(__always)
    private func eachTouched(_ body: (Int) -> Void) {
      for word in touched.indices {
        var rest = touched[word]
        while rest != 0 {
          body(word << 6 | rest.trailingZeroBitCount)
          rest &= rest - 1
        }
      }
    }
  }
}
