import Phrases

/// What tells phrases of the same title apart, among those in sight: real lists have one title many
/// times over.
struct LikeTitles {
  private struct Group {
    /// The places that its phrases stand in, and for each the first text, and how much of it all share.
    var texts: [(path: [String], first: String, shared: Int?)] = []
    var paths: Set<[String]> = []

    mutating func add(_ phrase: Phrase) {
      let path = phrase.path
      guard let place = texts.firstIndex(where: { $0.path == path }) else {
        texts.append((path: path, first: phrase.text, shared: nil))
        paths.insert(path)
        return
      }
      let shared = LikeTitles.shared(texts[place].first, phrase.text)
      texts[place].shared = [texts[place].shared, shared].compactMap(\.self).min()
    }
  }

  private var groups: [Group] = []
  /// Of each phrase the group that it is in.
  private var places: [Int?]

  /// A screenful at most: each title is compared with those above it.
  init(_ phrases: [Phrase]) {
    places = phrases.map { _ in nil }
    for (index, phrase) in phrases.enumerated() {
      guard let other = phrases[..<index].firstIndex(where: { areAlike($0.title, phrase.title) })
      else { continue }
      if places[other] == nil {
        places[other] = groups.count
        groups.append(Group())
        groups[groups.count - 1].add(phrases[other])
      }
      places[index] = places[other]
      if let group = places[other] { groups[group].add(phrase) }
    }
  }

  /// Where a phrase stands, which is given with its place among those in sight, as far as that differs;
  /// empty where it does not.
  func place(of phrase: Phrase, at index: Int) -> String {
    guard let group = places[index] else { return "" }
    return PhraseList.place(of: phrase, among: groups[group].paths)
  }

  /// From which scalar on the texts of the same title in the same place differ: behind what all of them
  /// share, so that their rows can be compared at a glance.
  ///
  /// Nil where there is no other, or none that differs in the first ``comparedBytes``.
  func firstDifference(in phrase: Phrase, at index: Int) -> Int? {
    places[index].flatMap { groups[$0].texts.first { $0.path == phrase.path }?.shared }
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
}

/// Whether two titles begin alike as far as tells them apart on the screen, however long they are.
private func areAlike(_ left: String, _ right: String) -> Bool {
  let toldApart = 1_024
  if min(left.utf8.count, right.utf8.count) < toldApart { return left == right }
  return left.utf8.prefix(toldApart).elementsEqual(right.utf8.prefix(toldApart))
}
