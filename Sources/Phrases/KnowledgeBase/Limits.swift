/// How much of everything a knowledge base file may hold.
package struct Limits: Sendable {
  package var bytes = 256 << 20
  package var rows = 1_000_000
  package var fieldBytes = 65_536
  package var columns = 200
  package var depth = 64
  /// Values of a file whose shape is only known when all of it was read.
  package var values = 4_000_000

  package init() {}
}

extension KnowledgeBase {
  /// The largest file that is read, in bytes.
  public static let mostBytes = Limits().bytes
}
