import Phrases

/// What tells phrases of the same title apart, among those in sight: real lists have one title many
/// times over.
struct LikeTitles {
  private struct Group {
    var paths: Set<[String]> = []
    /// By the place that they stand in: how many texts there are, the first, and how much of it all share.
    var texts: [[String]: (count: Int, first: String, shared: Int?)] = [:]
  }

  private let groups: [[UInt8]: Group]

  init(_ phrases: [Phrase]) {
    var groups: [[UInt8]: Group] = [:]
    for phrase in phrases {
      let (key, path) = (LikeTitles.beginning(of: phrase), phrase.path)
      groups[key, default: Group()].paths.insert(path)
      guard let others = groups[key]?.texts[path] else {
        groups[key]?.texts[path] = (1, phrase.text, nil)
        continue
      }
      let shared = LikeTitles.shared(others.first, phrase.text)
      groups[key]?.texts[path] = (
        others.count + 1, others.first, [others.shared, shared].compactMap(\.self).min()
      )
    }
    self.groups = groups.filter { $1.paths.count > 1 || $1.texts.contains { $1.count > 1 } }
  }

  /// Where a phrase stands, as far as that differs; empty where it does not.
  func place(of phrase: Phrase) -> String {
    guard let group = groups[LikeTitles.beginning(of: phrase)] else { return "" }
    return PhraseList.place(of: phrase, among: group.paths)
  }

  /// From which scalar on the texts of the same title in the same place differ: behind what all of them
  /// share, so that their rows can be compared at a glance.
  ///
  /// Nil where there is no other, or none that differs in the first ``comparedBytes``.
  func firstDifference(in phrase: Phrase) -> Int? {
    groups[LikeTitles.beginning(of: phrase)]?.texts[phrase.path]?.shared
  }

  private static let comparedBytes = 3_072

  /// How many scalars two texts begin with in common; nil where they are equal as far as is compared.
  private static func shared(_ left: String, _ right: String) -> Int? {
    var (left, right) = (left, right)
    return left.withUTF8 { left in
      right.withUTF8 { right in
        let most = min(left.count, right.count, comparedBytes)
        let end = (0..<most).first { left[$0] != right[$0] } ?? most
        if end == most, most == comparedBytes || left.count == right.count { return nil }
        // A scalar of which only the first bytes are the same is another one.
        let isInside = [left, right].contains { $0.indices.contains(end) && $0[end] & 0xC0 == 0x80 }
        let whole = left[..<end].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
        return isInside ? whole - 1 : whole
      }
    }
  }

  /// As much of a title as tells it from others on the screen, however long it is.
  private static func beginning(of phrase: Phrase) -> [UInt8] {
    Array(phrase.title.utf8.prefix(1_024))
  }
}
