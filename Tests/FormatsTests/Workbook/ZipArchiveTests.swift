import Phrases
import Testing
import Zlib

@testable import Formats

@Suite struct ZipArchiveTests {
  private func archive(_ parts: [(String, [UInt8])], isCompressed: Bool = true) -> [UInt8] {
    var zip = ZipWriter()
    for (name, content) in parts { zip.add(name, content, isCompressed: isCompressed) }
    return zip.finished()
  }

  private func contents(
    of name: String, in bytes: [UInt8], _ limits: ZipLimits = ZipLimits()
  ) throws -> [UInt8]? {
    try bytes.withUnsafeBufferPointer { buffer in
      let archive = try ZipArchive(buffer, limits)
      return try archive[name].map { try archive.contents($0) }
    }
  }

  @Test(arguments: [true, false])
  func `parts come back, stored and compressed`(isCompressed: Bool) throws {
    let long = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 3) }
    let bytes = archive([("a/B.xml", long), ("empty", [])], isCompressed: isCompressed)
    #expect(try contents(of: "a/B.xml", in: bytes) == long)
    #expect(try contents(of: "/A\\b.XML", in: bytes) == long)
    #expect(try contents(of: "empty", in: bytes) == [])
    #expect(try contents(of: "b.xml", in: bytes) == nil)
  }

  @Test func `bytes before and a comment behind the archive do not matter`() throws {
    var bytes = archive([("a", [1, 2, 3])])
    bytes[bytes.count - 2] = 4
    #expect(try contents(of: "a", in: [9, 9, 9] + bytes + [0x50, 0x4B, 5, 6]) == [1, 2, 3])
  }

  @Test func `an archive of zip64 is read`() throws {
    // A writer that does not know sizes beforehand: they stand in the extra field, and the end is twofold.
    let plain = archive([("a", [1, 2, 3])], isCompressed: false)
    let directory = plain.count - 22 - 47
    var line = Array(plain[directory..<plain.count - 22])
    line.replaceSubrange(20..<28, with: [UInt8](repeating: 0xFF, count: 8))
    line.replaceSubrange(42..<46, with: [UInt8](repeating: 0xFF, count: 4))
    line[30] = 28
    func number(_ value: Int) -> [UInt8] { (0..<8).map { UInt8(value >> ($0 * 8) & 0xFF) } }
    line += [1, 0, 24, 0] + number(3) + number(3) + number(0)
    var bytes = Array(plain[..<directory]) + line
    let record = bytes.count
    bytes += [0x50, 0x4B, 6, 6] + number(44) + [45, 0, 45, 0] + [UInt8](repeating: 0, count: 8)
    bytes += number(1) + number(1) + number(line.count) + number(directory)
    bytes += [0x50, 0x4B, 6, 7, 0, 0, 0, 0] + number(record) + [1, 0, 0, 0]
    bytes += [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + [UInt8](repeating: 0xFF, count: 12) + [0, 0]
    #expect(try contents(of: "a", in: bytes) == [1, 2, 3])
  }

  @Test func `what unpacks to too much is refused while it is unpacked`() {
    let zeros = archive([("a", [UInt8](repeating: 0, count: 3 << 20))])
    #expect(throws: Finding.WorkbookProblem.inflates(part: "a", limit: 100)) {
      try contents(of: "a", in: zeros)
    }
    var limits = ZipLimits()
    limits.bytes = 1 << 20
    limits.inflation = 10_000
    #expect(throws: Finding.WorkbookProblem.unpacksTooLarge(limit: 1 << 20)) {
      try contents(of: "a", in: zeros, limits)
    }
    let many = archive((0..<2_001).map { ("\($0)", []) })
    #expect(throws: Finding.WorkbookProblem.tooManyParts(limit: 2_000)) {
      try contents(of: "a", in: many)
    }
  }

  @Test func `a part that says less than it unpacks to is refused`() {
    var zeros = archive([("a", [UInt8](repeating: 0, count: 3 << 20))])
    // The size in the directory, one kilobyte.
    let directory = zeros.count - 22 - 47
    zeros.replaceSubrange(directory + 24..<directory + 28, with: [0, 4, 0, 0])
    #expect(throws: Finding.WorkbookProblem.damaged(part: "a")) { try contents(of: "a", in: zeros) }
  }

  @Test func `all parts together have a limit`() throws {
    let half = (0..<700_000).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 13) }
    let bytes = archive([("a", half), ("b", half)])
    var limits = ZipLimits()
    limits.bytes = 1 << 20
    #expect(throws: Finding.WorkbookProblem.unpacksTooLarge(limit: 1 << 20)) {
      try bytes.withUnsafeBufferPointer { buffer in
        let archive = try ZipArchive(buffer, limits)
        for name in archive.names { _ = try archive[name].map { try archive.contents($0) } }
      }
    }
  }

  @Test func `encrypted, doubled and damaged parts are refused`() {
    let plain = archive([("a", Array("hello".utf8))], isCompressed: false)
    let directory = plain.count - 22 - 47
    var encrypted = plain
    encrypted[directory + 8] = 1
    #expect(throws: Finding.WorkbookProblem.encrypted) { try contents(of: "a", in: encrypted) }
    var damaged = plain
    damaged[31] ^= 1
    #expect(throws: Finding.WorkbookProblem.damaged(part: "a")) {
      try contents(of: "a", in: damaged)
    }
    #expect(throws: Finding.WorkbookProblem.damaged(part: "A")) {
      try contents(of: "a", in: archive([("a", [1]), ("A", [2])]))
    }
  }

  @Test func `the checksum is the same without zlib`() {
    let bytes = Array("123456789".utf8)
    var fast = Checksum()
    var slow = Checksum()
    bytes.withUnsafeBufferPointer {
      fast.add($0)
      slow.addSlowly($0)
    }
    #expect(fast.value == 0xCBF4_3926)
    #expect(slow.value == fast.value)
  }
}
