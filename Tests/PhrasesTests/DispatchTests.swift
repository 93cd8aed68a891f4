import Testing

@testable import Phrases

@Suite struct DispatchTests {
  private static func phrase(
    _ title: String, _ text: String, from: Day? = nil, until: Day? = nil
  ) -> Phrase {
    Phrase(
      key: PhraseKey(source: "s", id: title), title: title, text: text, validFrom: from,
      validUntil: until)
  }

  private static let now = Moment(day: Day(iso: "2026-11-30"))
  private static let plain = phrase("发货", "今天发货。\n")
  private static let blank = phrase("单号", "单号 {{单号}}，{{快递}}")
  private static let expired = phrase("大促", "满减", until: Day(iso: "2026-11-11"))
  private static let early = phrase("年货", "年货节", from: Day(iso: "2027-01-10"))

  private func obstacle(
    _ dispatch: Dispatch, values: [String: String] = [:], edited: Template? = nil,
    isInUse: (PhraseKey) -> Bool = { _ in true }
  ) -> Dispatch.Obstacle? {
    do throws(Dispatch.Obstacle) {
      _ = try dispatch.message(
        at: Self.now, edited: edited, filledWith: values, isInUse: isInUse)
      return nil
    } catch {
      return error
    }
  }

  @Test func `A message is sanitised, and names what it is made of`() throws {
    let message = try Dispatch(Self.plain).message(at: Self.now)
    #expect(message.text == "今天发货。")
    #expect(message.title == "发货" && message.keys == [Self.plain.key])
  }

  @Test func `Several phrases are one message with a blank line between, empty ones left out`()
    throws
  {
    let parts = [Self.plain, Self.phrase("空", "\u{7}\n"), Self.phrase("后", "\n\n再见")]
    let message = try Dispatch(parts).message(at: Self.now)
    #expect(message.text == "今天发货。\n\n再见")
    #expect(message.title == "发货 + 空 + 后" && message.keys.count == 3)
  }

  @Test func `what a waiting list changes is asked about, and goes out once that is agreed to`()
    throws
  {
    var dispatch = Dispatch(Self.plain)
    dispatch.contested = [Self.plain.key]
    #expect(obstacle(dispatch) == .invalid(title: "发货", .contested, others: 0))
    #expect(throws: Dispatch.Obstacle.self) { try dispatch.check(on: nil) }
    dispatch.isAgreed = true
    #expect(try dispatch.message(at: Self.now).text == "今天发货。")
  }

  @Test func `What is not filled in does not go out, and every name is told`() {
    #expect(obstacle(Dispatch(Self.blank)) == .unfilled(["单号", "快递"]))
    #expect(obstacle(Dispatch(Self.blank), values: ["单号": "8", "快递": ""]) == .unfilled(["快递"]))
    #expect(obstacle(Dispatch(Self.blank), values: ["单号": "8", "快递": "顺"]) == nil)
  }

  @Test(arguments: [" ", "\u{3000}\t", "\u{200B}\u{200E}", "\u{3164}", "\u{2800}", "\u{FE0F}"])
  func `A value that shows nothing is none, and a phrase that does comes to nothing`(text: String) {
    #expect(obstacle(Dispatch(Self.blank), values: ["单号": "8", "快递": text]) == .unfilled(["快递"]))
    #expect(obstacle(Dispatch(Self.phrase("空", text))) == .empty)
    let parts = [Self.plain, Self.phrase("空", text)]
    #expect((try? Dispatch(parts).message(at: Self.now))?.text == "今天发货。")
  }

  @Test(arguments: ["0", "।", "👩‍🚀", "\u{301}", "؀"])
  func `What is seen is a value, whichever script it is of`(value: String) {
    #expect(obstacle(Dispatch(Self.blank), values: ["单号": value, "快递": value]) == nil)
  }

  private static let foreign = phrase("运费", "您好{{称呼}}，[运费说明]，{{单号}")

  @Test func `What looks unfilled is asked for, once the placeholders are filled in`() {
    #expect(obstacle(Dispatch(Self.foreign)) == .unfilled(["称呼"]))
    guard case .looksUnfilled(let blanks)? = obstacle(Dispatch(Self.foreign), values: ["称呼": "王"])
    else {
      Issue.record("it went out")
      return
    }
    #expect(blanks.map(\.text) == ["[运费说明]", "{{单号}"])
    #expect(blanks.listed(.english) == "[运费说明], {{单号}")
  }

  @Test func `As it stands it goes out, but for its placeholders`() throws {
    var dispatch = Dispatch(Self.foreign)
    dispatch.isAsIs = true
    #expect(obstacle(dispatch) == .unfilled(["称呼"]))
    let message = try dispatch.message(at: Self.now, filledWith: ["称呼": "王"])
    #expect(message.text == "您好王，[运费说明]，{{单号}")
    dispatch.fillsBlanks = true
    #expect(dispatch.template.names == ["称呼", "运费说明", "单号"])
    let half = try dispatch.message(at: Self.now, filledWith: ["称呼": "王", "单号": "8"])
    #expect(half.text == "您好王，[运费说明]，8")
  }

  @Test func `What looks unfilled can be filled in`() throws {
    var dispatch = Dispatch(Self.foreign)
    dispatch.fillsBlanks = true
    #expect(obstacle(dispatch, values: ["称呼": "王"]) == .unfilled(["运费说明", "单号"]))
    let values = ["称呼": "王", "运费说明": "[包邮]", "单号": "{{8}"]
    #expect(
      try dispatch.message(at: Self.now, filledWith: values).text == "您好王，[包邮]，{{8}")
  }

  @Test func `Brackets that somebody typed were meant`() throws {
    let blank = Dispatch(Self.blank)
    let values = ["单号": "[8012]号", "快递": "{{顺丰}}"]
    #expect(try blank.message(at: Self.now, filledWith: values).text == "单号 [8012]号，{{顺丰}}")
    let edited = Template("单号 [加急件]，已发")
    #expect(obstacle(blank, edited: edited) == nil)
    let left = Template("您好王，[运费说明] [加急件]")
    guard case .looksUnfilled(let blanks)? = obstacle(Dispatch(Self.foreign), edited: left) else {
      Issue.record("it went out")
      return
    }
    #expect(blanks.map(\.text) == ["[运费说明]"])
  }

  @Test func `What is outside its days does not go out before somebody agrees`() throws {
    let both = Dispatch([Self.plain, Self.expired, Self.early])
    let day = try #require(Day(iso: "2026-11-11"))
    #expect(obstacle(both) == .invalid(title: "大促", .expired(day), others: 1))
    #expect(obstacle(Dispatch(both.phrases, isAgreed: true)) == nil)
    #expect(throws: Never.self) { try both.check(on: nil) }
  }

  @Test func `What comes to nothing does not go out`() {
    let value = Self.phrase("值", "{{值}}")
    #expect(obstacle(Dispatch(value), values: ["值": "\u{7}"]) == .unfilled(["值"]))
    #expect(obstacle(Dispatch(Self.plain), edited: Template("\u{7}\n")) == .empty)
  }

  @Test func `What is gone is named before anything else`() {
    let both = Dispatch([Self.plain, Self.expired])
    #expect(obstacle(both) { $0 != Self.expired.key } == .withdrawn(title: "大促"))
  }

  @Test func `An edited text stands in place of the phrases' own`() throws {
    let message = try Dispatch(Self.blank).message(
      at: Self.now, edited: Template("您好 {{称呼}}"), filledWith: ["称呼": "王女士"])
    #expect(message.text == "您好 王女士")
  }
}
