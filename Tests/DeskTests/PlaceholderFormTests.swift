import Phrases
import Search
import Testing

@testable import Desk

@Suite struct PlaceholderFormTests {
  private func player(_ text: String, columns: Int = 80) -> Player {
    var player = Player(
      columns: columns, phrases: [.make("句", text, in: "测试", "")], today: "2026-11-30")
    player.take(.timeOfDay(TimeOfDay(minutes: 14 * 60 + 32)))
    return player
  }

  @Test func `A default stands in the field, and typing replaces it`() {
    var player = player("{{称呼|亲}}，已发货")
    player.press("<Enter>")
    #expect(player.delivered.isEmpty && player.screen.contains("亲，已发货"))
    player.press("<Enter>")
    #expect(player.delivered == ["亲，已发货"])
    player.press("<Enter>王女士<Enter>")
    #expect(player.delivered.last == "王女士，已发货")
  }

  @Test func `A default that was left is not offered elsewhere`() {
    var player = Player(phrases: [
      .make("甲", "{{称呼|亲}}，甲", in: "测试", ""), .make("乙", "{{称呼}}，乙", in: "测试", ""),
    ])
    player.press("<Enter><Enter><Down><Enter>")
    #expect(player.screen.contains("{{称呼}}，乙"))
  }

  @Test func `A choice is made with Right and Left, or typed`() {
    var player = player("由{{快递:顺丰,中通,圆通}}送")
    player.press("<Enter>")
    #expect(player.screen.contains("顺丰 / 中通 / 圆通"))
    player.press("<Enter>")
    #expect(player.delivered.isEmpty)
    player.press("<Right>")
    #expect(player.screen.contains("由顺丰送"))
    player.press("<Right><Right><Right><Left><Enter>")
    #expect(player.delivered == ["由圆通送"])
    player.press("<Enter>韵达<Left>快<Enter>")
    #expect(player.delivered.last == "由韵快达送")
  }

  @Test func `Options that have no room are cut with a mark`() {
    var player = player("由{{快递:顺丰速运,中通快递,圆通速递,韵达快递,申通快递}}送", columns: 40)
    player.press("<Enter>")
    let row = player.row(with: "顺丰速运 /")
    #expect(row?.contains("申通") == false && row?.contains(Canvas.cutMark) == true)
  }

  @Test func `What the clock says goes out without a form`() {
    var player = player("{{问候}}，{{今天+3}} {{现在}} 前送达")
    player.press("<Enter>")
    #expect(player.delivered == ["下午好，12月3日 14:32 前送达"])
  }

  @Test func `In a form the clock's fields are filled in and can be changed`() {
    var player = player("{{今天}}：{{订单号}}")
    player.press("<Enter>8012")
    #expect(player.screen.contains("11月30日：8012"))
    player.press("<Up>12月1日<Enter>")
    #expect(player.delivered == ["12月1日：8012"])
    player.press("<Enter><Enter>")
    #expect(player.delivered.last == "11月30日：8012")
  }

  @Test func `A field of the clock that is emptied has what the clock says`() {
    var player = player("{{今天}}：{{订单号}}")
    player.press("<Enter>8012<Up><Backspace>")
    #expect(player.screen.contains("11月30日：8012"))
    player.press("<Enter>")
    #expect(player.delivered == ["11月30日：8012"])
  }

  @Test func `What stands in an open form is what goes out`() {
    var player = player("{{现在}}：{{订单号}}")
    player.press("<Enter>8012")
    player.take(.timeOfDay(TimeOfDay(minutes: 15 * 60)))
    #expect(player.screen.contains("14:32：8012"))
    player.press("<Enter>")
    #expect(player.delivered == ["14:32：8012"])
  }

  @Test func `A form that comes back says what the clock says by then`() {
    var player = player("{{现在}}：{{订单号}}")
    player.press("<Enter>8012<Esc>")
    player.take(.timeOfDay(TimeOfDay(minutes: 15 * 60)))
    player.press("<Enter>")
    #expect(player.screen.contains("15:00：8012"))
  }

  @Test func `Her own values fill in without a form, and are seen where there is one`() {
    var player = player("我是{{客服}}")
    player.arrange { $0.values = ["客服": "小美"] }
    player.press("<Enter>")
    #expect(player.delivered == ["我是小美"])
    var other = self.player("我是{{客服}}，单号{{单号}}")
    other.arrange { $0.values = ["客服": "小美"] }
    other.press("<Enter>8<Enter>")
    #expect(other.delivered == ["我是小美，单号8"])
  }

  @Test func `Braces behind a backslash stay text in a form`() {
    var player = player("请写 \\{{名称}}，{{称呼}}")
    player.press("<Enter>亲<Tab><Home>好<Enter>")
    #expect(player.delivered == ["好请写 {{名称}}，亲"])
  }
}
