import Phrases
import Search
import Testing

@testable import Desk

/// What looks unfilled is asked for before it goes.
@Suite struct BlanksTests {
  private static func phrase(_ title: String, _ text: String) -> Phrase {
    Phrase(key: PhraseKey(source: "file", id: title), title: title, text: text)
  }

  private static let phrases = [
    phrase("运费", "亲，[运费说明]，谢谢"), phrase("身高", "身高___cm，体重___斤"),
    phrase("单号", "{{称呼}}，您的{{单号}已发"), phrase("微笑", "好的[微笑]"),
  ]

  private var player: Player { Player(phrases: Self.phrases) }

  @Test func `Enter asks, and Alt+Y sends it as it stands`() {
    var player = player
    player.press("运费<Enter>")
    #expect(player.delivered.isEmpty)
    #expect(player.screen.contains("Looks unfilled: [运费说明]"))
    player.press("<A-y>")
    #expect(player.delivered == ["亲，[运费说明]，谢谢"])
  }

  @Test func `Esc goes back, and nothing is sent`() {
    var player = player
    player.press("运费<Enter><Esc>")
    #expect(player.delivered.isEmpty && !player.screen.contains("Looks unfilled"))
  }

  @Test func `Enter in the question fills it in, brackets of one's own and all`() {
    var player = player
    player.press("运费<Enter><Enter>[包邮]<Enter>")
    #expect(player.delivered == ["亲，[包邮]，谢谢"])
  }

  @Test func `Lines to write on are each filled in, and never from the last one`() {
    var player = player
    player.press("身高<Enter><Enter>170<Tab>60<Enter>")
    #expect(player.delivered == ["身高170cm，体重60斤"])
    player.press("身高<Enter><Enter>180<Enter>")
    #expect(player.delivered.count == 1)
  }

  @Test func `A form gets fields for what is damaged, and Alt+Y sends it as it stands`() {
    var player = player
    player.press("单号<Enter>王女士<Enter>")
    #expect(player.delivered.isEmpty)
    #expect(player.screen.contains("Looks unfilled: {{单号}"))
    player.press("<A-y>")
    #expect(player.delivered == ["王女士，您的{{单号}已发"])
  }

  @Test func `In a form what is damaged can be filled in`() {
    var player = player
    player.press("单号<Enter>王女士<Enter>8012<Enter>")
    #expect(player.delivered == ["王女士，您的8012已发"])
  }

  @Test func `A face asks nothing`() {
    var player = player
    player.press("微笑<Enter>")
    #expect(player.delivered == ["好的[微笑]"])
  }

  @Test func `In lines it asks as well`() {
    func talk(_ lines: String...) -> (said: String, sent: [String]) {
      var desk = PlainDesk(purpose: .send, language: .english, options: .standard)
      _ = desk.begin(with: Library(Self.phrases), from: .file(name: "f"))
      var (said, sent): (String, [String]) = ("", [])
      for (number, line) in lines.enumerated() {
        let answer = desk.take(line, at: Milliseconds(number))
        said = answer.lines.joined(separator: "\n")
        sent += answer.effects.compactMap {
          if case .deliver(let outgoing, _) = $0 { outgoing.text } else { nil }
        }
      }
      return (said, sent)
    }
    let question = talk("运费", "1")
    #expect(question.sent.isEmpty && question.said.contains("Looks unfilled: [运费说明]"))
    #expect(talk("运费", "1", "y").sent == ["亲，[运费说明]，谢谢"])
    #expect(talk("运费", "1", "n").sent.isEmpty)
    #expect(talk("运费", "1", "", "[包邮]", "y").sent == ["亲，[包邮]，谢谢"])
    #expect(talk("单号", "1", "王", "", "8", "y").sent == ["王，您的8已发"])
    #expect(talk("单号", "1", "王", "y", "y").sent == ["王，您的{{单号}已发"])
  }
}
