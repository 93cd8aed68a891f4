import Phrases

/// Finds positions by key in 8 bytes a phrase: open addressing over positions, the keys themselves
/// stay in the segment's records.
struct KeyIndex: Sendable {
  /// Position + 1, or 0 for a free slot; the number of slots is a power of two.
  private let slots: [UInt32]

  init(count: Int, key: (_ position: Int) -> PhraseKey) {
    var size = 2
    while size < 2 * count { size *= 2 }
    var slots = [UInt32](repeating: 0, count: size)
    for position in 0..<count {
      var slot = Int(truncatingIfNeeded: KeyIndex.hash(key(position))) & (size - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = UInt32(position + 1)
    }
    self.slots = slots
  }

  /// The first position that `isKey` accepts among those that may have the key.
  func position(of key: PhraseKey, isKey: (_ position: Int) -> Bool) -> Int? {
    var slot = Int(truncatingIfNeeded: KeyIndex.hash(key)) & (slots.count - 1)
    while slots[slot] != 0 {
      let position = Int(slots[slot]) - 1
      if isKey(position) { return position }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// FNV-1a, then folded so that the low bits depend on all.
  private static func hash(_ key: PhraseKey) -> UInt64 {
    var value: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in key.source.utf8 { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
    value = (value ^ 0xFF) &* 0x100_0000_01B3
    for byte in key.id.utf8 { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return value ^ value >> 32
  }
}
