import Phrases
import Search
import Testing

@testable import Desk

/// Pictures and files that go with phrases, as an agent sees them and hands them over.
@Suite struct AttachmentTests {
  private static let phrases: [Phrase] = [
    phrase("尺码推荐", "亲，尺码表发您看一下。", ["图片/尺码表.png"]),
    phrase("多张图", "两张图您都看一下。", ["a.jpg", "b\u{1B}[2J.png"]),
    phrase("说明书", "说明书发您了。", ["doc/说明书.pdf"]),
    phrase("退货地址", "退货请寄仓库一号。", []),
    phrase("旧图", "去年的图。", ["old.png"], until: Day(iso: "2026-01-01")),
  ]

  private static func phrase(
    _ title: String, _ text: String, _ names: [String], until: Day? = nil
  ) -> Phrase {
    Phrase(
      key: PhraseKey(source: "shop", id: title), category: "售前", title: title, text: text,
      attachments: names, validUntil: until)
  }

  private func player(
    rows: Int = 24, columns: Int = 80, language: Language = .english,
    purpose: Desk.Purpose = .send
  ) -> Player {
    Player(
      rows: rows, columns: columns, language: language, purpose: purpose, phrases: Self.phrases)
  }

  private let sizeChart = Phrases.Attachment(source: "shop", name: "图片/尺码表.png")
  private let facts = AttachmentFacts(
    kind: .png, size: 84_400, pixels: PictureSize(columns: 600, rows: 800))

  /// A picture that fills its room with letters, so that a screen as text shows where it stands.
  private func look(in player: inout Player, _ facts: AttachmentFacts? = nil) throws {
    let request = try #require(player.desk.pictures.awaited)
    let line = String(repeating: "x", count: request.columns) + "\n"
    let picture = Picture(
      printed: Array(String(repeating: line, count: request.rows).utf8), rows: request.rows,
      columns: request.columns)
    player.take(
      .looked(
        request.attachment, rows: request.rows, columns: request.columns,
        .file(facts ?? self.facts, picture)))
  }

  private func handovers(_ player: Player) -> [AttachmentHandover] {
    player.effects.compactMap { if case .handOver(let handover) = $0 { handover } else { nil } }
  }

  private func looks(_ player: Player) -> [Phrases.Attachment] {
    player.effects.compactMap {
      if case .look(let attachment, _, _) = $0 { attachment } else { nil }
    }
  }

