import Phrases

/// Finds positions by key in 8 bytes a phrase: open addressing over positions, the keys themselves
/// stay in the segment's records.
///
/// It hashes as the standard library does, so that keys which are equal are found as such, however
/// their accents are composed, and no file can be made whose keys all share a slot.
struct KeyIndex: Sendable {
  /// Position + 1, or 0 for a free slot; the number of slots is a power of two.
  private let slots: [UInt32]

  init(count: Int, key: (_ position: Int) -> PhraseKey) {
    var size = 2
    while size < 2 * count { size *= 2 }
    var slots = [UInt32](repeating: 0, count: size)
    for position in 0..<count {
      var slot = key(position).hashValue & (size - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = UInt32(position + 1)
    }
    self.slots = slots
  }

  /// The first position that `isKey` accepts among those that may have the key.
  func position(of key: PhraseKey, isKey: (_ position: Int) -> Bool) -> Int? {
    var slot = key.hashValue & (slots.count - 1)
    while slots[slot] != 0 {
      let position = Int(slots[slot]) - 1
      if isKey(position) { return position }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }
}
