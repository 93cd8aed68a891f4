import Phrases

/// The central directory of a zip archive, found from its end; also that of zip64.
struct ZipDirectory {
  private(set) var entries: [ZipArchive.Entry] = []
  private let bytes: LittleEndianBytes

  init(of bytes: LittleEndianBytes, _ limits: ZipLimits) throws(Finding.WorkbookProblem) {
    self.bytes = bytes
    guard let end = ZipDirectory.end(in: bytes) else { throw .damaged(part: nil) }
    guard end.entries <= limits.parts else { throw .tooManyParts(limit: limits.parts) }
    var offset = end.start
    for _ in 0..<end.entries {
      guard let next = add(at: offset, base: end.base) else { throw .damaged(part: nil) }
      offset = next
    }
  }

  /// What the record at the end of an archive says.
  private struct End {
    let entries: Int
    /// Where the directory begins.
    let start: Int
    /// What to add to every offset: bytes in front of the archive do not count in it.
    let base: Int
  }

  private static let endMark = 0x0605_4B50
  /// Without the comment, which may follow it.
  private static let endLength = 22

  private static func end(in bytes: LittleEndianBytes) -> End? {
    var offset = bytes.count - endLength
    let first = max(0, offset - 0xFFFF)
    while offset >= first {
      if bytes.number4(at: offset) == endMark, let end = end(at: offset, in: bytes) { return end }
      offset -= 1
    }
    return nil
  }

  private static func end(at offset: Int, in bytes: LittleEndianBytes) -> End? {
    guard let disk = bytes.number2(at: offset + 4), disk == 0 || disk == 0xFFFF,
      let entries = bytes.number2(at: offset + 10), let size = bytes.number4(at: offset + 12),
      let start = bytes.number4(at: offset + 16), let comment = bytes.number2(at: offset + 20),
      offset + endLength + comment <= bytes.count
    else { return nil }
    if entries == 0xFFFF || size == 0xFFFF_FFFF || start == 0xFFFF_FFFF {
      return end64(before: offset, in: bytes)
    }
    let base = offset - size - start
    return base >= 0 ? End(entries: entries, start: start + base, base: base) : nil
  }

  /// The record of zip64, which a locator in front of the usual one points at.
  private static func end64(before offset: Int, in bytes: LittleEndianBytes) -> End? {
    let locator = offset - 20
    guard bytes.number4(at: locator) == 0x0706_4B50,
      let record = bytes.number8(at: locator + 8), bytes.number4(at: record) == 0x0606_4B50,
      let entries = bytes.number8(at: record + 32), let start = bytes.number8(at: record + 48)
    else { return nil }
    return End(entries: entries, start: start, base: 0)
  }

  /// Adds the entry that begins at `offset` and tells where the next one does; nil where there is none.
  private mutating func add(at offset: Int, base: Int) -> Int? {
    guard bytes.number4(at: offset) == 0x0201_4B50,
      let flags = bytes.number2(at: offset + 8), let method = bytes.number2(at: offset + 10),
      let checksum = bytes.number4(at: offset + 16),
      let storedSize = bytes.number4(at: offset + 20), let size = bytes.number4(at: offset + 24),
      let nameLength = bytes.number2(at: offset + 28),
      let extraLength = bytes.number2(at: offset + 30),
      let commentLength = bytes.number2(at: offset + 32),
      let head = bytes.number4(at: offset + 42),
      let name = bytes.slice(from: offset + 46, count: nameLength)
    else { return nil }
    var numbers = [size, storedSize, head]
    let extra = offset + 46 + nameLength
    guard widen(&numbers, from: extra, to: extra + extraLength) else { return nil }
    let (start, isTooLarge) = numbers[2].addingReportingOverflow(base)
    guard !isTooLarge else { return nil }
    entries.append(
      ZipArchive.Entry(
        name: String(decoding: name, as: UTF8.self), method: method,
        isEncrypted: flags & 1 != 0, checksum: UInt32(checksum), storedSize: numbers[1],
        size: numbers[0], head: start))
    return extra + extraLength + commentLength
  }

  /// Takes the numbers that four bytes cannot hold from the field of zip64, in this order.
  private func widen(_ numbers: inout [Int], from start: Int, to end: Int) -> Bool {
    guard numbers.contains(0xFFFF_FFFF) else { return true }
    var offset = start
    while offset + 4 <= end, let kind = bytes.number2(at: offset),
      let length = bytes.number2(at: offset + 2)
    {
      if kind == 1 {
        var field = offset + 4
        for index in numbers.indices where numbers[index] == 0xFFFF_FFFF {
          guard field + 8 <= offset + 4 + length, let number = bytes.number8(at: field) else {
            return false
          }
          numbers[index] = number
          field += 8
        }
        return true
      }
      offset += 4 + length
    }
    return false
  }
}
