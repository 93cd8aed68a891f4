import Phrases
import Testing

@testable import Search

/// Punctuation at the edges of words is not searched, in queries of every kind.
struct TrickyCasesPunctuationTests {
  private func words(_ text: String, _ options: SearchOptions = .standard) -> [String] {
    QueryText.words(of: text, options: options).map { word in
      (word.role == .excluded ? "-" : "") + (word.isLiteral ? "=" : "")
        + String(decoding: word.units, as: UTF16.self)
    }
  }

  @Test(
    arguments: [
      ("voucher?", ["voucher"]), ("voucher!?", ["voucher"]), ("voucher...", ["voucher"]),
      ("¿voucher?", ["voucher"]), ("(voucher)", ["voucher"]), ("voucher:", ["voucher"]),
      ("size, colour; fit", ["size", "colour", "fit"]), ("size,colour", ["size", "colour"]),
      ("size / colour", ["size", "colour"]), ("- size", ["size"]), ("• size", ["size"]),
      ("发票？", ["发票"]), ("发票。", ["发票"]), ("发票～", ["发票"]), ("发票……", ["发票"]), ("发票!!", ["发票"]),
      ("发票❓", ["发票"]), ("【发票】", ["发票"]), ("《发票》", ["发票"]), ("「发票」", ["发票"]), ("“发票”？", ["=发票"]),
      ("亲，发票", ["亲", "发票"]), ("发票、邮费？", ["发票", "邮费"]), ("发票（邮费）", ["发票", "邮费"]),
      ("发票(邮费)", ["发票", "邮费"]), ("发票/邮费", ["发票", "邮费"]), ("发票——邮费", ["发票", "邮费"]),
      ("亲，“发票 邮费”", ["亲", "=发票邮费"]), ("发票？” 邮费", ["发票", "邮费"]), ("发票” 邮费", ["发票", "邮费"]),
      ("发票？\u{200B}", ["发票"]), ("\u{FEFF}（发票）", ["发票"]),
      ("возврат№", ["возврат"]), ("￥退款", ["退款"]), ("退款％", ["退款"]), ("€ возврат€", ["возврат"]),
      ("refund،policy", ["refund", "policy"]), ("refund/policy", ["refund", "policy"]),
      ("возврат։", ["возврат"]), ("refund।policy", ["refund", "policy"]), ("№5", ["№5"]),
      ("e\u{2011}mail", ["e-mail"]), ("1/2", ["1/2"]), ("％", ["%"]),
      // What is part of a word stays.
      ("3.5", ["3.5"]), ("1,299", ["1,299"]), ("1，299", ["1,299"]), ("12:30", ["12:30"]),
      ("12：30", ["12:30"]), ("kt-8830", ["kt-8830"]), ("example.com", ["example.com"]),
      ("a@example.com,", ["a@example.com"]), ("100%", ["100%"]), ("¥99", ["¥99"]), ("c++", ["c++"]),
      ("don't?", ["dont"]),
      // Quotes mean it; hyphens exclude.
      ("\"voucher?\"", ["=voucher?"]), ("“发票？”", ["=发票?"]), ("-发票？", ["-发票"]),
      ("-（发票）", ["-发票"]), ("运费，-发票", ["运费", "发票"]), ("运费 -发票，", ["运费", "-发票"]),
      // Alone it is what is looked for.
      ("？", ["?"]), ("。 ！", ["。", "!"]), ("…", ["…"]), ("-", ["-"]), ("", []),
    ] as [(String, [String])])
  func `punctuation at an edge separates`(text: String, expected: [String]) {
    #expect(words(text) == expected)
  }

  @Test(arguments: [
    ("voucher?", "Voucher code"), ("fapiao？", "发票"), ("fp。", "发票"), ("發票？", "发票"),
    ("fapiao, youfei!", "邮费和发票"), ("发票?", "发票？"), ("【发票】youfei", "发票与邮费"),
  ])
  func `what is there is found behind any punctuation`(query: String, title: String) {
    #expect(finds(query, title))
  }

  @Test(arguments: [("voucehr?", "voucher"), ("发邮！", "发票和邮费")])
  func `punctuation does not keep a query from being forgiven`(query: String, title: String) {
    #expect(Samples.library(title).titles(query) == [title])
  }

  @Test func `a semicolon is a key only where it spells`() {
    let options = SearchOptions(doublePinyin: .microsoft)
    #expect(words("x;", options) == ["x;"])
    #expect(words("x；n；；", options) == ["x;n;"])
    #expect(words("发票；邮费；", options) == ["发票", "邮费"])
    #expect(words("x;n;") == ["x", "n"])
    #expect(finds("x;", "星", options))
  }

  @Test func `every mark of punctuation does`() {
    for value in (0x20..<0xFFFF) as Range<UInt32> {
      guard let mark = Unicode.Scalar(value), isPunctuation(mark) else { continue }
      let text = "发票" + String(mark)
      #expect(words(text) == ["发票"], "U+\(String(value, radix: 16))")
    }
  }

  private func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .openPunctuation, .closePunctuation, .dashPunctuation, .finalPunctuation: true
    case .otherPunctuation: !"%‰‱﹪％'＇".unicodeScalars.contains(scalar)
    default: false
    }
  }
}
