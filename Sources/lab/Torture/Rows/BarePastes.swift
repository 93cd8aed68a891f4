import Foundation
import Phrases

/// A3: what is pasted where the terminal does not say so sends nothing and does nothing.
struct BarePastes: TortureTest {
  static let row = "A3"
  static let claim = "pastes without brackets, cut anywhere, send nothing and command nothing"

  private let plan: TorturePlan

  init(_ plan: TorturePlan) { self.plan = plan }

  private static let pastes = 200
  /// Pieces as the kernel, GNU screen, tmux, PuTTY, a serial console or xdotool hand them on, in bytes.
  private static let pieceSizes = [1, 2, 7, 16, 64, 255, 1_024, 4_095]

  func run() throws -> Report {
    var bounds = Bounds("A3 bare pastes")
    var random = plan.random(30)
    let program = try DeskProgram(plan.program)
    try FileManager.default.createDirectory(
      atPath: "\(program.home)/config/phrasedesk", withIntermediateDirectories: true)
    let sent = "\(program.home)/sent"
    _ = try program.write(
      Array(
        "[send]\nto = \"command\"\ncommand = [\"/bin/cp\", \"/dev/stdin\", \"\(sent)\"]\n".utf8),
      to: "config/phrasedesk/config.toml")
    try program.importPhrases(
      (0..<40).map {
        Phrase(
          key: PhraseKey(source: "", id: "\($0)"), title: "refund \($0)", text: "TEXT \($0)",
          code: "\($0)")
      })
    let pastes = plan.count(Self.pastes)
    var counts = (sent: 0, lost: 0)
    for number in 0..<pastes {
      let desk = try program.open(showing: "refund 0")
      let text = Self.text(&random)
      Self.paste(text, into: desk, &random)
      // Everything has been taken in once the box is empty after these.
      let isThere = desk.settle(within: .seconds(10), showing: { $0.contains("Alt+Z") }) != nil
      desk.terminal.type("\u{1B}z\u{7F}")
      let isCalm = desk.settle(within: .seconds(10), showing: { $0.contains("refund 0") }) != nil
      if FileManager.default.fileExists(atPath: sent) {
        counts.sent += 1
        bounds.complain("paste \(number) sent something: \(text.debugDescription)")
        try FileManager.default.removeItem(atPath: sent)
      }
      if !isThere || !isCalm || desk.child.look() != nil {
        counts.lost += 1
        bounds.complain(
          "paste \(number) did something: \(text.debugDescription)\n\(desk.screen.text)")
      }
      desk.close()
    }
    bounds.add("pastes", pastes)
    bounds.add("that sent a phrase", counts.sent, is: 0)
    bounds.add("after which the desk was not as it was", counts.lost, is: 0)
    return bounds.report
  }

  /// Several lines, or one that is longer than a line that somebody types and ends.
  private static func text(_ random: inout SeededGenerator) -> String {
    let words = [
      "refund", "1", "2", "q", "退款", "什么时候到", "yes", "3", "please", "你好", "7tian", "/", "?",
    ]
    func line(_ count: Int) -> String {
      (0..<count).map { _ in words.randomElement(using: &random) ?? "" }.joined(separator: " ")
    }
    let end = Bool.random(using: &random) ? "\n" : "\r"
    if Int.random(in: 0..<4, using: &random) == 0 { return line(14) + end }
    let lines = (0..<Int.random(in: 2...12, using: &random)).map { _ in
      line(.random(in: 1...6, using: &random))
    }
    // A block ends with a line break, or in the midst of a line.
    return lines.joined(separator: end) + (Bool.random(using: &random) ? end : " and more")
  }

  private static func paste(
    _ text: String, into desk: TerminalRun, _ random: inout SeededGenerator
  ) {
    var bytes = Array(text.utf8)[...]
    let size = pieceSizes.randomElement(using: &random) ?? 64
    // One at a time is as slow as a line goes: what is cut finer comes closer together.
    let pause = size < 16 ? 0...4_000 : 0...30_000
    while !bytes.isEmpty {
      let piece = bytes.prefix(.random(in: 1...size, using: &random))
      bytes = bytes.dropFirst(piece.count)
      desk.terminal.type(Array(piece))
      usleep(.random(in: UInt32(pause.lowerBound)...UInt32(pause.upperBound), using: &random))
    }
  }
}
