/// How much of everything a knowledge base file may hold.
struct Limits {
  var bytes = 256 << 20
  var rows = 1_000_000
  var fieldBytes = 65_536
  var columns = 200
  var depth = 64
}

extension KnowledgeBase {
  /// The largest file that is read, in bytes.
  public static let mostBytes = Limits().bytes
}