  @Test func `Text and picture both have room, narrow`() throws {
    var player = player(rows: 24, columns: 38)
    try look(in: &player)
    #expect(
      player.screen == """
        [Alt+Z]  pinyin, code; or paste     5
         All phrases
         Phrases                       1/5
        >1 尺码推荐  亲，尺码表发您看一.. pic
         2 多张图  两张图您都看一下。     pic
         3 说明书  发您了。              file
         4 退货地址  退货请寄仓库一号。
         5 旧图  去年的图。       expired pic
         Preview
         亲，尺码表发您看一下。

         尺码表.png  PNG 600x800 84 kB  Alt+G
         xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
         xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
         xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
         xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
         xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
         xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
         xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
         xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
         售前
         company  11 characters
         Enter send  F1 help  Tab pane
         shop.csv, to the clipboard
        """)
  }

  @Test func `Without a program that draws, the line says what it is, medium, in Chinese`() throws {
    var player = player(rows: 14, columns: 80, language: .chinese)
    let request = try #require(player.desk.pictures.awaited)
    player.take(
      .looked(
        request.attachment, rows: request.rows, columns: request.columns, .file(facts, nil)))
    #expect(player.screen.contains("尺码表.png  PNG 600x800 84 kB  Alt+G"))
    #expect(player.screen.contains("尺码推荐  亲，尺码表发您看.. 图 │ 亲，尺码表发您看一下。"))
    player.press("<Down><Down>")
    #expect(player.screen.contains("说明书.pdf  Alt+O"))
    #expect(player.screen.contains("3 说明书  发您了。             附"))
  }

  @Test
  func `What cannot be had is said in the preview, and asked again once it is in sight again`()
    throws
  {
    var player = player(columns: 120)
    let request = try #require(player.desk.pictures.awaited)
    player.take(
      .looked(
        request.attachment, rows: request.rows, columns: request.columns,
        .failed("尺码表.png is not there; put it beside the list.")))
    #expect(player.screen.contains("尺码表.png is not there"))
    player.press("<Down><Up>")
    #expect(
      looks(player) == [sizeChart, Phrases.Attachment(source: "shop", name: "a.jpg"), sizeChart])
  }

  @Test func `What was looked at is shown at once the next time, and in another room drawn anew`()
    throws
  {
    var player = player()
    try look(in: &player)
    player.press("<Down><Up>")
    // It is looked at once more, since it may be another file by now.
    #expect(looks(player).count == 3)
    #expect(player.screen.contains("xxx"))
    player.take(.resize(rows: 40, columns: 38))
    #expect(looks(player).count == 4)
    #expect(!player.screen.contains("xxx"))
    player.take(.library(Library(Self.phrases), origin: .store))
    player.press("<C-f>a<Esc>")
    // Another list may have another file of that name.
    #expect(looks(player).count > 4)
  }

  @Test func `Alt+G hands the picture over, and the line says what to do`() throws {
    var player = player()
    player.press("<A-g>")
    #expect(
      handovers(player)
        == [AttachmentHandover(attachment: sizeChart, form: .picture, destination: .clipboard)])
    let handover = handovers(player)[0]
    player.take(.handedOver(AttachmentDelivered(.copied(.png), of: handover)))
    #expect(
      player.screen.contains(
        "Picture copied: 尺码表.png; paste it in the chat, then Enter copies the text."))
    // The text is what Enter sends, as ever.
    player.press("<Enter>")
    #expect(player.delivered == ["亲，尺码表发您看一下。"])
  }

  @Test func `Alt+O hands the file over`() {
    var player = player(language: .chinese)
    player.press("<Down><Down><A-o>")
    #expect(handovers(player).map(\.form) == [.file])
    #expect(handovers(player).map(\.attachment.name) == ["doc/说明书.pdf"])
  }

  @Test func `Of several it asks which, by names that show nothing raw`() {
    var player = player()
    player.press("<Down><A-g>")
    #expect(handovers(player).isEmpty)
    #expect(player.screen.contains("Which picture"))
    #expect(!player.screen.unicodeScalars.contains("\u{1B}"))
    player.press("<Down><Enter>")
    #expect(handovers(player).map(\.attachment.name) == ["b\u{1B}[2J.png"])
    #expect(!handovers(player)[0].name.unicodeScalars.contains("\u{1B}"))
  }

  @Test func `A phrase without one says so, and pick gives out phrases`() {
    var player = player()
    player.press("<Down><Down><Down><A-g>")
    #expect(player.screen.contains("退货地址 has no picture and no file."))
    var picking = self.player(purpose: .pick)
    picking.press("<A-g>")
    #expect(handovers(picking).isEmpty && picking.screen.contains("pick --attachment"))
  }

  @Test func `What has expired is asked about first`() {
    var player = player()
    player.press("<Down><Down><Down><Down><A-g>")
    #expect(handovers(player).isEmpty)
    player.press("<A-y>")
    #expect(handovers(player).map(\.attachment.name) == ["old.png"])
  }

  @Test func `A picture that was exchanged meanwhile is not handed over unseen`() {
    var player = player()
    var phrases = Self.phrases
    phrases[0].attachments = ["图片/新.png"]
    player.take(.library(Library(phrases), origin: .store))
    player.press("<A-g>")
    #expect(handovers(player).isEmpty)
    player.take(.drawn)
    player.press("<A-g>")
    #expect(handovers(player).map(\.attachment.name) == ["图片/新.png"])
    player.take(.library(Library(Array(phrases.dropFirst())), origin: .store))
    player.press("<A-g>")
    #expect(handovers(player).count == 1)
    #expect(player.screen.contains("withdrawn"))
  }

  @Test func `A version of the agent's own finds its picture beside the list it came from`() {
    var player = player()
    var own = Self.phrases[0]
    own.key = PhraseKey(source: "personal", id: "own-1")
    own.level = .personal
    var arrangement = Arrangement()
    arrangement.originals[own.key] = .init(key: Self.phrases[0].key, text: Self.phrases[0].text)
    player.take(.arrangement(arrangement, originals: [own.key: Self.phrases[0]]))
    player.take(.library(Library([own] + Self.phrases.dropFirst()), origin: .store))
    player.press("<C-f>cmtj<A-g>")
    #expect(handovers(player).map(\.attachment) == [sizeChart])
  }

  @Test func `In a window too small for a picture the text keeps its place`() {
    for (rows, columns) in [(12, 30), (12, 80), (13, 100), (14, 38)] {
      var player = player(rows: rows, columns: columns)
      player.press("<Down>")
      #expect(player.screen.contains("两张图您都看一下"), "\(rows)x\(columns)")
    }
  }

  // MARK: - Local files

  private static let files: [(path: String, name: String, size: Int)] = [
    ("/home/li/图片/新品海报.png", "新品海报.png", 2_300_000), ("/home/li/图片/发货单.pdf", "发货单.pdf", 84_400),
    ("/home/li/a\u{1B}[2J.txt", "a\u{1B}[2J.txt", 12),
  ]

  @Test
  func
    `Alt+L lists files by name, newest first, found by pinyin, with the picture of the selected one`()
    throws
  {
    var player = player(rows: 24, columns: 60)
    player.press("<A-l>")
    #expect(player.effects.contains(.listFiles) && player.screen.contains("Reading the folders"))
    player.take(.files(FileList(Self.files, gone: [])))
    let poster = Phrases.Attachment(source: Phrases.Attachment.localFiles, name: Self.files[0].path)
    #expect(looks(player).last == poster)
    try look(in: &player)
    #expect(player.screen.contains("> 新品海报.png") && player.screen.contains("2.3 MB"))
    #expect(player.screen.contains("xxx") && player.screen.contains("/home/li/图片/"))
    #expect(!player.screen.unicodeScalars.contains("\u{1B}"))
    player.press("fhd")
    #expect(player.screen.contains("> 发货单.pdf") && !player.screen.contains("新品海报"))
    player.press("<Enter>")
    #expect(
      handovers(player).last
        == AttachmentHandover(
          attachment: Phrases.Attachment(
            source: Phrases.Attachment.localFiles, name: Self.files[1].path),
          form: .file))
    player.take(.handedOver(AttachmentDelivered(.copied(nil), of: handovers(player)[0])))
    #expect(player.screen.contains("Copied: 发货单.pdf; paste it in the chat."))
    // It is in the history, and goes again from there.
    player.press("<A-h>fahuodan<Enter>")
    #expect(handovers(player).count == 2)
  }

  @Test func `Alt+G copies a file as a picture, and folders that are missing are said`() {
    var player = player()
    player.press("<A-l>")
    player.take(.files(FileList(Self.files, gone: [])))
    player.press("<A-g>")
    #expect(handovers(player).map(\.form) == [.picture])
    player.press("<A-l>")
    player.take(.files(FileList([], gone: ["/gone\u{1B}[2J"])))
    #expect(player.screen.contains("This folder is not there: /gone"))
    #expect(!player.screen.unicodeScalars.contains("\u{1B}"))
    player.press("<Esc><A-l>")
    player.take(.files(FileList([], gone: nil)))
    #expect(player.screen.contains("files.folders"))
    player.press("<Enter><A-g><Esc>")
    #expect(handovers(player).count == 1 && player.desk.dialogs.isEmpty)
  }
}
