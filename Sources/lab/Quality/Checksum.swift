/// FNV-1a of 64 bits (Fowler, Noll, Vo): the same on every machine and in every run, unlike
/// `Hasher`, so that the halves of a set stay what they are.
struct Checksum: Equatable {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  init() {}

  init(of text: String) {
    add(text)
  }

  /// Adds a string, and an end to tell `ab` `c` from `a` `bc`.
  mutating func add(_ text: String) {
    for byte in text.utf8 { add(byte) }
    add(0xFF)
  }

  private mutating func add(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x100_0000_01B3
  }
}
