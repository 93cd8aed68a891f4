import Desk
import Phrases
import Terminal
import Testing

@testable import Session

/// What a loop does with its screen and its calendar.
@Suite struct ScreenTests {
  @Test func `A desk begins in the size of its screen`() throws {
    let player = try LoopPlayer(rows: 35, columns: 120)
    let frame = try #require(player.screen.frames.last)
    #expect((frame.rows, frame.columns) == (35, 120))
    #expect(player.text.contains("Categories"))
  }

  @Test(arguments: [(35, 120), (24, 80), (45, 38), (12, 30)])
  func `The desk is usable at this size`(rows: Int, columns: Int) throws {
    let player = try LoopPlayer(rows: rows, columns: columns)
    try player.press("ty")
    #expect(player.text.contains("Thank you for your"))
    try player.press("<Enter>")
    try player.finishErrands()
    #expect(player.messenger.texts == ["Thank you for your patience 😊"])
  }

  @Test func `A resize draws the other layout, and back`() throws {
    let player = try LoopPlayer(rows: 35, columns: 120)
    player.screen.resize(rows: 45, columns: 38)
    try player.settle()
    #expect(!player.text.contains("Categories") && player.text.contains("Preview"))
    player.screen.resize(rows: 8, columns: 20)
    try player.settle()
    #expect(player.text.contains("The window"))
    player.screen.resize(rows: 35, columns: 120)
    try player.settle()
    #expect(player.text.contains("Categories"))
  }

  @Test func `Ctrl+Z stops the job once, and the loop goes on behind it`() throws {
    let player = try LoopPlayer()
    try player.press("<Esc><C-z>fhyc<Enter>")
    try player.finishErrands()
    #expect(player.screen.deeds == [.suspended])
    #expect(player.messenger.texts.count == 1)
  }

  @Test func `Ctrl+L draws all anew`() throws {
    let player = try LoopPlayer()
    try player.press("<C-l>")
    #expect(player.screen.deeds == [.redrawn])
  }

  @Test func `Another theme is the screen's from the next frame on`() throws {
    let player = try LoopPlayer()
    try player.press("<C-p>colours<Enter>")
    #expect(player.screen.deeds == [.themed(.dark)])
  }

  @Test func `A paste and a click come in`() throws {
    let player = try LoopPlayer()
    player.screen.take(.paste("退款"))
    try player.settle()
    #expect(player.text.contains("退款进度") && !player.text.contains("发货时间"))
    player.screen.take(.mouse(MouseEvent(.wheelDown, at: Position(row: 5, column: 5))))
    try player.settle()
    #expect(player.ending == nil)
  }

  @Test func `Where the terminal is gone the loop ends`() throws {
    let player = try LoopPlayer()
    player.screen.take(.closed)
    try player.settle()
    #expect(player.ending == .quit)
  }

  // MARK: - Midnight

  private var expiring: [Phrase] {
    var phrase = Phrase.make("双十一活动", "满三百减五十。", code: "ssy")
    phrase.validUntil = Day(iso: "2026-11-22")
    return [phrase]
  }

  @Test func `After midnight a phrase of yesterday is asked about`() throws {
    let player = try LoopPlayer(phrases: expiring)
    try player.press("ssy")
    player.setDay("2026-11-23")
    // The key that wakes the machine is one of the new day.
    try player.press("<Enter>")
    try player.finishErrands()
    #expect(player.messenger.texts.isEmpty)
    #expect(player.text.contains("2026-11-22"))
  }

  @Test func `On its last day the phrase goes out`() throws {
    let player = try LoopPlayer(phrases: expiring)
    try player.press("ssy<Enter>")
    try player.finishErrands()
    #expect(player.messenger.texts == ["满三百减五十。"])
  }

  @Test func `Midnight wakes a loop that sleeps`() throws {
    let view = NotingView()
    let player = try LoopPlayer(view)
    player.setMidnight(in: 1)
    player.screen.onFrame = { [unowned player] screen in
      if screen.frames.count == 1 {
        player.setDay("2026-11-23")
      } else {
        screen.take(.key(Key(.character("q"), .control)))
      }
    }
    // Nothing else is there to wake it.
    #expect(try player.run() == .quit)
    let days = ["2026-11-22", "2026-11-23"].compactMap { Day(iso: $0) }
    #expect(view.notes.withLock { $0.days } == days)
  }
}
