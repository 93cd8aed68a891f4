import Foundation
import Phrases
import PseudoTerminal

/// A1: what Enter, a digit or a double click sends is what stood there when the agent looked.
struct ChosenPhrases: TortureTest {
  static let row = "A1"
  static let claim = "lists that change under the fingers send what was chosen, or nothing"

  private let plan: TorturePlan

  init(_ plan: TorturePlan) { self.plan = plan }

  private static let rounds = 1_000
  private static let patience = Duration.seconds(10)

  func run() throws -> Report {
    var bounds = Bounds("A1 chosen phrases")
    var random = plan.random(10)
    let rounds = plan.count(Self.rounds)
    let bench = try ChangingList(plan)
    defer { bench.close() }
    var counts = (sent: 0, refused: 0, changing: 0, other: 0, silent: 0)
    for round in 1...rounds {
      try bench.show(round)
      let seen = bench.list
      let choice = Choice.allCases.randomElement(using: &random) ?? .enter
      let wanted = bench.seen(choice.index)?.text ?? ""
      let changed = Self.changed(seen, &random)
      try bench.publish(changed)
      // Before the desk has heard of it, while it draws, and after.
      usleep(.random(in: 0...400_000, using: &random))
      let isThere = changed.contains { $0.text == wanted }
      switch bench.press(
        choice.keys(on: bench.desk.screen, bench.seen(choice.index)), within: Self.patience)
      {
      case .sent(wanted): counts.sent += 1
      case .sent(let text):
        counts.other += 1
        bounds.complain("round \(round), \(choice): \(wanted) was chosen, \(text) was sent")
      case .refused where bench.desk.screen.contains("just changed"): counts.changing += 1
      case .refused where isThere:
        counts.silent += 1
        bounds.complain("round \(round), \(choice): \(wanted) is there and was refused")
      case .refused: counts.refused += 1
      case .nothing:
        counts.silent += 1
        bounds.complain("round \(round), \(choice): nothing was said:\n\(bench.desk.screen.text)")
      }
    }
    bounds.add("changes under the fingers", rounds)
    bounds.add("sent as chosen", counts.sent)
    bounds.add("said to be withdrawn or reworded", counts.refused)
    bounds.add("refused in the moment in which the store changed", counts.changing)
    bounds.add("other texts sent", counts.other, is: 0)
    bounds.add("neither sent nor said, or refused in vain", counts.silent, is: 0)
    return bounds.report
  }

  /// What becomes of a list: withdrawn, inserted, reordered, reworded, or several of these.
  private static func changed(_ list: [Phrase], _ random: inout SeededGenerator) -> [Phrase] {
    var list = list
    for _ in 0...Int.random(in: 0...2, using: &random) {
      let place = Int.random(in: list.indices, using: &random)
      switch Int.random(in: 0..<5, using: &random) {
      case 0: list.remove(at: place)
      case 1:
        var phrase = list[place]
        phrase.key.id += "-\(list.count)"
        phrase.text += " inserted"
        list.insert(phrase, at: 0)
      case 2: list.reverse()
      case 3: list[place].text += " reworded"
      default: list.swapAt(place, Int.random(in: list.indices, using: &random))
      }
    }
    return list
  }

  private enum Choice: CaseIterable {
    case enter, second, third, downEnter, doubleClick

    /// Which row of the list it means, from 0.
    var index: Int {
      switch self {
      case .enter: 0
      case .second, .downEnter: 1
      case .third, .doubleClick: 2
      }
    }

    /// What is pressed, or clicked where the phrase stands.
    func keys(on screen: ScreenText, _ phrase: Phrase?) -> String {
      switch self {
      case .enter: return "\r"
      case .second: return "\u{1B}2"
      case .third: return "\u{1B}3"
      case .downEnter: return "\u{1B}[B\r"
      case .doubleClick:
        let title = phrase?.title ?? ""
        let row = (0..<screen.rows).first { screen.line($0).contains(title) } ?? 0
        let column = screen.line(row).range(of: title).map {
          screen.line(row).distance(from: screen.line(row).startIndex, to: $0.lowerBound)
        }
        let place = "\((column ?? 0) + 1);\(row + 1)"
        let click = "\u{1B}[<0;\(place)M\u{1B}[<0;\(place)m"
        return click + click
      }
    }
  }
}

