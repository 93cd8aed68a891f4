import Chat
import Clipboard
import Desk
import Foundation
import Keeping
import Phrases
import TestFolder
import Testing

@testable import Session

/// What comes of a look at a picture, and of handing it over, on real files and with the real chafa.
@Suite struct AttachmentLineTests {
  private let folder: Scratch
  private let player: LoopPlayer
  private let line: AttachmentLine

  /// A picture of 24 × 16 pixels, the upper half red, the lower blue: PNG (RFC 2083), its rows stored and not
  /// packed (RFC 1950, RFC 1951).
  private static func picture(columns: Int = 24, rows: Int = 16) -> [UInt8] {
    func big(_ number: UInt32) -> [UInt8] {
      [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
    }
    func chunk(_ name: String, _ bytes: [UInt8]) -> [UInt8] {
      let content = Array(name.utf8) + bytes
      var sum: UInt32 = 0xFFFF_FFFF
      for byte in content {
        sum ^= UInt32(byte)
        for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
      }
      return big(UInt32(bytes.count)) + content + big(~sum)
    }
    let red: [UInt8] = [255, 0, 0]
    let blue: [UInt8] = [0, 0, 255]
    var raw: [UInt8] = []
    for row in 0..<16 {
      raw.append(0)
      for _ in 0..<24 { raw += row < 8 ? red : blue }
    }
    var (low, high): (UInt32, UInt32) = (1, 0)
    for byte in raw {
      low = (low + UInt32(byte)) % 65_521
      high = (high + low) % 65_521
    }
    let length = UInt16(raw.count)
    let lengths: [UInt8] = [
      UInt8(length & 0xFF), UInt8(length >> 8), UInt8(~length & 0xFF), UInt8(~length >> 8),
    ]
    let packed: [UInt8] = [0x78, 0x01, 0x01] + lengths + raw + big(high << 16 | low)
    return [0x89] + Array("PNG\r\n\u{1A}\n".utf8)
      + chunk("IHDR", big(UInt32(columns)) + big(UInt32(rows)) + [8, 2, 0, 0, 0])
      + chunk("IDAT", packed) + chunk("IEND", [])
  }

  init() throws {
    folder = try Scratch()
    player = try LoopPlayer()
    let list = folder.folder.appending(path: "list.csv").path
    try Data("text\n一\n".utf8).write(to: URL(filePath: list))
    try Data(Self.picture()).write(to: URL(filePath: folder.folder.appending(path: "图 a.png").path))
    let keeper = Keeper(Opening(knowledgeBase: list, storePath: nil, language: .english)) { _ in }
    line = AttachmentLine(
      keeper.attachments, drawer: PictureDrawer(environment: ["PATH": "/usr/bin:/bin"]),
      language: .english, mailbox: player.mailbox)
  }

  /// Events that came together, for one after the other.
  private final class Inbox {
    var events: [Event] = []
  }
  private let inbox = Inbox()

  /// The next event that a worker posts.
  private func next() throws -> Event? {
    let end = SuspendingClock.now + .seconds(60)
    while SuspendingClock.now < end {
      if !inbox.events.isEmpty { return inbox.events.removeFirst() }
      inbox.events = player.mailbox.takeAll().compactMap { letter in
        switch letter {
        case .event(let event), .terminalBytes(_, let event): event
        case _: nil
        }
      }
      if !inbox.events.isEmpty { continue }
      var descriptor = pollfd(fd: player.mailbox.descriptor, events: Int16(POLLIN), revents: 0)
      _ = poll(&descriptor, 1, 1_000)
    }
    return nil
  }

  private func look(_ name: String, rows: Int = 6, columns: Int = 20) throws -> AttachmentLook? {
    line.look(at: Phrases.Attachment(source: "file", name: name), rows: rows, columns: columns)
    guard case .looked(_, _, _, let look)? = try next() else { return nil }
    return look
  }

  private func handOver(
    _ name: String, as form: AttachmentHandover.Form
  ) throws -> AttachmentDelivered.Outcome? {
    line.handOver(
      AttachmentHandover(
        attachment: Phrases.Attachment(source: "file", name: name), form: form), by: player.chat)
    guard case .handedOver(let delivered)? = try next() else { return nil }
    return delivered.outcome
  }

  @Test(.enabled(if: PictureDrawer(environment: ["PATH": "/usr/bin:/bin"]).isThere, "needs chafa"))
  func `A picture is drawn in its colours and in its room`() throws {
    guard case .file(let facts, let picture?)? = try look("图 a.png") else {
      Issue.record("no picture")
      return
    }
    #expect(facts.kind == .png && facts.pixels == PictureSize(columns: 24, rows: 16))
    #expect(facts.size == Self.picture().count)
    #expect(picture.rows.count <= 6 && picture.columns <= 20 && picture.rows.count > 2)
    let paints = Set(picture.rows.joined().compactMap(\.style.paint))
    #expect(!paints.isEmpty)
    let tops = picture.rows[0].compactMap(\.style.paint)
    let isRed = tops.allSatisfy { paint in
      [paint.foreground, paint.background].contains { $0.red > 100 && $0.blue < 100 }
    }
    #expect(isRed, "the upper half is red")
  }

  @Test func `What claims to be huge is told and never decoded`() throws {
    let bomb = Self.picture(columns: 65_536, rows: 65_536)
    try Data(bomb).write(to: URL(filePath: folder.folder.appending(path: "bomb.png").path))
    guard case .file(let facts, nil)? = try look("bomb.png") else {
      Issue.record("decoded")
      return
    }
    #expect(facts.pixels == PictureSize(columns: 65_536, rows: 65_536))
  }

  @Test(arguments: [
    ("none.png", "is not there"), ("../x", "leads out"), ("/etc/passwd", "place of its own"),
    ("https://h.example/a.png", "another server"), ("", "names no file"),
  ])
  func `What cannot be had is one sentence`(name: String, sentence: String) throws {
    guard case .failed(let said)? = try look(name) else {
      Issue.record("looked at")
      return
    }
    #expect(said.contains(sentence))
  }

  @Test func `Of many looks the last is answered, however fast they come`() throws {
    for number in 0..<200 {
      line.look(
        at: Phrases.Attachment(
          source: "file", name: number == 199 ? "图 a.png" : "none\(number).png"),
        rows: 2, columns: 4)
    }
    var names: [String] = []
    while names.last != "图 a.png" {
      guard case .looked(let attachment, _, _, _)? = try next() else { break }
      names.append(attachment.name)
    }
    #expect(names.last == "图 a.png" && names.count < 200)
  }

  @Test func `A picture goes as what it is, a file by its path, byte for byte`() throws {
    #expect(try handOver("图 a.png", as: .picture) == .copied(.png))
    #expect(try handOver("图 a.png", as: .file) == .copied(nil))
    let parcels = player.messenger.state.withLock { $0.parcels } ?? []
    #expect(parcels.map(\.mediaType) == ["image/png", "text/uri-list"])
    #expect(parcels.first?.bytes == Self.picture())
    let list = String(decoding: parcels.last?.bytes ?? [], as: UTF8.self)
    #expect(list.hasPrefix("file:///") && list.hasSuffix("/%E5%9B%BE%20a.png\r\n"))
  }

  @Test func `Where only text travels the place goes, to the clipboard and nowhere else`() throws {
    player.messenger.state.withLock { state in
      state.parcels = nil
      state.handover = Handover(clipboard: Delivery(taken: [Taker(way: .tmux)]))
    }
    guard case .asText(let place, .handedToTmux)? = try handOver("图 a.png", as: .picture) else {
      Issue.record("not as text")
      return
    }
    #expect(place.hasSuffix("/图 a.png"))
    #expect(player.messenger.texts == [place] && player.messenger.routes == [.clipboard])
    // An address that nobody asks is not put before customers either.
    guard case .failed? = try handOver("https://h.example/a.png", as: .picture) else {
      Issue.record("an address elsewhere was handed over")
      return
    }
  }

  @Test
  func `What is no picture is not called one, and a text that went out stays on the clipboard`()
    throws
  {
    try Data("%PDF-1.7".utf8).write(to: URL(filePath: folder.folder.appending(path: "a.png").path))
    #expect(try handOver("a.png", as: .picture) == .noPicture)
    guard case .failed(let reason)? = try handOver("none.png", as: .file) else {
      Issue.record("handed over")
      return
    }
    #expect(reason.contains("none.png"))
    // A text goes out while the picture is on its way.
    player.messenger.hold()
    _ = player.chat.deliver(
      Outgoing(keys: [], title: "t", text: "text"), to: .clipboard)
    line.handOver(
      AttachmentHandover(
        attachment: Phrases.Attachment(source: "file", name: "图 a.png"), form: .picture),
      by: player.chat)
    line.giveUpHandover()
    player.messenger.letGo()
    var outcome: AttachmentDelivered.Outcome?
    while outcome == nil, let event = try next() {
      if case .handedOver(let delivered) = event { outcome = delivered.outcome }
    }
    guard case .failed(let overtaken)? = outcome else {
      Issue.record("\(String(describing: outcome))")
      return
    }
    #expect(overtaken.contains("only after a text went out"))
    #expect(player.messenger.state.withLock { $0.parcels?.isEmpty } == true)
  }

  @Test func `A file that was exchanged since it was shown is not handed over`() throws {
    guard case .file(let facts, _)? = try look("图 a.png") else { return }
    try Data(Self.picture(columns: 25)).write(
      to: URL(filePath: folder.folder.appending(path: "图 a.png").path))
    var handover = AttachmentHandover(
      attachment: Phrases.Attachment(source: "file", name: "图 a.png"), form: .picture)
    handover.seen = facts
    line.handOver(handover, by: player.chat)
    guard case .handedOver(let delivered)? = try next(),
      case .failed(let reason) = delivered.outcome
    else {
      Issue.record("handed over")
      return
    }
    #expect(reason.contains("another file by now"))
    #expect(player.messenger.state.withLock { $0.parcels?.isEmpty } == true)
  }
}
