/// A checksum of a phrase's cells, which tells whether a row still says what was written.
///
/// SQLite checks the structure of its file and not the text in it: a letter that a bad disk has
/// changed would be sent to customers. Eight bytes at a time, each step *s* ← (rotate(*s*, 5) ⊕ *w*) · *k*
/// with an odd *k* is one to one in *s* and in *w*, so a change within one word is always found; the
/// step is that of the Fx hash (Firefox, rustc). Not against forgery.
struct Checksum {
  private(set) var value: UInt64 = 0

  private static let factor: UInt64 = 0x517C_C1B7_2722_0A95

  mutating func add(_ word: UInt64) {
    value = ((value &<< 5 | value &>> 59) ^ word) &* Checksum.factor
  }

  /// Adds a cell: its length in bytes, then its bytes.
  mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
    add(UInt64(bytes.count))
    let raw = UnsafeRawBufferPointer(bytes)
    var place = 0
    while place + 8 <= raw.count {
      add(UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: place, as: UInt64.self)))
      place += 8
    }
    guard place < raw.count else { return }
    var rest: UInt64 = 0
    for byte in raw[place...] { rest = rest &<< 8 | UInt64(byte) }
    add(rest)
  }

  /// Adds a cell; nil is NULL.
  mutating func add(_ text: String?) {
    guard var text else { return addNull() }
    text.withUTF8 { add($0) }
  }

  mutating func addNull() { add(UInt64.max) }

  mutating func add(_ truth: Bool) { add(truth ? 1 : UInt64(0)) }
}
