import Phrases
import Testing

@testable import Desk

/// What has to be read before a key is pressed stands whole, however little room there is.
@Suite struct NarrowTests {
  @Test(arguments: [60, 80, 99, 38], Language.allCases)
  func `That Enter sends the marked ones is said whole`(columns: Int, language: Language) {
    var player = Player(rows: 24, columns: columns, language: language)
    player.press("fhyc<A-m><Esc>tk")
    let warning = Label.sendsOthers(1).sentence(language)
    #expect(player.row(with: warning) != nil)
    #expect(player.desk.draw().text(in: .warning).contains(warning))
  }

  @Test(arguments: [38, 60, 80], Language.allCases)
  func `The question for a number stands whole`(columns: Int, language: Language) {
    var player = Player(rows: 24, columns: columns, language: language)
    player.press("<C-g>")
    #expect(
      player.screen.contains(language == .english ? "others do not" : "其他不发送") || columns > 38)
    let status = player.screen.split(separator: "\n").suffix(2).joined()
    #expect(!status.contains("..") || columns > 38)
  }

  @Test(arguments: [30, 38, 60], Language.allCases)
  func `The keys of a question stand whole, and a click on each presses it`(
    columns: Int, language: Language
  ) {
    for (label, isSent) in [(Label.questionYes, true), (.questionFillIn, false)] {
      var player = Player(
        rows: 20, columns: columns, language: language,
        phrases: [.make("单号", "[订单号] 已发", in: "测试", "")])
      player.press("<Enter>")
      for key in [Label.questionYes, .questionFillIn, .questionNo] {
        #expect(player.screen.contains(key.sentence(language)))
      }
      player.click(on: label.sentence(language))
      #expect(player.delivered.isEmpty != isSent)
      #expect(player.desk.dialog is FormDialog != isSent)
    }
  }

  @Test func `Below the preview what matters least gives way`() {
    var player = Player()
    player.press("fhyc")
    player.take(.changes([[Phrase].shop[1].key: .changed], removed: []))
    let row = player.row(with: "~ changed since last look")
    #expect(row?.contains("..") == false)
  }
}
