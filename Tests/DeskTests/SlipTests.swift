import Phrases
import Search
import Testing

@testable import Desk

/// Values that are given once to one customer, and what becomes of them with the next.
@Suite struct SlipTests {
  private static let orders: [Phrase] =
    [Phrase].shop + [
      .make("催单", "单号 {{订单号}} 已催，{{称呼}}。", in: "售中", "快递"),
      .make("查件", "运单 {{快递单号}} 在路上。", in: "售中", "快递"),
    ]

  private func player(rows: Int = 24, columns: Int = 80) -> Player {
    Player(rows: rows, columns: columns, phrases: Self.orders)
  }

  @Test(arguments: [(24, 80), (35, 120), (45, 38)])
  func `What was given once stands below the search box and fills the next form`(
    size: (Int, Int)
  ) {
    var player = player(rows: size.0, columns: size.1)
    player.press("fhsj<Enter>8012<Enter>")
    #expect(player.screen.split(separator: "\n")[1].contains("订单号 8012"))
    player.press("催单<Enter>")
    #expect(player.screen.contains("单号 8012 已催"))
    player.press("<Enter>")
    #expect(player.delivered.count == 1, "never without its form, and 称呼 is missing")
    player.press("李女士<Enter>")
    #expect(player.delivered.last == "单号 8012 已催，李女士。")
    #expect(player.screen.contains("称呼 李女士"))
  }

  @Test func `A phrase never goes out on the slip alone`() {
    var player = player()
    player.press("fhsj<Enter>8012<Enter>fhsj<Enter>")
    #expect(player.delivered.count == 1 && player.desk.dialog is FormDialog)
  }

  @Test func `A pasted message offers what it holds, and a key takes it`() {
    var player = player()
    player.take(.paste("SF1234567890123 还没到\n订单 250601123456789"))
    #expect(player.row(with: "Alt+J: ")?.contains("快递单号") == false)
    #expect(player.row(with: "Alt+J: ")?.contains("tracking SF1234567890123") == true)
    player.press("<A-j>查件<Enter>")
    #expect(player.screen.contains("运单 SF1234567890123 在路上"))
    player.press("<Enter>催单<Enter>")
    #expect(player.screen.contains("单号 250601123456789 已催"))
  }

  @Test func `Without a pasted message there is nothing to take`() {
    var player = player()
    player.press("<A-j>")
    #expect(player.screen.contains("No pasted message offers a value."))
    #expect(player.desk.layout.slip.rows == 0)
  }

  @Test func `The next customer begins with nothing, and the last one can be had back whole`() {
    var player = player()
    player.press("fhsj<Enter>8012<Enter>tk<A-m>fhyc<A-x>")
    #expect(!player.screen.contains("8012") && !player.screen.contains("[1]"))
    #expect(player.screen.contains("Next customer."))
    #expect(player.desk.search.isEmpty)
    player.press("催单<Enter>")
    #expect(!player.screen.contains("8012"))
    player.press("<Esc><A-h>")
    #expect(player.screen.contains("Back to: 订单号 8012, 1 marked"))
    player.press("<Enter>")
    #expect(player.screen.contains("订单号 8012"))
    player.press("<Enter>")
    #expect(player.delivered.last == "退款通过后按原路退回，到账时间以银行为准。")
  }

  @Test func `The last five customers are kept`() {
    var player = player()
    for number in 1...7 { player.press("<A-z>fhsj<Enter>N\(number)<Enter><A-x>") }
    player.press("<A-h>Back to")
    #expect(player.desk.conversations.ended.count == 5)
    #expect(player.screen.contains("N7") && player.screen.contains("N3"))
    #expect(!player.screen.contains("N2"))
  }

  @Test func `Alt+X does nothing while a form is open`() {
    var player = player()
    player.press("fhsj<Enter>80<A-x>12<Enter>")
    #expect(player.delivered.count == 1 && player.delivered[0].contains("8012"))
    #expect(player.desk.conversations.ended.isEmpty)
  }

  @Test func `What was ended in one chat is not brought back into another`() {
    var player = player()
    player.take(.conversation(ConversationName("a")))
    player.press("fhsj<Enter>8012<Enter><A-x>")
    player.take(.summoned(Target(.pane(id: nil), name: "%1"), from: ConversationName("b")))
    player.press("<A-h>")
    #expect(!player.screen.contains("8012"))
  }

  @Test func `Coming back to a chat says what waits there`() {
    var player = player()
    let (anna, ben) = (ConversationName("a"), ConversationName("b"))
    let pane = Target(.pane(id: nil), name: "%1")
    player.take(.conversation(anna))
    player.press("tk<A-m>fhyc<A-m>")
    player.take(.summoned(pane, from: ben))
    player.take(.summoned(pane, from: anna))
    #expect(player.screen.contains("Back here: 2 marked."))
    player.press("<A-u><A-z>fhsj<Enter>80")
    player.take(.summoned(pane, from: ben))
    player.take(.summoned(pane, from: anna))
    #expect(player.screen.contains("Back here: form open for 订单号."))
  }

  @Test func `A long slip leaves out what there is no room for, behind a mark`() {
    var player = player(rows: 45, columns: 38)
    player.take(
      .paste("订单 250601123456789 运单 SF1234567890123\n电话 13812345678 金额 ¥129.50"))
    let row = player.screen.split(separator: "\n")[1]
    #expect(row.hasPrefix(" Alt+J: order 250601123456789") && row.hasSuffix(".."))
    player.press("<A-j>")
    #expect(player.screen.split(separator: "\n")[1].contains("order 250601123456789"))
  }
}
