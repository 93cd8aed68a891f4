/// For up to 8,192 neighbouring phrases of a segment: which of them answer to which ``Term``.
///
/// A set of phrases is a list of gaps, a byte each, or a bitmap where that is smaller; the idea is
/// that of Roaring bitmaps (Chambi, Lemire and others 2016), cut down to two kinds. A bitmap of a
/// whole chunk is 1 KiB, so that combining a dozen of them never leaves the fastest cache.
struct IndexChunk: Sendable {
  static let capacity = 8_192

  /// How many phrases it covers.
  let count: Int
  /// For each term where its set lies: ``none``, in ``words`` if ``isBitmap``, else in ``gaps``.
  private let places: [UInt32]
  private let words: [UInt64]
  /// A length in bytes, low byte first, and as many bytes; gaps of 255 and more are 255 and the
  /// position itself in two bytes.
  private let gaps: [UInt8]
  /// Where what messages are compared by stands.
  let features: FeatureBlocks

  static let none = UInt32.max
  static let isBitmap: UInt32 = 1 << 31

  init(
    count: Int, places: [UInt32], words: [UInt64], gaps: [UInt8], features: FeatureBlocks
  ) {
    self.count = count
    self.places = places
    self.words = words
    self.gaps = gaps
    self.features = features
  }

  /// The 64-bit words of a bitmap of all its phrases.
  var wordCount: Int { (count + 63) / 64 }

  /// The bytes that it takes up.
  var byteCount: Int { places.count * 4 + words.count * 8 + gaps.count + features.byteCount }

  func isEmpty(_ term: Int) -> Bool { places[term] == IndexChunk.none }

  /// Adds a term's phrases to a bitmap.
  func unite(_ term: Int, into target: UnsafeMutablePointer<UInt64>) {
    let place = places[term]
    guard place != IndexChunk.none else { return }
    if place & IndexChunk.isBitmap != 0 {
      let start = Int(place & ~IndexChunk.isBitmap)
      words.withUnsafeBufferPointer { words in
        for index in 0..<wordCount { target[index] |= words[start &+ index] }
      }
    } else {
      forEach(at: Int(place)) { target[$0 &>> 6] |= 1 &<< UInt64($0 & 63) }
    }
  }

  /// Adds those of a term's phrases that are in `mask` to a bitmap.
  func unite(
    _ term: Int, in mask: UnsafePointer<UInt64>, into target: UnsafeMutablePointer<UInt64>
  ) {
    let place = places[term]
    guard place != IndexChunk.none else { return }
    if place & IndexChunk.isBitmap != 0 {
      let start = Int(place & ~IndexChunk.isBitmap)
      words.withUnsafeBufferPointer { words in
        for index in 0..<wordCount { target[index] |= words[start &+ index] & mask[index] }
      }
    } else {
      forEach(at: Int(place)) { target[$0 &>> 6] |= mask[$0 &>> 6] & 1 &<< UInt64($0 & 63) }
    }
  }

  @inline(__always)
  private func forEach(at place: Int, _ body: (_ position: Int) -> Void) {
    gaps.withUnsafeBufferPointer { gaps in
      var index = place &+ 2
      let end = index &+ Int(gaps[place]) &+ Int(gaps[place &+ 1]) &<< 8
      var position = -1
      while index < end {
        let gap = gaps[index]
        if gap < 0xFF {
          position &+= Int(gap) &+ 1
          index &+= 1
        } else {
          position = Int(gaps[index &+ 1]) | Int(gaps[index &+ 2]) &<< 8
          index &+= 3
        }
        body(position)
      }
    }
  }
}
