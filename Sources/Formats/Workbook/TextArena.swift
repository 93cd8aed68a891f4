import Phrases

/// Texts one behind the other: a list has a million of them, and a `String` each would take twice the room.
struct TextArena {
  private var bytes: [UInt8] = []

  /// Makes room for so many bytes, which cost nothing until something stands there.
  mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

  /// Adds a text; nil where it is empty.
  ///
  /// - Throws: where it is no UTF-8.
  mutating func add(
    _ text: some Collection<UInt8>, in part: String
  ) throws(Finding.WorkbookProblem) -> Range<UInt32>? {
    guard !text.isEmpty else { return nil }
    guard isValid(text) else { throw .damaged(part: part) }
    let start = UInt32(bytes.count)
    bytes.append(contentsOf: text)
    return start..<UInt32(bytes.count)
  }

  subscript(range: Range<UInt32>) -> String {
    bytes.withUnsafeBufferPointer {
      SourceBytes(validUTF8: $0).string(Int(range.lowerBound)..<Int(range.upperBound))
    }
  }

  private func isValid(_ text: some Collection<UInt8>) -> Bool {
    text.withContiguousStorageIfAvailable { SourceBytes(checking: $0) != nil }
      ?? (String(validating: text, as: UTF8.self) != nil)
  }
}
