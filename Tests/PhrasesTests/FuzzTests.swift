import Testing

@testable import Phrases

struct FuzzTests {
  private static let csv = Array(
    """
    id,department,分类,subcategory,title,text,keywords,code,attachments,valid_from,valid_until,status
    1,通用,售后,退款,退款时间,"亲，退款""三天""内到账，
    请放心 {{订单号}}","退款,到账",tk,a.png|b.png,2026-01-01,2026-12-31,
    2,,售前,,发货,亲，48小时内发货哦～😀,发货；快递,fh,,,,draft
    3,,售前,,,Thank you for waiting,,,,,,\r\n\n
    """.utf8)

  private static let json = Array(
    #"""
    {"version": 1, "phrases": [
      {"id": "1", "title": "退款", "text": "亲，\u9000\ud83d\ude00 \"三天\"\n", "keywords": ["a", 2]},
      {"id": 2, "内容": "发货", "valid_from": "2026-01-01", "status": null, "x": {"y": [true, 1.5e3]}}
    ]}
    """#.utf8)

  private static let hostile: [[UInt8]] = [
    [0x22], [0x2C], [0x0A], [0x0D], [0x00], [0xFF], [0xC2], [0xE5, 0x8F], [0x5B], [0x7B], [0x5D],
    [0x7D], [0x5C], [0x3A], [0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0x81, 0x30, 0x81, 0x30],
    Array("\\ud83d".utf8), Array("text".utf8), Array("\"\"".utf8), Array("1e".utf8), [0xF0, 0x9F],
  ]

  @Test(arguments: [(csv, 1), (json, 2)] as [([UInt8], UInt64)])
  func `ten thousand damaged files are read or refused`(original: [UInt8], seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var accepted = 0
    for round in 0..<10_000 {
      let bytes = mutated(original, &random)
      do {
        let base = try read(bytes)
        accepted += 1
        expectSound(base.warnings, "seed \(seed), round \(round)")
        if base.phrases.contains(where: { $0.title.isEmpty || $0.text.isEmpty || $0.key.id.isEmpty }
        )
          || base.phrases.count > base.rowCount
        {
          Issue.record("seed \(seed), round \(round): an incomplete phrase")
        }
      } catch let error as KnowledgeBaseError {
        if error.findings.isEmpty || error.count < error.findings.count || error.findings.count > 20
        {
          Issue.record("seed \(seed), round \(round): \(error.count) errors without findings")
        }
        expectSound(error.findings, "seed \(seed), round \(round)")
      } catch {
        Issue.record("seed \(seed), round \(round): \(error)")
      }
    }
    #expect(accepted > 100, "the damage is too great to test what comes after the first error")
    #expect(accepted < 9_900)
  }

  private func expectSound(_ findings: [Finding], _ comment: String) {
    for finding in findings where finding.line < 1 || finding.column < 1 {
      Issue.record("\(comment): \(finding)")
    }
    for finding in findings {
      let sentence = finding.sentence(.english, file: "f")
      if sentence.unicodeScalars.contains(where: { SafeText.isHidden($0) }) {
        Issue.record("\(comment): \(finding) is not safe to print")
      }
    }
  }

  private func mutated(_ original: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    var bytes = original
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let position = Int.random(in: 0..<max(bytes.count, 1), using: &random)
      guard position < bytes.count else { break }
      switch Int.random(in: 0..<6, using: &random) {
      case 0: bytes[position] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      case 1: bytes.remove(at: position)
      case 2:
        bytes.insert(contentsOf: Self.hostile.randomElement(using: &random) ?? [], at: position)
      case 3: bytes.removeLast(bytes.count - position)
      case 4:
        let end = min(position + Int.random(in: 1...40, using: &random), bytes.count)
        bytes.insert(contentsOf: bytes[position..<end], at: position)
      default: bytes[position] = UInt8.random(in: 0...255, using: &random)
      }
    }
    return bytes
  }
}
