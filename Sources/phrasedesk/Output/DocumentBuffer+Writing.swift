import HitDocuments

extension DocumentBuffer {
  /// A pipe takes that much at once.
  private static let pipe = 65_536

  /// For standard output in large pieces; what does not go through ``flush()`` is not written.
  static func forOutput() -> DocumentBuffer { DocumentBuffer(capacity: 2 * pipe) }

  /// Writes everything when there is enough for one large piece.
  mutating func flushWhenFull() throws {
    if bytes.count >= DocumentBuffer.pipe { try flush() }
  }

  mutating func flush() throws {
    try Output.write(bytes)
    removeAll()
  }
}
