import Phrases

/// What a customer wrote, taken apart into the features that phrases are compared by.
///
/// A feature is a pair of 汉字 (or of anything else that touches), a word, a number, or a single
/// 汉字, which counts for little. It is never stored, only looked at.
public struct Message: Sendable {
  /// One feature of the message, before the library says how rare it is.
  struct Feature: Sendable {
    /// What ``FeatureFrequencies`` knows it by.
    let hash: UInt32
    /// How telling its kind is, from 0 to 1.
    let worth: Float
    /// Whether sharing it makes a phrase an answer; a single 汉字 or a filler does not.
    let isTelling: Bool
    /// Whether it is a courtesy, which counts only where it names a phrase.
    let isCourtesy: Bool
  }

  /// What an index can look for: a word or number by its stem, or two 汉字 beside each other.
  struct Sought: Sendable {
    /// What ``FeatureBlocks`` knows it by.
    let hash: UInt32
    /// A phrase that shares this holds them beside each other.
    let units: [UInt16]
    /// The telling feature that nobody shares without it.
    let feature: Int
  }

  /// More of a text is not looked at, in Unicode scalars: a pasted page says no more for it.
  static let mostScalars = 2_000
  /// Different tokens that are looked at.
  static let mostTokens = 250

  /// One of the different tokens of the message.
  struct Token: Sendable {
    let hash: UInt32
    let isHan: Bool
    /// Its first unit; its only one if it is a 汉字.
    let first: UInt16
  }

  /// The different tokens, in order.
  private(set) var tokens: [Token] = []
  private(set) var features: [Feature] = []
  /// The feature of each token, or none.
  private(set) var featureOfToken: [Int?] = []
  /// Those of pairs, by the indices of their tokens.
  private(set) var pairs: [(first: Int, second: Int, feature: Int)] = []
  /// Whatever shares a telling feature holds one of these.
  private(set) var sought: [Sought] = []

  /// The hashes of features that are worth showing where they are found.
  var telling: Set<UInt32> { Set(features.filter(\.isTelling).map(\.hash)) }

  /// Whether there is nothing in it to compare by.
  public var isEmpty: Bool { features.isEmpty }

  public init(_ text: String) {
    var units: [UInt16] = []
    UnitFolder.shared.append(Message.beginning(of: text), to: &units)
    let read = TokenReader.shared.tokens(of: units)
    let kinds = Message.kinds(of: read)
    var indexOfToken: [UInt32: Int] = [:]
    var seenPairs: Set<UInt32> = []
    var previous: Int?
    for (place, token) in read.enumerated() {
      guard let index = indexOfToken[token.hash] ?? add(token, kinds[place], units) else {
        previous = nil
        continue
      }
      indexOfToken[token.hash] = index
      if let previous, read[place - 1].end == token.start {
        let hash = TokenReader.pair(tokens[previous].hash, token.hash)
        if seenPairs.insert(hash).inserted {
          let feature = Message.pair(
            hash, read[place - 1], kinds[place - 1], token, kinds[place])
          pairs.append((previous, index, features.count))
          if feature.isTelling { seek(hash, (previous, index)) }
          features.append(feature)
        }
      }
      previous = index
    }
  }

  /// Adds a token that was not met before; nil when there are enough.
  private mutating func add(
    _ token: TokenReader.Token, _ kind: Commonplaces.Kind?, _ units: [UInt16]
  ) -> Int? {
    guard tokens.count < Message.mostTokens else { return nil }
    tokens.append(
      Token(hash: token.hash, isHan: token.kind == .han, first: units[token.start]))
    let isWord = token.kind != .han
    let worth: Float =
      switch (kind, token.kind) {
      case (nil, .han): SuggestionRanking.singleHan
      case (nil, .number): token.end - token.start < 3 ? SuggestionRanking.shortWord : 1
      case (nil, .word): token.end - token.start < 2 ? SuggestionRanking.shortWord : 1
      case (.courtesy, _): isWord ? SuggestionRanking.courtesy : 0
      case (.filler, _): isWord ? SuggestionRanking.filler : 0
      }
    guard worth > 0 else {
      featureOfToken.append(nil)
      return tokens.count - 1
    }
    featureOfToken.append(features.count)
    if isWord, kind == nil {
      sought.append(
        Sought(
          hash: token.hash, units: Message.stem(of: token, in: units), feature: features.count))
    }
    features.append(
      Feature(
        hash: token.hash, worth: worth, isTelling: isWord && kind == nil,
        isCourtesy: kind == .courtesy))
    return tokens.count - 1
  }

  /// Has a telling pair looked for, which is about to become a feature.
  private mutating func seek(_ hash: UInt32, _ pair: (first: Int, second: Int)) {
    let (first, last) = (tokens[pair.first], tokens[pair.second])
    if first.isHan, last.isHan {
      sought.append(Sought(hash: hash, units: [first.first, last.first], feature: features.count))
    } else if !isTelling(pair.first), !isTelling(pair.second) {
      // A word that was a courtesy before: nothing else would be looked for.
      let word = first.isHan ? last : first
      sought.append(Sought(hash: word.hash, units: [word.first], feature: features.count))
    }
  }

  private func isTelling(_ token: Int) -> Bool {
    featureOfToken[token].map { features[$0].isTelling } ?? false
  }

  /// The units of a word or number that all of its forms begin with.
  private static func stem(of token: TokenReader.Token, in units: [UInt16]) -> [UInt16] {
    let word = token.start..<token.end
    guard token.kind == .word else { return Array(units[word]) }
    return units.withUnsafeBufferPointer { Array($0[Stem.range(of: word, in: $0)]) }
  }

  private static func pair(
    _ hash: UInt32, _ first: TokenReader.Token, _ firstKind: Commonplaces.Kind?,
    _ second: TokenReader.Token, _ secondKind: Commonplaces.Kind?
  ) -> Feature {
    let isCourtesy = firstKind == .courtesy || secondKind == .courtesy
    let isPlain = firstKind == nil && secondKind == nil
    let isHan = first.kind == .han && second.kind == .han
    let worth: Float =
      switch (isCourtesy, isPlain) {
      case (true, _): SuggestionRanking.courtesy
      case (false, false): SuggestionRanking.filler
      case (false, true): isHan ? 1 : SuggestionRanking.mixedPair
      }
    return Feature(
      hash: hash, worth: worth, isTelling: isPlain, isCourtesy: isCourtesy)
  }

  /// Which tokens belong to a commonplace.
  private static func kinds(of tokens: [TokenReader.Token]) -> [Commonplaces.Kind?] {
    var kinds = [Commonplaces.Kind?](repeating: nil, count: tokens.count)
    var index = 0
    while index < tokens.count {
      guard let (count, kind) = Commonplaces.shared.length(in: tokens, from: index) else {
        index += 1
        continue
      }
      for place in index..<index + count { kinds[place] = kind }
      index += count
    }
    return kinds
  }

  static func beginning(of text: String) -> String {
    guard text.utf8.count > mostScalars else { return text }
    return String(text.unicodeScalars.prefix(mostScalars))
  }
}
