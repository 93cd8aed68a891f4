import Phrases
import Testing

@testable import Desk

@Suite struct GoldenDialogsTests {
  @Test func `The help, medium`() {
    var player = Player(rows: 24, columns: 80)
    player.press("<F1>")
    #expect(
      player.screen == """
         Search (Alt+Z)   words, pinyin or a code; or paste what the customer wrote  10
         ┌─ Help: keys (Esc closes) ───────────────────────────────────────────────  v┐
         │ Alt+Z  Ctrl+F  /       Search; typing replaces the old query               │
        >│ Up  Down               Choose among the phrases                            │
         │ Enter                  Send the selected phrase, or the marked ones        │
         │ Alt+1 .. Alt+9         Send the phrase with that number                    │
         │ F1  F2  ?              Help                                                │
         │ Sending                                                                    │
         │ Alt+E                  Edit what Enter would send, then send               │
         │ Alt+M  Ins  Space      Mark for one message, or unmark                     │
         │ Alt+U                  Unmark all phrases                                  │
         │ Ctrl+R                 Send the last phrase again                          │
         │ Ctrl+G                 Send by number: a digit answers                     │
         │ Alt+G                  Copy the phrase's picture                           │
         │ Alt+O                  Copy the phrase's file, to be pasted as one         │
         │ Alt+L                  Files of your own folders                           │
         │ Alt+T                  Choose where phrases go                             │
         │ Finding                                                                    │
         │ Esc                    Step back: close, clear; never quits                │
         │ Alt+C                  Search only the selected category, or all           │
         │ Alt+D                  Choose a department, or all                         │
         │ Ctrl+P                 All actions by name                                 │
         └────────────────────────────────────────────────────────────────────────────┘
                                                             shop.csv, to the clipboard
        """)
  }

  @Test func `The help, scrolled to its end, in Chinese`() {
    var player = Player(rows: 20, columns: 60, language: .chinese)
    player.press("<F2><PgDn><PgDn><PgDn>")
    #expect(
      player.screen == """
         搜索 (Alt+Z)   文字、拼音或编码；也可粘贴顾客的消息     10
        ┌─ 帮助：按键（Esc 关闭） ────────────────────────────── ^v┐
        │ Alt+N                  把内容存为我的话术                │
        │ Alt+A                  用自己的编辑器编辑内容            │
        │ →                      采用灰色显示的值                  │
        │ Alt+Y                  看似未填也照样发送；对提问答“是”  │
        │ 在输入框中                                               │
        │ ←                      光标左移                          │
        │ →                      光标右移                          │
        │ Home  Ctrl+A           光标到开头（行首）                │
        │ End  Ctrl+E            光标到末尾（行尾）                │
        │ Shift+←                向左选择                          │
        │ Shift+→                向右选择                          │
        │ Shift+↑                向上选择一行，或到开头            │
        │ Shift+↓                向下选择一行，或到末尾            │
        │ Shift+Home             选择到开头（行首）                │
        │ Shift+End              选择到末尾（行尾）                │
        │ Backspace              删除光标前的字                    │
        └──────────────────────────────────────────────────────────┘
                                           shop.csv, 发送到：剪贴板
        """)
  }

  @Test func `The help, narrow`() {
    var player = Player(rows: 20, columns: 38)
    player.press("<F1>")
    #expect(
      player.screen == """
         Alt+Z   pinyin, code; or paste    10
        ┌─ Help: keys (Esc closes) ───────  v┐
        │ Alt+Z  Ctrl+F  /                   │
        │   Search; typing replaces the old  │
        │   query                            │
        │ Up  Down                           │
        │   Choose among the phrases         │
        │ Enter                              │
        │   Send the selected phrase, or the │
        │   marked ones                      │
        │ Alt+1 .. Alt+9                     │
        │   Send the phrase with that number │
        │ F1  F2  ?                          │
        │   Help                             │
        │ Sending                            │
        │ Alt+E                              │
        │   Edit what Enter would send, then │
        │   send                             │
        └────────────────────────────────────┘
         shop.csv, to the clipboard
        """)
  }

  @Test func `The palette`() {
    var player = Player(rows: 20, columns: 80)
    player.press("<C-p>")
    #expect(
      player.screen == """
         Search (Alt+Z)   words, pinyin or a code; or paste what the customer wrote  10
         All phras┌─ Actions (type to search, Enter does it) ─────────────  v┐
         Phrases  │                                                          │
        >1 发货时 │ > Send by number: a digit answers                 Ctrl+G │物流信息
         2 发货延 │   Edit what Enter would send, then send            Alt+E │
         3 发什么 │   Mark for one message, or unmark                  Alt+M │
         4 优惠券 │   Unmark all phrases                               Alt+U │
         5 退款多 │   Send the last phrase again                      Ctrl+R │
         6 退货地 │   Copy the phrase's picture                        Alt+G │
         7 双十一 │   Copy the phrase's file, to be pasted as one      Alt+O │
         8 年货节 │   Files of your own folders                        Alt+L │
         9 Where i│   Previous pane                                Shift+Tab │
           Thank y│   Scroll the preview up                           Alt+Up │
                  │   Scroll the preview down                       Alt+Down │
                  │   Double pinyin: the next, or off                        │
                  │   Similar sounds found too: on, off                      │
                  │   Slips and gaps forgiven: on, off                       │
                  │   Colours: the next theme                                │
                  └──────────────────────────────────────────────────────────┘
                                                             shop.csv, to the clipboard
        """)
  }

  @Test func `The palette, searched by pinyin`() {
    var player = Player(rows: 16, columns: 60, language: .chinese)
    player.press("<C-p>tuichu")
    #expect(
      player.screen == """
         搜索 (Alt+Z)   文字、拼音或编码；也可粘贴顾客的消息     10
        ┌─ 命令（输入即搜索，Enter 执行） ─────────────────────────┐
        │ tuichu                                                   │
        │ > 退出                                            Ctrl+Q │
        │                                                          │
        │                                                          │
        │                                                          │
        │                                                          │
        │                                                          │
        │                                                          │
        │                                                          │
        │                                                          │
        │                                                          │
        │                                                          │
        └──────────────────────────────────────────────────────────┘
                                           shop.csv, 发送到：剪贴板
        """)
  }

  @Test func `The palette without a hit`() {
    var player = Player(rows: 14, columns: 60)
    player.press("<C-p>zzz")
    #expect(
      player.screen == """
         Search (Alt+Z)   pinyin, code; or paste                 10
        ┌─ Actions (type to search, Enter does it) ────────────────┐
        │ zzz                                                      │
        │ No action of that name. Esc closes.                      │
        │                                                          │
        │                                                          │
        │                                                          │
        │                                                          │
        │                                                          │
        │                                                          │
        │                                                          │
        │                                                          │
        └──────────────────────────────────────────────────────────┘
                                         shop.csv, to the clipboard
        """)
  }

  @Test func `The form, half filled`() {
    var player = Player(rows: 24, columns: 80)
    player.press("退货地址<Enter>杭州<Tab>")
    #expect(
      player.screen == """
         Search (Alt+Z)  退货地址                                               1 of 10
         All phrases
         Phrases                    1/1    │  Preview
        >1 退货地址  {{收货地址}}，收件..  │ 退货地址：{{收货地址}}，收件人：{{收件
                                           │ 人}}。
                                           │ 请在包裹内附上纸条，写明订单号。
                                           │ 运费由我们承担。
          ┌─ 退货地址 ───────────────────────────────────────────────────────────────┐
          │   收货地址 杭州                                                          │
          │ > 收件人                                                                 │
          │                                                                          │
          │ 退货地址：杭州，收件人：{{收件人}}。                                     │
          │ 请在包裹内附上纸条，写明订单号。                                         │
          │ 运费由我们承担。                                                         │
          │                                                                          │
          │ Enter fill and send  Esc back  Tab next  Alt+K from now on               │
          └──────────────────────────────────────────────────────────────────────────┘
                                           │
                                           │
                                           │
                                           │
                                           │ 售后 / 退换货
                                           │ company  52 characters
                                                             shop.csv, to the clipboard
        """)
  }

  @Test func `The form with the text in edit, narrow, in Chinese`() {
    var player = Player(rows: 24, columns: 38, language: .chinese)
    player.press("退货地址<Enter>杭州<Tab>小王<Tab>")
    #expect(
      player.screen == """
         Alt+Z  退货地址                 1/10
         全部话术
         话术                          1/1
        >1 退货地址  {{收货地址}}，收件人：..



        ┌─ 退货地址 ─────────────────────────┐
        │   收货地址 杭州                    │
        │   收件人   小王                    │
        │                                    │
        │ 退货地址：杭州，收件人：小王。     │
        │ 请在包裹内附上纸条，写明订单号。   │
        │ 运费由我们承担。                   │
        │                                    │
        │ Enter 发送  Esc 返回               │
        └────────────────────────────────────┘



         售后 / 退换货
         公司  52 字

         shop.csv, 发送到：剪贴板
        """)
  }

  @Test func `The question before an expired phrase, medium`() {
    var player = Player(rows: 20, columns: 80)
    player.press("双十一<Enter>")
    #expect(
      player.screen == """
         Search (Alt+Z)  双十一                                                 1 of 10
         All phrases
         Phrases                    1/1    │  Preview
        >1 双十一活动  满三百减..  expired │ 满三百减五十，可与店铺券叠加。
                                           │
                                           │
                                           │
                  ┌─ Send it all the same? ──────────────────────────────────┐
                  │ It was valid until 2026-11-11 and may be out of date: 双 │
                  │ 十一活动                                                 │
                  │                                                          │
                  │ Alt+Y send  Esc back                                     │
                  └──────────────────────────────────────────────────────────┘
                                           │
                                           │
                                           │
                                           │
                                           │ 售前 / 活动内容
                                           │ expired 2026-11-11  company  15 characters
                                                             shop.csv, to the clipboard
        """)
  }

  @Test func `The question before a phrase that is not valid yet, narrow, in Chinese`() {
    var player = Player(rows: 20, columns: 38, language: .chinese)
    player.press("年货节<Enter>")
    #expect(
      player.screen == """
         Alt+Z  年货节                   1/10
         全部话术
         话术                          1/1
        >1 年货节预告  年货节活动即..  未生效



        ┌─ 仍要发送吗？ ─────────────────────┐
        │ 从 2027-01-10 起才生效：年货节预告 │
        │                                    │
        │ Alt+Y 发送  Esc 返回               │
        └────────────────────────────────────┘




         售前 / 活动内容
         2027-01-10 起有效  公司  15 字

         shop.csv, 发送到：剪贴板
        """)
  }

  @Test func `The places to send to are as large as their list`() {
    var player = Player(rows: 14, columns: 60)
    player.press("<A-t>")
    player.take(
      .targets([Target(.clipboard, name: "xclip"), Target(.pane(id: "%5"), name: "%5 weechat")]))
    #expect(
      player.screen == """
         Search (Alt+Z)   pinyin, code; or paste                 10
         All phrases
         Phrases          1/10    │  Preview
        >1 发货时间  亲，{.. fhsj │ 亲，{{订单号}} 已安排发货，揽收
         2 发货延迟┌─ Where phrases go (Enter chooses) ─┐ 请您留
         3 发什么快│                                    │
         4 优惠券使│ > the clipboard                    │
         5 退款多久│   pane %5 weechat                  │
         6 退货地址└────────────────────────────────────┘
         7 双十一活动     expired │
         8 年货节预告     not yet │
         9 Where is my order wimo │ 售中 / 发货
           Thank you  for your .. │ company  34 characters
                                         shop.csv, to the clipboard
        """)
  }

  @Test func `Departments that do not fit are scrolled, and the frame says so`() {
    let phrases = (1...20).map {
      Phrase.make("话术 \($0)", "内容", in: "大全", "其一", department: "店铺 \($0)")
    }
    var player = Player(rows: 12, columns: 38, language: .chinese, phrases: phrases)
    player.press("<A-d><PgDn>")
    #expect(
      player.screen == """
         Alt+Z   拼音、编码，或粘贴        20
         全部 ┌─ 部门（Enter 选择）  ^v┐
         话术 │                        │20  v
        >1 话 │   店铺 1               │
         2 话 │   店铺 2               │
         3 话 │   店铺 3               │
         预览 │   店铺 4               │
         内容 │   店铺 5               │
              │   店铺 6               │
         公司 │ > 店铺 7               │
              └────────────────────────┘
         shop.csv, 发送到：剪贴板
        """)
  }

  @Test func `A form with more fields than rows scrolls them and shows the text`() {
    let text = (1...9).map { "{{字段\($0)}}" }.joined(separator: "\n")
    var player = Player(
      rows: 16, columns: 38, language: .chinese, phrases: [.make("长表", text, in: "测试", "其一")])
    player.press("<Enter>一<Tab>二<Tab>三<Tab>四<Tab>五<Tab>六<Tab>")
    #expect(
      player.screen == """
         Alt+Z   拼音、编码，或粘贴         1
        ┌─ 长表 ────────────────────────── ^v┐
        │   字段2 二                         │
        │   字段3 三                         │
        │   字段4 四                         │
        │   字段5 五                         │
        │   字段6 六                         │
        │ > 字段7                            │
        │                                    │
        │ 一                                 │
        │ 二                                 │
        │ 三                                 │
        │ 四                                 │
        │ Enter 填写并发送  Esc 返回         │
        └────────────────────────────────────┘
         shop.csv, 发送到：剪贴板
        """)
  }
}
