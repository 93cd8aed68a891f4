import Desk
import Terminal
import Testing

@testable import Session

/// Whether the agent follows a phrase to the chat, and what of it is still on its way.
@Suite struct DepartureTests {
  private let enter = Input.key(Key(.enter))
  private let letter = Input.key(Key(.character("t")))
  private let sent = Delivered(.put(Target(.pane(id: nil))), title: "t")
  private let failed = Delivered(.failed(reasons: ["no display"]), title: "t")

  /// One that has begun to send to a chat that the agent is to be led back to.
  private func begun(leadingBack: Bool = true) -> Departure {
    var departure = Departure()
    departure.begin(leadingBack: leadingBack)
    return departure
  }

  @Test func `At first nothing is on its way, and every input is the desk's`() {
    var departure = Departure()
    #expect(departure.underWay == 0)
    #expect(!departure.mayLeadBack)
    let taken = departure.take([enter, letter, .paste("x"), .closed])
    #expect(taken == [true, true, true, true])
    #expect(departure.shortfall(isOutputPending: false) == nil)
  }

  @Test func `Enter right behind a send is not the desk's, however often it is pressed`() {
    var departure = begun()
    let before = departure.take([enter, enter, enter])
    #expect(before == [false, false, false])
    departure.end(sent)
    let after = departure.take([enter])
    #expect(after == [false])
    #expect(departure.mayLeadBack)
  }

  @Test func `Enter is the desk's again once the agent was led back`() {
    var departure = begun()
    departure.settle()
    let taken = departure.take([enter])
    #expect(taken == [true])
  }

  @Test func `Where nobody is led back, Enter sends again`() {
    var departure = begun(leadingBack: false)
    let taken = departure.take([enter])
    #expect(taken == [true])
  }

  @Test(
    arguments: [
      .key(Key(.character("t"))), .key(Key(.enter, .alt)), .paste("x"),
      .mouse(MouseEvent(.click, at: Position(row: 0, column: 0))),
    ] as [Input])
  func `Whoever goes on working stays, and Enter is the desk's`(input: Input) {
    var departure = begun()
    let taken = departure.take([input, enter])
    #expect(taken == [true, true])
    #expect(!departure.mayLeadBack)
  }

  @Test func `What the terminal does by itself keeps nobody here`() {
    var departure = begun()
    let taken = departure.take([.resize(rows: 24, columns: 80), .closed])
    #expect(taken == [true, true])
    #expect(departure.mayLeadBack)
  }

  @Test func `Alt+Z in a chat keeps the agent here`() {
    var departure = begun()
    departure.summon()
    #expect(!departure.mayLeadBack)
    let taken = departure.take([enter])
    #expect(taken == [true])
  }

  @Test func `A phrase is on its way until it is heard of, and so is each of two`() {
    var departure = begun()
    departure.begin(leadingBack: true)
    departure.end(sent)
    #expect(departure.underWay == 1)
    #expect(departure.shortfall(isOutputPending: false) == .notSent(nil))
    departure.end(sent)
    #expect(departure.underWay == 0)
    #expect(departure.shortfall(isOutputPending: false) == nil)
  }

  @Test func `Bytes that the terminal has not taken are a phrase that is not sent`() {
    var departure = begun()
    departure.end(Delivered(.askedTerminal(overMosh: false), title: "t"))
    #expect(departure.shortfall(isOutputPending: true) == .notSent(nil))
    #expect(departure.shortfall(isOutputPending: false) == nil)
  }

  @Test func `A failure is told until another phrase goes out`() {
    var departure = begun()
    departure.end(failed)
    #expect(departure.shortfall(isOutputPending: false) == .notSent(failed))
    departure.begin(leadingBack: true)
    departure.end(sent)
    #expect(departure.shortfall(isOutputPending: false) == nil)
  }

  @Test func `A refusal is no failure: the clipboard has the phrase`() {
    var departure = begun()
    departure.end(
      Delivered(
        .refused(reason: "gone", instead: .copied(by: "xclip", alsoToTmux: false)), title: "t"))
    #expect(departure.failure == nil)
  }

  @Test func `What is heard of a phrase that nobody handed over counts for none`() {
    var departure = Departure()
    departure.end(sent)
    departure.begin(leadingBack: false)
    #expect(departure.underWay == 1)
  }
}

extension Departure {
  /// Which of these the desk gets.
  fileprivate mutating func take(_ inputs: [Input]) -> [Bool] {
    inputs.map { admits($0) }
  }
}
