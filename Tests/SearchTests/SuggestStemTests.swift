import Testing

@testable import Search

@Suite struct SuggestStemTests {
  private func stem(_ word: String) -> String {
    let units = Array(word.utf16)
    return units.withUnsafeBufferPointer { buffer in
      String(decoding: buffer[Stem.range(of: 0..<units.count, in: buffer)], as: UTF16.self)
    }
  }

  @Test(arguments: [
    ["refund", "refunds", "refunded", "refunding"],
    ["cancel", "cancels", "cancelled", "canceling", "cancellation", "cancellations"],
    ["deliver", "delivery", "deliveries", "delivered"],
    ["charge", "charges", "charged", "charging"],
    ["ship", "ships", "shipped", "shipping"], ["address", "addresses"], ["policy", "policies"],
    ["box", "boxes"], ["call", "called", "calling"], ["return", "returned", "returns"],
  ])
  func `Forms of a word have one stem`(forms: [String]) {
    #expect(Set(forms.map(stem)).count == 1, "\(forms.map(stem))")
  }

  @Test(arguments: [
    ("string", "str"), ("need", "ne"), ("this", "thi"), ("status", "statu"), ("bus", "bu"),
    ("feed", "fe"),
  ])
  func `What only looks like an ending stays`(word: String, wrong: String) {
    #expect(stem(word) != wrong)
    #expect(stem(word).count >= 3)
  }
}
