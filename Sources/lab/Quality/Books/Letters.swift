/// One letter of a title as somebody would type it: a 汉字 with its reading, a Latin letter, a digit.
struct Letter: Hashable, Sendable {
  /// As it stands in the title.
  var original: Unicode.Scalar
  /// In lower case and half width.
  var scalar: Unicode.Scalar
  /// Nil for what is no 汉字.
  var reading: Readings.Reading?
  /// Whether something that nobody types stands before it: a space, a comma, the beginning.
  var beginsRun: Bool
  /// Whether a word of Latin letters or digits begins with it.
  var beginsWord: Bool

  var isHanzi: Bool { reading != nil }
}

/// The letters of a title, without what stands between them.
struct Letters: Sendable {
  let all: [Letter]
  /// The stretches of letters with nothing between them.
  let runs: [Range<Int>]
  /// Words of two Latin letters and more.
  let words: [Range<Int>]

  init(_ text: String) {
    let scalars = Array(text.unicodeScalars)
    var letters: [Letter] = []
    var separated = true
    for (scalar, reading) in zip(scalars, Readings.shared.readings(of: scalars)) {
      let folded = Letters.folded(scalar)
      guard reading != nil || folded.properties.isAlphabetic || ("0"..."9").contains(folded) else {
        separated = true
        continue
      }
      let followsWord = letters.last.map { !$0.isHanzi } ?? false
      letters.append(
        Letter(
          original: scalar, scalar: folded, reading: reading, beginsRun: separated,
          beginsWord: reading == nil && (separated || !followsWord)))
      separated = false
    }
    all = letters
    runs = Letters.ranges(in: letters) { $0.beginsRun }
    words = Letters.ranges(in: letters) { $0.beginsRun || $0.beginsWord || $0.isHanzi }
      .filter { $0.count > 1 && letters[$0].allSatisfy { ("a"..."z").contains($0.scalar) } }
  }

  /// Splits letters before each one that begins something.
  private static func ranges(
    in letters: [Letter], where begins: (Letter) -> Bool
  ) -> [Range<Int>] {
    let starts = letters.indices.filter { $0 == 0 || begins(letters[$0]) }
    return zip(starts, starts.dropFirst() + [letters.count]).map { $0..<$1 }.filter { !$0.isEmpty }
  }

  /// Lower case, half width.
  static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let half =
      (0xFF01...0xFF5E).contains(scalar.value)
      ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
    let lower = half.properties.lowercaseMapping.unicodeScalars
    return lower.count == 1 ? lower.first ?? half : half
  }
}
