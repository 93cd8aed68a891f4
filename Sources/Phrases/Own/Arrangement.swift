/// What an agent has made of the lists that others keep: what is pinned, hidden, named, worded and
/// ordered otherwise on her own desk.
///
/// All of it names phrases by their keys, so that it survives a sync; what it says of a phrase that is
/// gone waits until that is there again.
public struct Arrangement: Equatable, Sendable {
  /// What her own version of a phrase was made of.
  public struct Original: Hashable, Sendable {
    public var key: PhraseKey
    /// As it read when her version was made, or when she last said that hers is to stay.
    public var text: String

    public init(key: PhraseKey, text: String) {
      self.key = key
      self.text = text
    }
  }

  /// Where phrases stand: department, category and subcategory, empty ones included.
  public typealias Place = [String]

  /// The pinned phrases by their row, from 1 to ``pinLimit``.
  public var pins: [Int: PhraseKey] = [:]
  /// Codes of her own for phrases of others.
  public var codes: [PhraseKey: String] = [:]
  /// Phrases of others that she does not want to see.
  public var hidden: Set<PhraseKey> = []
  /// Of her own phrases, those that stand in the place of another's, by their own keys.
  public var originals: [PhraseKey: Original] = [:]
  /// Of her own phrases, those that were written behind another's, by their own keys: they stand there as long
  /// as both are in one place, and do not move their category up to where her own phrases are.
  public var neighbours: [PhraseKey: PhraseKey] = [:]
  /// The phrases of a place in her order; one that is not named stands behind its neighbour in the file,
  /// and last where it stands behind all of these there.
  public var order: [Place: [PhraseKey]] = [:]
  /// The names below a place in her order: of departments below `[]`, of categories below
  /// `[department]`, of subcategories below `[department, category]`.
  public var categoryOrder: [Place: [String]] = [:]
  /// What placeholders of these names are filled with, from now on.
  public var values: [String: String] = [:]

  public static let pinLimit = 9

  public init() {}

  /// Her own version of a phrase; nil where she has none.
  public func version(of key: PhraseKey) -> PhraseKey? {
    originals.filter { $0.value.key == key }.keys.min()
  }

  /// Phrases of which it is asked before they go, with her versions of them.
  public func withVersions(of contested: Set<PhraseKey>) -> Set<PhraseKey> {
    contested.union(originals.filter { contested.contains($0.value.key) }.keys)
  }

  /// Whether what stands in a place, or the place itself among others, is in an order of hers.
  public func hasOrder(_ place: Place) -> Bool {
    order[place] != nil || place.indices.contains { categoryOrder[Array(place[..<$0])] != nil }
  }

  /// The row that a phrase is pinned to.
  public func pin(of key: PhraseKey) -> Int? { pins.first { $0.value == key }?.key }
}

extension Phrase {
  /// Where it stands, empty names included.
  public var place: Arrangement.Place { [department, category, subcategory] }
}
