/// Why one word of a query counts what it counts in a phrase.
public struct WordExplanation: Hashable, Sendable {
  /// The word, folded as it was looked for.
  public var word: String
  /// The field that it counts most in.
  public var field: Field
  public var closeness: Closeness
  /// Points for the place and the closeness together; see ``Ranking``.
  public var grade: Int
  /// The characters it was found in, and for each how it was read: a syllable, or nil for a
  /// character that was typed itself.
  public var reading: [Reading]

  public struct Reading: Hashable, Sendable {
    public var character: String
    public var syllable: String?
  }
}

extension Query {
  /// For each word that must be found, where it counts most; none for one that is only excluded.
  func explanation(at position: Int, of segment: Segment) -> [WordExplanation] {
    let pieces = pieces(at: position, of: segment)
    return words.indices.compactMap { word in
      guard
        let best = pieces.filter({ $0.word == word }).max(by: { $0.grade < $1.grade })
      else { return nil }
      let pattern = patterns[words[word].pattern]
      return WordExplanation(
        word: ReadingTable.shared.text(of: pattern.units), field: best.field,
        closeness: best.closeness, grade: best.grade,
        reading: reading(
          of: segment.text(of: best, at: position), pattern, best.closeness))
    }
  }

  /// How each character of a piece was read, the pattern being all of it.
  private func reading(
    of piece: String, _ pattern: Pattern, _ closeness: Closeness
  ) -> [WordExplanation.Reading] {
    let (units, offsets) = UnitFolder.shared.unitsAndOffsets(of: piece)
    let scalars = Array(piece.unicodeScalars)
    var failed: Set<[Int]> = []
    func read(_ index: Int, _ offset: Int) -> [WordExplanation.Reading]? {
      if offset == pattern.count { return [] }
      guard index < units.count, !failed.contains([index, offset]) else { return nil }
      let character = String(scalars[offsets[index]])
      if pattern.literals(at: offset).contains(units[index]),
        let rest = read(index + 1, offset + 1)
      {
        return [WordExplanation.Reading(character: character)] + rest
      }
      for (syllable, lengths) in readings(of: units[index], pattern, offset, closeness) {
        for length in (1...6).reversed() where lengths >> UInt8(length) & 1 != 0 {
          if let rest = read(index + 1, offset + length) {
            return [WordExplanation.Reading(character: character, syllable: syllable)] + rest
          }
        }
      }
      if pattern.passed.contains(units[index]), let rest = read(index + 1, offset) { return rest }
      failed.insert([index, offset])
      return nil
    }
    return read(0, 0) ?? []
  }

  private func readings(
    of unit: UInt16, _ pattern: Pattern, _ offset: Int, _ closeness: Closeness
  ) -> [(syllable: String, lengths: UInt8)] {
    let table = ReadingTable.shared
    let set = Int(table.sets[Int(unit)])
    let tail = pattern.tail(at: offset)
    return table.readings(ofSet: set).map { syllable in
      let lengths = pattern.steps(of: Int(syllable), for: tail, in: spellings)
        .lengths(closeness, table.rank(of: Int(syllable), inSet: set))
      return (
        String(decoding: table.syllables[Int(syllable)].letters, as: UTF8.self), lengths
      )
    }
  }
}

extension Segment {
  /// The scalars that a piece takes in its field's string.
  fileprivate func text(of piece: Piece, at position: Int) -> String {
    withUTF8(of: piece.field, at: position) { bytes in
      var places: [UnitFolder.Place] = []
      UnitFolder.shared.fold(bytes) { _, place in places.append(place) }
      let start = places[piece.units.lowerBound].byte
      var end = places[piece.units.upperBound - 1].byte
      _ = nextScalar(in: bytes, &end)
      return bytes.extracting(start..<end).withUnsafeBufferPointer {
        String(decoding: $0, as: UTF8.self)
      }
    }
  }
}