/// A desk that follows a file whose list is another one each round, and what it has sent.
private final class ChangingList {
  let desk: TerminalRun
  private(set) var list: [Phrase] = []
  private let program: DeskProgram
  private let sentPath: String
  private let path: String
  private var sentCount = 0

  enum Outcome: Equatable {
    case sent(String)
    case refused
    case nothing
  }

  init(_ plan: TorturePlan) throws {
    program = try DeskProgram(plan.program)
    sentPath = "\(program.home)/sent"
    path = "\(program.home)/kb.csv"
    try FileManager.default.createDirectory(
      atPath: "\(program.home)/config/phrasedesk", withIntermediateDirectories: true)
    let command = "/bin/sh\", \"-c\", \"cat >> '\(sentPath)'; echo >> '\(sentPath)'"
    _ = try program.write(
      Array("[send]\nto = \"command\"\ncommand = [\"\(command)\"]\n".utf8),
      to: "config/phrasedesk/config.toml")
    let first = ChangingList.list(0)
    try ChangingList.write(first, to: path)
    let connected = CommandRun(
      program.path, ["connect", path, "--name", "kb"], environment: program.environment)
    guard connected.isDone else { throw LabFailure("connect failed: \(connected.summary)") }
    desk = try program.open(showing: first[0].title)
  }

  func close() { desk.close() }

  /// A list of which every phrase tells its round.
  private static func list(_ round: Int) -> [Phrase] {
    (0..<9).map { index in
      Phrase(
        key: PhraseKey(source: "kb", id: "p\(index)"), title: "refund \(index) of \(round)",
        text: "TEXT \(index) of \(round)")
    }
  }

  private static func write(_ phrases: [Phrase], to path: String) throws {
    try Data(KnowledgeBase.write(phrases, as: .csv(delimiter: .comma)))
      .write(to: URL(filePath: path), options: .atomic)
  }

  /// Publishes the list of a round, and waits until the agent sees it as it is.
  func show(_ round: Int) throws {
    list = ChangingList.list(round)
    try publish(list)
    let last = ContinuousClock.now + .seconds(20)
    // What was said of the round before goes.
    desk.terminal.type("\u{1B}")
    _ = desk.settle(within: .seconds(2)) { !$0.contains("Not sent") }
    while ContinuousClock.now < last {
      // A key that changes the list takes up what waits.
      desk.terminal.type("\u{1B}z\u{7F}refund of \(round)")
      if desk.settle(
        within: .milliseconds(400),
        showing: { [list] screen in
          list.allSatisfy { screen.contains($0.title) } && screen.contains("9 of 9")
        }) != nil
      {
        return
      }
    }
    throw LabFailure("the list of round \(round) never came:\n\(desk.screen.text)")
  }

  /// The phrase in that row in sight, from 0: what was sent often may stand above others.
  func seen(_ index: Int) -> Phrase? {
    list.first { phrase in desk.screen.contains("\(index + 1) \(phrase.title)") }
  }

  func publish(_ phrases: [Phrase]) throws { try ChangingList.write(phrases, to: path) }

  /// Presses keys, and waits for what the desk does or says.
  func press(_ keys: String, within limit: Duration) -> Outcome {
    desk.terminal.type(keys)
    let end = ContinuousClock.now + limit
    while ContinuousClock.now < end {
      if case .bytes(let bytes) = desk.read(within: .milliseconds(20)) { desk.take(bytes) }
      let sent = Folder.contents(of: sentPath).split(separator: "\n")
      if sent.count > sentCount {
        sentCount = sent.count
        return .sent(String(sent[sent.count - 1]))
      }
      if desk.screen.contains("Not sent") { return .refused }
    }
    return .nothing
  }
}
