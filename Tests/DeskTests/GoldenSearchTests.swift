import Phrases
import Search
import Testing

@testable import Desk

@Suite struct GoldenSearchTests {
  @Test func `What was forgiven, medium`() {
    var player = Player(rows: 14, columns: 80)
    player.press("货")
    player.show(tiers: [.exact, .fuzzySound, .typo, .typo, .gapped])
    #expect(
      player.screen == """
        [Search (Alt+Z)] 货                                                     5 of 10
         All phrases
         Phrases                    1/5    │  Preview
        >1 发货时间  亲，{{订单号}}.. fhsj │ 亲，{{订单号}} 已安排发货，揽收后物流信息
         2~发货延迟安抚  非常.. fhyc sound │ 会自动更新，请您留意。
         3~发什么快递  默认..  one key off │
         4~优惠券使用  下单时在结算页选..  │
         5~退款多久到账  退款通..  tk gaps │
                                           │
                                           │
                                           │
                                           │ 售中 / 发货
                                           │ company  34 characters
         Enter send  F1 help  Tab pane  Alt+C limit          shop.csv, to the clipboard
        """)
  }

  @Test func `What was forgiven, narrow, in Chinese`() {
    var player = Player(rows: 18, columns: 38, language: .chinese)
    player.press("货")
    player.show(tiers: [.exact, .fuzzySound, .typo, .typo, .gapped])
    #expect(
      player.screen == """
        [Alt+Z] 货                       5/10
         全部话术
         话术                          1/5  v
        >1 发货时间  亲，{{订单号}} 已.. fhsj
         2~发货延迟安抚  非常.. fhyc 读音相近
         3~发什么快递  默认..  可能打错一个键
         4~优惠券使用  下单时在结算页选择优..
         预览
         亲，{{订单号}} 已安排发货，揽收后物
         流信息会自动更新，请您留意。




         售中 / 发货
         公司  34 字
         Enter 发送  F1 帮助  Tab 切换区域
         shop.csv, 发送到：剪贴板
        """)
  }

  @Test func `A pasted message, narrow`() {
    var player = Player(rows: 12, columns: 38)
    player.take(.paste(MessageTests.message))
    player.show(tiers: [.exact, .exact])
    #expect(
      player.screen == """
        [Alt+Z] 你好，我上周买的衣服 ..  2/10
         Suggestions for the pasted message
         Phrases                       1/2
        >1 发货时间  亲，{{订单号}} 已.. fhsj
         2 发货延迟安抚  非常抱歉让您..  fhyc

         Preview
         亲，{{订单号}} 已安排发货，揽收后物
         流信息会自动更新，请您留意。
         company  34 characters  售中 / 发货
         Enter send  F1 help  Tab pane
         shop.csv, to the clipboard
        """)
  }

  @Test func `A pasted message while the library is built, wide, in Chinese`() {
    var player = Player(rows: 12, columns: 100, language: .chinese)
    player.take(.partialLibrary(Library(.shop), origin: .store, of: 1_000_000))
    player.take(.paste(MessageTests.message))
    player.show(tiers: [.exact, .exact])
    #expect(
      player.screen == """
        [针对粘贴消息的建议 (Alt+Z)] 你好，我上周买的衣服 到现在还没有收到，请问什么时候发货？       2 / 10
         分类             v │  话术                      1/2    │  预览
        >  全部话术       2 │ >1 发货时间  亲，{{订单号}.. fhsj │ 亲，{{订单号}} 已安排发货，揽收后物流信息
         v 售中           2 │  2 发货延迟安抚  非常抱歉..  fhyc │ 会自动更新，请您留意。
             发货         2 │                                   │
             快递           │                                   │
             优惠券         │                                   │
         v 售后             │                                   │
             退款           │                                   │
             退换货         │                                   │ 售中 / 发货
         v 售前             │                                   │ 公司  34 字
         Enter 发送  F1 帮助  Tab 切换区域  Alt+C 只搜本类          正在索引 10 / 1,000,000, 发送到：剪贴板
        """)
  }
}
