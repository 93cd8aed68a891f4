import Phrases
import Search
import Testing

@testable import Desk

/// What an agent chooses once and finds again the next morning.
@Suite struct ChoiceTests {
  private static let phrases: [Phrase] = [
    .make("通用问候", "您好", in: "问候", "开场"),
    .make("售后退款", "退款说明", in: "退款", "流程", department: "售后部"),
    .make("售前推荐", "推荐说明", in: "推荐", "商品", department: "售前部"),
  ]

  private func remembered(_ player: Player) -> [DeskChoice] {
    player.effects.compactMap { if case .remember(let choice) = $0 { choice } else { nil } }
  }

  @Test func `What is chosen is kept, each by itself`() {
    var player = Player(rows: 35, columns: 120, phrases: Self.phrases)
    player.press("<C-p>double<Enter><C-p>similar<Enter><C-p>slips<Enter><C-p>colours<Enter>")
    player.press("<A-d><PgDn><Enter>")
    #expect(
      remembered(player) == [
        .doublePinyin(DoublePinyin.allCases.first), .fuzzySounds([]), .typos(false),
        .theme(.dark), .department("售前部"),
      ])
    player.press("<A-d><PgUp><Enter>")
    #expect(remembered(player).last == .department(nil))
  }

  @Test func `Of a place only its kind is kept`() {
    var player = Player()
    let pane = Target(.pane(id: "%7"), name: "%7 chat")
    player.press("<A-t>")
    player.take(.targets([Target(.clipboard, name: "xclip"), pane]))
    player.press("<Down><Enter>")
    #expect(player.desk.target.destination == .pane(id: "%7"))
    #expect(remembered(player) == [.destination(.pane(id: nil))])
  }

  @Test func `Panes become wider and narrower as far as there is room, and stay so`() throws {
    var player = Player(rows: 35, columns: 120)
    let before = player.desk.layout
    player.press("<C-p>categories wider<Enter><C-p>preview narrower<Enter>")
    #expect(player.desk.layout.categories.columns == before.categories.columns + 2)
    #expect(player.desk.layout.preview.columns < before.preview.columns)
    let widths = player.desk.layout.widths
    #expect(remembered(player).last == .paneWidths(widths))
    player.take(.resize(rows: 24, columns: 80))
    #expect(player.desk.layout.preview.columns - 1 == widths.preview)
    player.take(.resize(rows: 35, columns: 120))
    #expect(player.desk.layout.widths == widths)
    for _ in 0..<80 { player.press("<C-p>preview wider<Enter>") }
    let list = player.desk.layout.list
    #expect(list.columns >= PaneWidths.leastOfText - 1)
    player.press("<C-p>preview narrower<Enter>")
    #expect(player.desk.layout.list.columns > list.columns)
    for _ in 0..<80 { player.press("<C-p>categories wider<Enter>") }
    #expect(player.desk.layout.list.columns >= PaneWidths.leastOfText - 1)
    #expect(player.desk.layout.preview.columns >= PaneWidths.leastOfText - 1)
    for _ in 0..<80 { player.press("<C-p>categories narrower<Enter>") }
    #expect(player.desk.layout.categories.columns >= 8)
    // Every size is drawn whole.
    for columns in [30, 38, 59, 60, 80, 99, 100, 120, 200] {
      player.take(.resize(rows: 24, columns: columns))
      #expect(player.desk.draw().columns == columns)
    }
  }

  @Test func `In one column there is nothing to make wider`() {
    var player = Player(rows: 45, columns: 38)
    player.press("<C-p>preview wider<Enter>")
    #expect(remembered(player).isEmpty)
    #expect(player.screen.contains("no such pane beside"))
  }

  @Test
  func `A department of some other day shows its phrases, unless these lists have none of it`() {
    func titles(_ department: String) -> [String] {
      var desk = Desk(department: department)
      _ = desk.handle(.resize(rows: 24, columns: 80))
      _ = desk.handle(.library(Library(Self.phrases), origin: .store))
      return desk.list.hits.map { desk.library.phrase($0.number).title }
    }
    #expect(titles("售后部") == ["通用问候", "售后退款"])
    #expect(titles("仓库").count == 3)
  }

  @Test func `What is locked is not chosen, and that is said`() {
    var player = Player(phrases: Self.phrases, locked: Set(DeskChoice.Kind.allCases))
    let (theme, options) = (player.desk.theme, player.desk.options)
    for action in ["colours", "double", "similar", "slips", "department", "preview wider"] {
      player.press("<C-p>\(action)<Enter>")
      #expect(player.screen.contains("Set for everybody here"), "\(action)")
      #expect(player.desk.dialogs.isEmpty)
    }
    player.press("<A-t>")
    player.take(.targets([Target(.clipboard, name: "xclip"), Target(.window, name: "chat")]))
    player.press("<Down><Enter>")
    #expect(player.desk.target.destination == .clipboard)
    #expect(player.desk.theme == theme && player.desk.options == options)
    #expect(remembered(player).isEmpty)
  }
}
