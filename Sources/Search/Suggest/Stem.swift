/// Finds the part of an English word that its forms share, as far as a few rules can.
///
/// After the first steps of M. F. Porter's *An algorithm for suffix stripping* (1980), cut down to
/// what only shortens: the endings of plural, -ing and past, then -ation, a final e, y or i, and
/// one of two equal consonants. `refunds`, `refunded` and `refunding` are one word then, and so are
/// `cancelled`, `canceling` and `cancellation`, or `deliver` and `deliveries`. It goes wrong now
/// and then, which costs little: message and phrase go wrong alike.
struct Stem {
  /// The shortest stem that an ending is taken off of, in letters.
  private static let minimum = 3

  private let units: UnsafeBufferPointer<UInt16>
  private let start: Int
  private var end: Int

  /// The units of a word without its endings; a word that does not end in a to z stays whole.
  static func range(of word: Range<Int>, in units: UnsafeBufferPointer<UInt16>) -> Range<Int> {
    guard word.count > minimum, (0x61...0x7A).contains(units[word.upperBound - 1]) else {
      return word
    }
    var stem = Stem(units: units, start: word.lowerBound, end: word.upperBound)
    stem.shorten()
    return stem.start..<stem.end
  }

  private mutating func shorten() {
    dropPlural()
    let isVerb = dropVerbal("ing") || !ends(with: "eed") && dropVerbal("ed")
    let isNoun = !isVerb && drop("ation")
    if !isNoun { _ = drop("e") || drop("y") || drop("i") }
    if end - start > Stem.minimum, units[end - 1] == units[end - 2], !isVowel(units[end - 1]) {
      end -= 1
    }
  }

  private mutating func dropPlural() {
    guard ends(with: "s"), !ends(with: "ss"), !ends(with: "us"), !ends(with: "is") else { return }
    let takesTwo = ["sses", "xes", "zes", "ches", "shes", "ies"].contains { ends(with: $0) }
    // Of -ies the i stays, and goes with the y of the singular.
    if end - start > Stem.minimum + (takesTwo ? 1 : 0) { end -= takesTwo ? 2 : 1 }
  }

  /// Takes an ending off where a syllable stays: `string` is no form of `str`.
  private mutating func dropVerbal(_ ending: StaticString) -> Bool {
    let rest = end - ending.utf8CodeUnitCount
    guard rest - start >= Stem.minimum, (start..<rest).contains(where: { isVowel(units[$0]) })
    else { return false }
    return drop(ending)
  }

  private mutating func drop(_ ending: StaticString) -> Bool {
    let rest = end - ending.utf8CodeUnitCount
    guard rest - start >= Stem.minimum, ends(with: ending) else { return false }
    end = rest
    return true
  }

  private func ends(with ending: StaticString) -> Bool {
    let first = end - ending.utf8CodeUnitCount
    guard first >= start else { return false }
    return ending.withUTF8Buffer { letters in
      letters.indices.allSatisfy { UInt16(letters[$0]) == units[first + $0] }
    }
  }

  private func isVowel(_ unit: UInt16) -> Bool {
    switch unit {
    // a e i o u y
    case 0x61, 0x65, 0x69, 0x6F, 0x75, 0x79: true
    default: false
    }
  }
}
