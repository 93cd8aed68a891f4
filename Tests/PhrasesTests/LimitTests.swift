import Testing

@testable import Phrases

struct LimitTests {
  @Test func `The limits are those of docs/knowledge-base-file.md`() {
    let limits = Limits()
    #expect(limits.bytes == 268_435_456)
    #expect(limits.rows == 1_000_000)
    #expect(limits.fieldBytes == 65_536)
    #expect(limits.columns == 200)
    #expect(limits.depth == 64)
  }

  /// In CSV and in JSON, each just beyond a limit, and nothing said twice.
  @Test func `Beyond each limit there is a sentence of its own with its number`() throws {
    var limits = Limits()
    (limits.bytes, limits.rows, limits.fieldBytes, limits.columns, limits.depth) =
      (90, 3, 12, 4, 5)
    let cases = [
      ("text\n" + String(repeating: "0123456789\n", count: 8), "90"),
      ("text\na\nb\nc\nd\n", "3"), ("[{\"text\":1},{},{},{}]", "3"),
      ("text\n0123456789abc\n", "12"), ("[{\"text\":\"0123456789abc\"}]", "12"),
      ("text,a,b,c,d\na\n", "4"), ("[{\"text\":1,\"a\":1,\"b\":1,\"c\":1,\"d\":1}]", "4"),
      ("[{\"text\":1,\"a\":[[[[]]]]}]", "5"),
    ]
    var sentences: Set<String> = []
    for (text, number) in cases {
      let error = try #require(refusal(of: text, limits: limits), "\(text)")
      let problem = try #require(error.findings.first).problem
      #expect(error.count == 1)
      let words = problem.sentence(.english, related: "")
      #expect(words.contains(number), "\(words)")
      sentences.insert(words)
    }
    // Bytes, rows, one value, columns, depth.
    #expect(sentences.count == 5)
  }
}
