import Testing

@testable import lab

struct DamageTests {
  @Test func `damage can be repeated, and is nearly always damage`() {
    let original = Array(repeating: Array("1,标题,内容，请稍候\n".utf8), count: 20).flatMap(\.self)
    var random = SeededGenerator(seed: 7)
    var again = SeededGenerator(seed: 7)
    var same = 0
    for _ in 0..<200 {
      let bytes = Mutator.damaged(original, &random)
      #expect(bytes == Mutator.damaged(original, &again))
      same += bytes == original ? 1 : 0
    }
    // Lines that are alike, exchanged, and letters that a line has not.
    #expect(same < 80)
  }

  @Test func `a stored gzip file has the form and the checksum of the standard`() {
    // CRC-32 of "123456789" is the check value of every catalogue: CBF43926.
    let file = GzipFile.stored(Array("123456789".utf8))
    #expect(file.prefix(3) == [0x1F, 0x8B, 0x08])
    #expect(file.dropFirst(10).prefix(5) == [1, 9, 0, 0xF6, 0xFF])
    #expect(file.suffix(8) == [0x26, 0x39, 0xF4, 0xCB, 9, 0, 0, 0])
    #expect(GzipFile.stored([UInt8](repeating: 0, count: 65_536)).count == 10 + 2 * 5 + 65_536 + 8)
  }

  @Test func `editions differ, and neither would have to wait`() throws {
    let editions = try Editions(size: 100, seed: 3)
    #expect(editions.old.phrases != editions.new.phrases)
    #expect(editions.old.hash != editions.new.hash)
    let kept = Set(editions.new.phrases.map(\.key))
    let removed = editions.old.phrases.count { !kept.contains($0.key) }
    #expect(removed > 0)
    #expect(5 * removed < editions.old.phrases.count)
  }
}
