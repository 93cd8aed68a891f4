extension Set<FuzzySound> {
  /// What else a syllable is taken for, at its beginning, at its end, or at both: zhang is also
  /// zang, zhan and zan.
  ///
  /// Sounds are changed once, not on and on: with n-l and r-l, n is not taken for r.
  func variants(initial: String, final: String) -> [(initial: String, final: String)] {
    let initials = [initial] + FuzzySound.initials(takenFor: initial).filter(contains).map(\.1)
    let finals =
      [final] + FuzzySound.finals(takenFor: final, after: initial).filter(contains).map(\.1)
    return initials.flatMap { initial in finals.map { (initial, $0) } }.dropFirst().map(\.self)
  }

  private func contains(_ change: (FuzzySound, String)) -> Bool { contains(change.0) }
}

extension FuzzySound {
  fileprivate static func initials(takenFor initial: String) -> [(FuzzySound, String)] {
    switch initial {
    case "zh": [(.zhZ, "z")]
    case "z": [(.zhZ, "zh")]
    case "ch": [(.chC, "c")]
    case "c": [(.chC, "ch")]
    case "sh": [(.shS, "s")]
    case "s": [(.shS, "sh")]
    case "n": [(.nL, "l")]
    case "l": [(.nL, "n"), (.rL, "r")]
    case "r": [(.rL, "l")]
    case "f": [(.fH, "h")]
    case "h": [(.fH, "f")]
    default: []
    }
  }

  fileprivate static func finals(
    takenFor final: String, after initial: String
  ) -> [(FuzzySound, String)] {
    switch (initial, final) {
    // By their sound these are uan and uang, ian and iang.
    case ("w", "an"): [(.uanUang, "ang")]
    case ("w", "ang"): [(.uanUang, "an")]
    case ("y", "an"): [(.ianIang, "ang")]
    case ("y", "ang"): [(.ianIang, "an")]
    // And these are üan, which has no other.
    case ("j", "uan"), ("q", "uan"), ("x", "uan"), ("y", "uan"): []
    case (_, "an"): [(.anAng, "ang")]
    case (_, "ang"): [(.anAng, "an")]
    case (_, "en"): [(.enEng, "eng")]
    case (_, "eng"): [(.enEng, "en")]
    case (_, "in"): [(.inIng, "ing")]
    case (_, "ing"): [(.inIng, "in")]
    case (_, "ian"): [(.ianIang, "iang")]
    case (_, "iang"): [(.ianIang, "ian")]
    case (_, "uan"): [(.uanUang, "uang")]
    case (_, "uang"): [(.uanUang, "uan")]
    default: []
    }
  }
}
