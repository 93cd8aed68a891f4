import Zlib

/// Writes a zip archive, part by part; the same parts give the same bytes.
struct ZipWriter {
  private var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  /// 1 January 1980, the first day that archives know: when something was written is nobody's business.
  private static let day = 0x0021

  /// Adds a part, compressed where that is possible; its name is in ASCII.
  mutating func add(_ name: String, _ content: [UInt8], isCompressed: Bool = true) {
    let packed = isCompressed ? Deflate.raw(content) : nil
    var checksum = Checksum()
    content.withUnsafeBufferPointer { checksum.add($0) }
    let stored = packed ?? content
    let start = bytes.count
    // What the head of a part and its line in the directory have in common.
    var common: [UInt8] = []
    common.append(20, bytes: 2)
    common.append(0, bytes: 2)
    common.append(packed == nil ? 0 : 8, bytes: 2)
    common.append(0, bytes: 2)
    common.append(ZipWriter.day, bytes: 2)
    common.append(Int(checksum.value), bytes: 4)
    common.append(stored.count, bytes: 4)
    common.append(content.count, bytes: 4)
    common.append(name.utf8.count, bytes: 2)
    common.append(0, bytes: 2)

    bytes.append(0x0403_4B50, bytes: 4)
    bytes += common
    bytes += name.utf8
    bytes += stored

    directory.append(0x0201_4B50, bytes: 4)
    directory.append(20, bytes: 2)
    directory += common
    // No comment, first disk, no attributes.
    directory.append(0, bytes: 10)
    directory.append(start, bytes: 4)
    directory += name.utf8
    count += 1
  }

  /// The archive as it is now.
  func finished() -> [UInt8] {
    var end: [UInt8] = []
    end.append(0x0605_4B50, bytes: 4)
    end.append(0, bytes: 4)
    end.append(count, bytes: 2)
    end.append(count, bytes: 2)
    end.append(directory.count, bytes: 4)
    end.append(bytes.count, bytes: 4)
    end.append(0, bytes: 2)
    return bytes + directory + end
  }
}

extension [UInt8] {
  /// Appends a number, the lowest byte first.
  fileprivate mutating func append(_ number: Int, bytes count: Int) {
    for index in 0..<count {
      append(UInt8(truncatingIfNeeded: index < 8 ? number >> (8 * index) : 0))
    }
  }
}
