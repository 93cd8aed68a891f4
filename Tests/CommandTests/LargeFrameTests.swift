import Foundation
import PseudoTerminal
import Testing

/// A frame that no terminal's buffer holds.
@Suite struct LargeFrameTests {
  private static let rows: UInt16 = 200
  private static let columns: UInt16 = 500
  /// More than Linux keeps of a pseudo-terminal's output until somebody reads it.
  private static let buffer = 70_000
  private static let clear = "\u{1B}[2J"

  /// Phrases that fill the list and the preview.
  private static let list: String = {
    let text = String(repeating: "发货时间以仓库通知为准。", count: 1_800)
    let rows = (1...250).map { ",售中,发货,\($0)\(String(repeating: "标题", count: 30)),正文," }
    return (["department,category,subcategory,title,text,code", ",售中,发货,第一,\(text),"] + rows)
      .joined(separator: "\n")
  }()

  /// Opens the desk, waits until all of it is drawn, and plays.
  private func withDesk(_ play: (PseudoTerminal, Child) throws -> Void) throws {
    let program = try Program()
    defer { program.clean() }
    let file = try program.file("shop.csv", Self.list)
    let terminal = try PseudoTerminal(rows: Self.rows, columns: Self.columns)
    let child = try ScreenProgram(
      path: Program.path, arguments: ["--kb", file], environment: program.environment,
      readyText: "第一"
    ).start(on: terminal)
    try #require(isAtRest(child, terminal))
    try play(terminal, child)
    terminal.type("\u{11}")
    #expect(terminal.wait { child.look() != nil })
    #expect(child.end == .exit(0))
  }

  /// Whether it sleeps in the end: a loop that spins uses the processor between any two looks.
  private func isAtRest(_ child: Child, _ terminal: PseudoTerminal) -> Bool {
    var before = ""
    return terminal.wait(seconds: 60) {
      let length = terminal.output.count
      for _ in 0..<20 { terminal.pump(milliseconds: 10) }
      let now = "\(processorTime(of: child)) \(length) \(terminal.output.count)"
      defer { before = now }
      return now == before
    }
  }

  /// In ticks of the kernel, usually hundredths of a second.
  private func processorTime(of child: Child) -> Int {
    let text = (try? String(contentsOfFile: "/proc/\(child.pid)/stat", encoding: .utf8)) ?? ""
    let fields = text.drop { $0 != ")" }.split(separator: " ").dropFirst(12)
    return fields.prefix(2).compactMap { Int($0) }.reduce(0, +)
  }

  @Test func `What a terminal does not take of a frame follows when it does, and then all rests`()
    throws
  {
    try withDesk { terminal, child in
      terminal.type("\u{0C}")
      #expect(isAtRest(child, terminal))
      let whole = try #require(frames(in: terminal.output[...]).last)
      #expect(whole.count > Self.buffer, "the frame is too small to try anything")

      terminal.isReading = false
      let length = terminal.output.count
      terminal.type("\u{0C}")
      #expect(isAtRest(child, terminal))
      terminal.isReading = true
      #expect(isAtRest(child, terminal))
      #expect(frames(in: terminal.output[length...]) == [whole])
    }
  }

  @Test func `Redrawn a thousand times while blocked, a terminal gets two frames`() throws {
    try withDesk { terminal, child in
      terminal.isReading = false
      let length = terminal.output.count
      for _ in 0..<1_000 { terminal.type("\u{0C}") }
      #expect(isAtRest(child, terminal))
      terminal.isReading = true
      #expect(isAtRest(child, terminal))
      let shown = frames(in: terminal.output[length...])
      #expect((1...2).contains(shown.count), "\(shown.count) frames")
      #expect(shown.last?.count ?? 0 > Self.buffer)
    }
  }

  /// What begins with clearing the screen, piece by piece.
  private func frames(in output: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    let clear = Array(Self.clear.utf8)
    var starts: [Int] = []
    var index = output.startIndex
    while let found = output[index...].firstIndex(of: 0x1B) {
      if output[found...].starts(with: clear) { starts.append(found) }
      index = found + 1
    }
    return zip(starts, starts.dropFirst() + [output.endIndex]).map { output[$0..<$1] }
  }
}
