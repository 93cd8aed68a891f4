import Phrases
import Testing

@testable import Desk

@Suite struct GoldenPanesTests {
  @Test func `The wide layout, 120x35, in Chinese`() {
    var player = Player(rows: 35, columns: 120, language: .chinese)
    player.press("fh")
    #expect(
      player.screen == """
        [搜索 (Alt+Z)] fh                                                                                                2 / 10
         分类                   │  话术                             1/2    │  预览
        >  全部话术           2 │ >1 发货时间  亲，{{订单号}} 已安..  fhsj │ 亲，{{订单号}} 已安排发货，揽收后物流信息会自动更
         v 售中               2 │  2 发货延迟安抚  非常抱歉让您久等.. fhyc │ 新，请您留意。
             发货             2 │                                          │
             快递               │                                          │
             优惠券             │                                          │
         v 售后                 │                                          │
             退款               │                                          │
             退换货             │                                          │
         v 售前                 │                                          │
             活动内容           │                                          │
         v Order                │                                          │
             Dispatch           │                                          │
             Closing            │                                          │
                                │                                          │
                                │                                          │
                                │                                          │
                                │                                          │
                                │                                          │
                                │                                          │
                                │                                          │
                                │                                          │
                                │                                          │
                                │                                          │
                                │                                          │
                                │                                          │
                                │                                          │
                                │                                          │
                                │                                          │
                                │                                          │
                                │                                          │
                                │                                          │ 售中 / 发货
                                │                                          │ 公司  34 字
         Enter 发送  F1 帮助  Tab 切换区域  Alt+C 只搜本类  Ctrl+P 命令  Alt+M 标记                    shop.csv, 发送到：剪贴板
        """)
  }

  @Test func `The medium layout, 80x24`() {
    var player = Player(rows: 24, columns: 80)
    player.press("tk")
    #expect(
      player.screen == """
        [Search (Alt+Z)] tk                                                     1 of 10
         All phrases
         Phrases                    1/1    │  Preview
        >1 退款多久到账  退款通过后按.. tk │ 退款通过后按原路退回，到账时间以银行为准。
                                           │
                                           │
                                           │
                                           │
                                           │
                                           │
                                           │
                                           │
                                           │
                                           │
                                           │
                                           │
                                           │
                                           │
                                           │
                                           │
                                           │
                                           │ 售后 / 退款
                                           │ company  21 characters
         Enter send  F1 help  Tab pane  Alt+C limit          shop.csv, to the clipboard
        """)
  }

  @Test func `The narrow layout, 38x45, in Chinese`() {
    var player = Player(rows: 45, columns: 38, language: .chinese)
    player.press("h")
    #expect(
      player.screen == """
        [Alt+Z] h                       10/10
         全部话术
         话术                         1/10
        >1 Thank you  for your patience 😊 ..
         2 发货时间  亲，{{订单号}} 已.. fhsj
         3 发货延迟安抚  非常抱歉让您..  fhyc
         4 Where is my order  Hello {{.. wimo
         5 优惠券使用  下单时在结算..  关键词
         6 退货地址  {{收货地址}}，收件人：..
         7 双十一活动  满三百减五十..  已过期
         8 年货节预告  年货节活动即..  未生效
         9 退款多久到账  退款通过后.. tk 分类
           发什么快递  默认由合作快递承运，..





         预览
         Thank you for your patience 😊 Have
         a lovely day!




















         Order / Closing
         公司  48 字
         Enter 发送  F1 帮助  Tab 切换区域
         shop.csv, 发送到：剪贴板
        """)
  }

  @Test func `The smallest screen, 30x12`() {
    var player = Player(rows: 12, columns: 30)
    player.press("退")
    #expect(
      player.screen == """
        [Alt+Z] 退               2/10
         All phrases
         Phrases               1/2
        >1 退货地址  {{收货地址}}，..
         2 退款多久到账  退款通..  tk

         Preview                     v
         退货地址：{{收货地址}}，收件
         人：{{收件人}}。
         company  52 characters  售..
         Enter send  F1 help
         shop.csv, to the clipboard
        """)
  }

  @Test func `A screen that is too small says what it needs`() {
    let player = Player(rows: 8, columns: 24)
    #expect(
      player.screen == """
        The window is 24x8, and
        phrasedesk needs 30x12:
        make it larger.





        """)
  }

  @Test func `A screen that is too small says what it needs, in Chinese`() {
    let player = Player(rows: 8, columns: 24, language: .chinese)
    #expect(
      player.screen == """
        窗口只有 24x8，
        phrasedesk 至少需要
        30x12，请放大窗口。





        """)
  }

  @Test func `The categories with the focus, wide`() {
    var player = Player(rows: 16, columns: 100)
    player.press("<Tab><Down>")
    #expect(
      player.screen == """
         Search (Alt+Z)   words, pinyin or a code; or paste what the customer wrote                       4
        [Categories]        │  Phrases                   1/4    │  Preview
           All phrases   10 │ >1 发货时间  亲，{{订单号}.. fhsj │ 亲，{{订单号}} 已安排发货，揽收后物流信息
        >v 售中           4 │  2 发货延迟安抚  非常抱歉..  fhyc │ 会自动更新，请您留意。
             发货         2 │  3 发什么快递  默认由合作快递承.. │
             快递         1 │  4 优惠券使用  下单时在结算页选.. │
             优惠券       1 │                                   │
         v 售后           2 │                                   │
             退款         1 │                                   │
             退换货       1 │                                   │
         v 售前           2 │                                   │
             活动内容     2 │                                   │
         v Order          2 │                                   │
             Dispatch     1 │                                   │ 售中 / 发货
             Closing      1 │                                   │ company  34 characters
         Right open  Tab pane  Alt+Z search  F1 help                             shop.csv, to the clipboard
        """)
  }

  @Test func `The categories take the list's place, medium`() {
    var player = Player(rows: 16, columns: 60, language: .chinese)
    player.press("<Tab><Down><Down>")
    #expect(
      player.screen == """
         搜索 (Alt+Z)   文字、拼音或编码；也可粘贴顾客的消息      2
         售中 / 发货
        [分类]                  v │  预览
           全部话术            10 │ 亲，{{订单号}} 已安排发货，揽收
         v 售中                 4 │ 后物流信息会自动更新，请您留
        >    发货               2 │ 意。
             快递               1 │
             优惠券             1 │
         v 售后                 2 │
             退款               1 │
             退换货             1 │
         v 售前                 2 │
             活动内容           2 │
         v Order                2 │ 售中 / 发货
             Dispatch           1 │ 公司  34 字
         Right 展开  Tab 切换区域          shop.csv, 发送到：剪贴板
        """)
  }

  @Test func `A closed category, narrow`() {
    var player = Player(rows: 20, columns: 38)
    player.press("<Tab><Down><Left>")
    #expect(
      player.screen == """
         Alt+Z   pinyin, code; or paste     4
         售中
        [Categories]                        v
           All phrases                     10
        >+ 售中                             4
         v 售后                             2
             退款                           1
             退换货                         1
         Preview
         亲，{{订单号}} 已安排发货，揽收后物
         流信息会自动更新，请您留意。





         售中 / 发货
         company  34 characters
         Right open  Tab pane  Alt+Z search
         shop.csv, to the clipboard
        """)
  }

  @Test func `A search limited to a category`() {
    var player = Player(rows: 14, columns: 80)
    player.press("退<A-c>")
    #expect(
      player.screen == """
        [Search (Alt+Z) in 售后] 退                                             2 of 10
         售后
         Phrases                    1/2    │  Preview
        >1 退货地址  {{收货地址}}，收件..  │ 退货地址：{{收货地址}}，收件人：{{收件
         2 退款多久到账  退款通过后按.. tk │ 人}}。
                                           │ 请在包裹内附上纸条，写明订单号。
                                           │ 运费由我们承担。
                                           │
                                           │
                                           │
                                           │
                                           │ 售后 / 退换货
                                           │ company  52 characters
         Searching only in 售后; Alt+C searches all.         shop.csv, to the clipboard
        """)
  }

  @Test func `A long list, scrolled to its end`() {
    var player = Player(rows: 16, columns: 60, phrases: .numbered(100))
    player.press("<Esc><End>")
    #expect(
      player.screen == """
         Search (Alt+Z)   pinyin, code; or paste                100
         All phrases
        [Phrases]      100/100 ^  │  Preview
         1 话术 89  第 89 条内容  │ 第 100 条内容
         2 话术 90  第 90 条内容  │
         3 话术 91  第 91 条内容  │
         4 话术 92  第 92 条内容  │
         5 话术 93  第 93 条内容  │
         6 话术 94  第 94 条内容  │
         7 话术 95  第 95 条内容  │
         8 话术 96  第 96 条内容  │
         9 话术 97  第 97 条内容  │
           话术 98  第 98 条内容  │
           话术 99  第 99 条内容  │ 大全 / 其一
        >  话术 100  第 100 条..  │ company  9 characters
         Enter send  F1 help  Tab pane   shop.csv, to the clipboard
        """)
  }

  @Test func `The same title many times over shows where each stands`() {
    var player = Player(rows: 12, columns: 60, phrases: .repeated)
    player.press("tui")
    #expect(
      player.screen == """
        [Search (Alt+Z)] tui                                 3 of 3
         All phrases
         Phrases           1/3    │  Preview
        >1 退货处理     童装/售后 │ 童装退货说明
         2 退货处理     女装/售后 │
         3 退货处理     家电/售后 │
                                  │
                                  │
                                  │
                                  │ 童装 / 售后
                                  │ company  6 characters
         Enter send  F1 help  Tab pane   shop.csv, to the clipboard
        """)
  }

  @Test func `A long text, its match brought into sight`() {
    var player = Player(rows: 14, columns: 60, phrases: .long)
    player.press("末尾")
    #expect(
      player.screen == """
        [Search (Alt+Z)] 末尾                                1 of 1
         All phrases
         Phrases           1/1    │  Preview                      ^
        >1 长文  ..末尾。         │ 第 33 行
                                  │ 第 34 行
                                  │ 第 35 行
                                  │ 第 36 行
                                  │ 第 37 行
                                  │ 第 38 行
                                  │ 第 39 行
                                  │ 第 40 行，末尾。
                                  │ 测试 / 其一
                                  │ company  274 characters
         Enter send  F1 help  Tab pane   shop.csv, to the clipboard
        """)
  }
}
