import Glibc

/// Strings in one stretch of bytes, to find out quickly which of them hold something.
struct Texts: Sendable {
  private var bytes: [UInt8] = []
  /// Where each string starts, and the end.
  private var starts = [0]

  private typealias Search =
    @convention(c) (UnsafeRawPointer, Int, UnsafeRawPointer, Int) -> UnsafeRawPointer?

  /// The C library's `memmem`, looked up by name because Swift's module of it hides it.
  private static let find = dlsym(nil, "memmem").map { unsafeBitCast($0, to: Search.self) }

  init(_ texts: some Sequence<String>) {
    for text in texts {
      bytes += text.utf8
      bytes.append(0xFF)
      starts.append(bytes.count)
    }
  }

  /// The strings that hold `text`, ascending, at most `limit` of them.
  func holding(_ text: String, limit: Int = .max) -> [Int] {
    let needle = Array(text.utf8)
    var found: [Int] = []
    bytes.withUnsafeBytes { buffer in
      guard let find = Texts.find, let base = buffer.baseAddress, !needle.isEmpty else { return }
      var position = 0
      while found.count < limit, position < buffer.count,
        let hit = find(base + position, buffer.count - position, needle, needle.count)
      {
        let index = index(at: base.distance(to: hit))
        found.append(index)
        position = starts[index + 1]
      }
    }
    return found
  }

  /// Which string a byte belongs to.
  private func index(at offset: Int) -> Int {
    var (low, high) = (0, starts.count - 1)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }
}
