import Phrases
import Testing

@testable import Desk

@Suite struct GoldenEmptyStatesTests {
  @Test func `Nothing found`() {
    var player = Player(rows: 14, columns: 80)
    player.press("zzzz")
    #expect(
      player.screen == """
        [Search (Alt+Z)] zzzz                                                   0 of 10
         All phrases
         Phrases                           │  Preview
         Nothing found for "zzzz". Fewer   │
         letters find more; Esc clears     │
         the search, Tab goes to the       │
         categories. Alt+N writes such a   │
         phrase, Alt+F reports it          │
         missing. Searched: titles,        │
         texts, keywords, codes and        │
         categories of 10 phrases.         │
                                           │
                                           │
         Enter send  F1 help  Tab pane  Alt+C limit          shop.csv, to the clipboard
        """)
  }

  @Test func `Nothing found, in Chinese`() {
    var player = Player(rows: 16, columns: 38, language: .chinese)
    player.press("zzzz")
    #expect(
      player.screen == """
        [Alt+Z] zzzz                     0/10
         全部话术
         话术
         没有找到“zzzz”。少输几个字母会找到
         更多；Esc 清空搜索，Tab 转到分类；
         Alt+N 写一条，Alt+F 反馈缺少。已搜
         索 10 条话术的标题、内容、关键词、
         快捷码和分类。






         Enter 发送  F1 帮助  Tab 切换区域
         shop.csv, 发送到：剪贴板
        """)
  }

  @Test func `Nothing found in a category`() {
    var player = Player(rows: 14, columns: 80)
    player.press("tk<A-c>zz")
    #expect(
      player.screen == """
        [Search (Alt+Z) in 售后] tkzz                                           0 of 10
         售后
         Phrases                           │  Preview
         Nothing found for "tkzz" in 售    │
         后. Alt+C searches all            │
         categories; Esc clears the        │
         search.                           │
                                           │
                                           │
                                           │
                                           │
                                           │
                                           │
         Enter send  F1 help  Tab pane  Alt+C limit          shop.csv, to the clipboard
        """)
  }

  @Test func `No phrases at all`() {
    let player = Player(rows: 14, columns: 60, phrases: [])
    #expect(
      player.screen == """
        [Search (Alt+Z)]  pinyin, code; or paste                  0
         All phrases
         Phrases                  │  Preview
         There are no phrases     │
         yet. Read some in with:  │
         phrasedesk import FILE,  │
         or open a file with:     │
         phrasedesk --kb FILE     │
                                  │
                                  │
                                  │
                                  │
                                  │
         Enter send  F1 help  Tab pane   shop.csv, to the clipboard
        """)
  }

  @Test func `No phrases at all, in Chinese`() {
    let player = Player(rows: 14, columns: 60, language: .chinese, phrases: [])
    #expect(
      player.screen == """
        [搜索 (Alt+Z)]  文字、拼音或编码；也可粘贴顾客的消息      0
         全部话术
         话术                     │  预览
         还没有话术。用           │
         phrasedesk import 文件   │
         导入，或用 phrasedesk    │
         --kb 文件 打开知识库。   │
                                  │
                                  │
                                  │
                                  │
                                  │
                                  │
         Enter 发送  F1 帮助  Alt+M 标记   shop.csv, 发送到：剪贴板
        """)
  }
}
