import Phrases
import Testing

@testable import Sync

struct HoldReasonTests {
  private func phrase(
    _ number: Int, id: String? = nil, text: String? = nil, code: String = "",
    department: String = "售后"
  ) -> Phrase {
    let words = ["发货", "退款", "换货", "优惠", "发票", "尺码", "保修", "物流", "积分", "客服"]
    let own = (0..<6).map { words[(number >> $0 + number * ($0 + 3)) % 10] }.joined(separator: "请")
    return Phrase(
      key: PhraseKey(source: "kb", id: id ?? "n\(number)"), department: department,
      title: own, text: text ?? "\(own)\(number)，祝您生活愉快", code: code)
  }

  private func reasons(_ old: [Phrase], _ new: [Phrase]) -> [HoldReason] {
    HoldReason.all(old: old, new: new, Difference(from: old, to: new))
  }

  private func keys(_ old: [Phrase], _ new: [Phrase]) -> [HoldKey] { reasons(old, new).map(\.key) }

  /// Six hundred replies that have nothing in common.
  private var various: [Phrase] {
    (0..<600).map { number in
      let start = 0x4E00 + number * 20
      let text = (0..<18).compactMap { Unicode.Scalar(start + $0).map(String.init) }.joined()
      var phrase = phrase(number, text: text, code: "c\(number)")
      phrase.title = String(text.prefix(6))
      return phrase
    }
  }

  @Test func `a column that slipped by a row waits`() {
    let old = various
    let columns: [(WritableKeyPath<Phrase, String>, HoldKey)] = [
      (\.text, .changed), (\.title, .changed), (\.code, .codes),
    ]
    for (column, key) in columns {
      var new = old
      for index in 1..<600 { new[index][keyPath: column] = old[index - 1][keyPath: column] }
      let found = reasons(old, new)
      #expect(found.map(\.key) == [key])
      #expect(found.first?.count == 599)
    }
  }

  @Test func `ordinary work on a list does not wait`() {
    let old = various
    var new = old
    for index in 0..<100 { new[index].text = "这一条换了全新的说法\(index)" }
    #expect(keys(old, new) == [])
    new = old
    for index in new.indices { new[index].text += "，谢谢" }
    #expect(keys(old, new) == [])
    new = Array(old[100...]) + (700..<900).map { phrase($0) }
    #expect(keys(old, new) == [])
  }

  @Test func `lost codes and placeholders count against those that had any`() {
    let old = (0..<60).map { number in
      phrase(
        number, text: number < 20 ? "您好{{称呼}}，订单{{单号}}已经发出，请注意查收" : nil,
        code: number < 20 ? "c\(number)" : "")
    }
    var new = old
    for index in 0..<6 { new[index].code = "" }
    #expect(keys(old, new) == [.codes])
    new = old
    for index in 0..<6 { new[index].text = "您好{{称呼}}，订单[单号]已经发出，请注意查收" }
    #expect(keys(old, new) == [.placeholders])
    // Five may go; one by another name is there still.
    for index in 0..<6 { new[index] = old[index] }
    for index in 0..<5 { new[index].text = "您好{{称呼}}，订单[单号]已经发出，请注意查收" }
    #expect(keys(old, new) == [])
    for index in 0..<20 { new[index].text = "您好{{姓名}}，订单{{单号}}已经发出，请注意查收" }
    #expect(keys(old, new) == [])
  }

  @Test func `the same texts under other ids are lost ids and not lost phrases`() {
    let old = various
    var new = old
    for index in 0..<200 { new[index].key.id = "other\(index)" }
    let found = reasons(old, new)
    #expect(found.map(\.key) == [.ids])
    #expect(found.first?.count == 200)
  }

  @Test func `a department that loses waits though the whole list hardly does`() {
    let old = various + (600..<610).map { phrase($0, department: "售前") }
    var new = old
    for index in 600..<607 { new[index].text = "完全不同的另外一句" }
    let found = reasons(old, new)
    #expect(
      found == [
        HoldReason(
          .changed, count: 7, worst: HoldReason.Share(count: 7, all: 10, department: "售前"))
      ])
  }

  @Test func `what a program damaged waits where there was none`() {
    let old = various + [phrase(600, text: "亲🎁买二送一😊快来")]
    func after(_ edit: (inout Phrase) -> Void) -> [HoldKey] {
      var new = old
      edit(&new[600])
      return keys(old, new)
    }
    #expect(after { $0.text = "亲?买二送一?快来" } == [.damaged])
    #expect(after { $0.text = "亲??买二送一??快来" } == [.damaged])
    for text in ["#NAME?", "4.00821E+11", "亲\u{FFFD}买二送一", "3月1日", "2026/3/1", "4008210000"] {
      #expect(after { $0.text = text } == [.damaged], "\(text)")
    }
    #expect(after { $0.text = "亲，买二送一，要来吗?亲" } == [])
    #expect(after { $0.text = "亲，热线 400-821-0000" } == [])
    // What stands there all the time is no news.
    let broken = old.map { phrase in
      var phrase = phrase
      if phrase.key.id == "n3" { phrase.text = "#REF!" }
      return phrase
    }
    var new = broken
    new[600].text = "#VALUE!"
    #expect(keys(broken, new) == [])
    for index in 10..<16 { new[index].text = "#VALUE!" }
    #expect(keys(broken, new) == [.damaged])
  }

  @Test func `leaving UTF-8 waits whatever the file reads`() {
    let old = various
    func keys(_ before: TextEncoding, _ now: TextEncoding) -> [HoldKey] {
      HoldReason.all(
        old: old, new: old, Difference(from: old, to: old), encodings: (before, now)
      ).map(\.key)
    }
    for encoding in TextEncoding.allCases where ![.utf8, .utf8WithBOM].contains(encoding) {
      #expect(keys(.utf8, encoding) == [.encoding])
      #expect(keys(.utf8WithBOM, encoding) == [.encoding])
      #expect(keys(encoding, encoding) == [])
      #expect(keys(encoding, .utf8) == [])
    }
    #expect(keys(.big5, .gb18030) == [.encoding])
    #expect(keys(.utf8, .utf8WithBOM) == [])
  }

  @Test func `all reasons are told, the worst first`() {
    let old = various
    var new = old
    for index in 0..<200 {
      new[index].text = "#NAME?"
      new[index].code = ""
    }
    for index in 200..<400 { new[index].code = "" }
    let found = reasons(old, new)
    #expect(found.map(\.key) == [.codes, .changed, .damaged])
    #expect(found.map(\.count) == [400, 200, 200])
    for language in Language.allCases {
      #expect(found.sentence(language).hasPrefix(found[0].sentence(language)))
      #expect(found.sentence(language).contains("2"))
    }
    let every = HoldKey.allCases.map { HoldReason($0, count: 7) }
    for language in Language.allCases {
      #expect(Set(every.map { $0.sentence(language) }).count == every.count)
    }
    #expect(zip(every, every).allSatisfy { $0.sentence(.english) != $1.sentence(.chinese) })
  }
}
