import Desk
import Phrases
import Search

/// A2: however two chats take turns, nothing that belongs to one is seen or sent in the other.
struct TwoChats: TortureTest {
  static let row = "A2"
  static let claim = "marks, values and forms stay with their conversation"

  private let plan: TorturePlan

  init(_ plan: TorturePlan) { self.plan = plan }

  private static let runs = 10_000
  private static let steps = 40

  func run() throws -> Report {
    var bounds = Bounds("A2 two chats")
    var random = plan.random(20)
    var counts = (sent: 0, wrong: 0)
    let runs = plan.count(Self.runs)
    for run in 0..<runs {
      var agent = Agent(random: random)
      for _ in 0..<Self.steps { agent.step() }
      random = agent.random
      counts.sent += agent.sentCount
      if let fault = agent.fault {
        counts.wrong += 1
        bounds.complain("run \(run): \(fault)")
      }
    }
    bounds.add("interleavings of \(Self.steps) steps", runs)
    bounds.add("messages sent", counts.sent)
    bounds.add("with something of the other chat", counts.wrong, is: 0)
    return bounds.report
  }

  /// Somebody who writes to two customers in turn: what is meant for one holds its letter.
  private struct Agent {
    private static let library = Library(
      ["A", "B"].flatMap { chat in
        (1...3).map { number in
          Phrase(
            key: PhraseKey(source: "kb", id: "\(chat)\(number)"), title: "\(chat)\(chat)\(number)",
            text: number == 3 ? "Order {{number}} for \(chat)" : "Text \(number) for \(chat)")
        }
      })
    private static let names = [ConversationName("pane 1"), ConversationName("pane 2")]

    var random: SeededGenerator
    private(set) var sentCount = 0
    private(set) var fault: String?
    private var desk = Desk(target: Target(.pane(id: nil), name: "%1"))
    private var chat = 0
    private var time: Milliseconds = 0

    init(random: SeededGenerator) {
      self.random = random
      _ = desk.handle(.resize(rows: 24, columns: 80))
      _ = desk.handle(.library(Self.library, origin: .store))
      _ = desk.handle(.conversation(Self.names[0]))
    }

    private var letter: String { chat == 0 ? "A" : "B" }

    mutating func step() {
      // What is only highlighted may be of either: so each step that sends it searches first.
      switch Int.random(in: 0..<9, using: &random) {
      case 0, 1:
        chat = 1 - chat
        take(.summoned(Target(.pane(id: nil), name: "%\(chat)"), from: Self.names[chat]))
      case 2, 3: press("<A-z>\(letter)\(letter)\(Int.random(in: 1...3, using: &random))<A-m>")
      case 4: press("<A-z>\(letter)\(letter)3<Enter>\(letter)")
      case 5: press("<A-z>\(letter)\(letter)1<Enter>")
      case 6: press("<A-z>\(letter)\(letter)3<Enter><Enter>")
      case 7: press("<C-r>")
      default: press("<A-z>\(letter)\(letter)2<Enter>")
      }
      take(.drawn)
    }

    private mutating func press(_ script: String) {
      for key in Key.script(script) ?? [] {
        time += 50
        take(.key(key, at: time))
      }
    }

    private mutating func take(_ event: Event) {
      for case .deliver(let outgoing, _) in desk.handle(event) {
        sentCount += 1
        if outgoing.text.contains(chat == 0 ? "B" : "A") {
          fault = "to \(letter): \(outgoing.text)"
        }
      }
    }
  }
}
