/// The sounds that many speakers do not tell apart (模糊音), as those who mix them up would type.
enum FuzzySounds {
  private static let initials = [
    ("zh", "z"), ("ch", "c"), ("sh", "s"), ("n", "l"), ("f", "h"), ("r", "l"),
  ]
  private static let finals = [
    ("ang", "an"), ("eng", "en"), ("ing", "in"), ("iang", "ian"), ("uang", "uan"),
  ]

  /// Syllables that are taken for this one: those that exist, in a fixed order.
  static func variants(of syllable: String) -> [String] {
    let initial = String(syllable.prefix { !"aeiouv".contains($0) })
    let final = String(syllable.dropFirst(initial.count))
    var found: [String] = []
    for (one, other) in initials {
      if initial == one { found.append(other + final) }
      if initial == other { found.append(one + final) }
    }
    for (one, other) in finals {
      if final == one { found.append(initial + other) }
      if final == other { found.append(initial + one) }
    }
    return found.filter(Readings.shared.syllables.contains)
  }
}
