import Chat
import Clipboard
import Desk
import Keeping
import Phrases
import Terminal
import Testing

@testable import Session

@Suite struct WordingTests {
  static let terminalErrors: [TerminalError] = [
    .noTerminal, .unsuitableType(nil), .unsuitableType("dumb"), .unknownType("x"), .noUTF8Locale,
    .system(call: "open", errno: 5),
  ]

  static let refusals: [Refusal] = [
    .noChat, .noTmux, .paneGone("%1"), .takesNoInput("%1"), .takesNoChat("%1"), .entersLines,
    .tooLongForLine(bytes: 2, limit: 1), .toolFailed("wtype"), .noDesktop, .windowGone("xterm"),
    .otherWindow("xterm"), .noCommand, .commandOverran("tee"), .commandFailed("tee", status: 1),
    .commandFailed("tee", status: -1),
  ]

  static let reasons: [Failure.Reason] = [
    .notInstalled, .notStarted(errno: 2), .exited(status: 1), .killed(signal: 9),
    .overran(.milliseconds(1_500)), .leftTextUnread, .holdsAnotherText, .noTimeLeft,
    .tooLong(bytes: 2, limit: 1), .emptyText, .noTerminal,
  ]

  @Test(arguments: Language.allCases)
  func `Every error has a sentence in every language`(language: Language) {
    let sentences =
      Self.terminalErrors.map { $0.sentence(language) }
      + Self.refusals.map { $0.sentence(language) }
      + Self.reasons.map { Failure(way: .xclip, reason: $0).phrase(language) }
      + [
        SessionError.noDescriptors, .notSent(nil),
        .notSent(Delivered(.failed(reasons: []), title: "t")), .terminal(.noTerminal),
        .opening(.noHome),
      ].map { $0.sentence(language) }
    #expect(!sentences.contains { $0.isEmpty })
  }

  @Test func `A chat that is gone is named as the agent knows it, with the key for another`() {
    for refusal in [Refusal.paneGone("%5"), .windowGone("firefox")] {
      for language in Language.allCases {
        let sentence = refusal.sentence(language, of: "Anna")
        #expect(sentence.contains("Anna") && sentence.contains("Alt+T"))
        #expect(!sentence.contains("%5") && !sentence.contains("firefox"))
      }
    }
  }

  @Test func `A window is known by its title, without a count of messages`() {
    var window = Window(desktop: .x11, id: 7, process: 2, kind: "firefox", title: "(3) Anna")
    #expect(window.label == "Anna")
    window.title = "(3) "
    #expect(window.label == "firefox")
  }

  @Test func `A limit is said in seconds`() {
    let failure = Failure(way: .xclip, reason: .overran(.milliseconds(1_500)))
    #expect(failure.phrase(.english) == "xclip gave no answer in 1.5 s")
  }

  @Test func `What is said of a delivery is no more than what is known`() {
    func outcome(_ delivery: Delivery) -> Delivered.Outcome {
      Delivered(delivery, title: "t", .english).outcome
    }
    #expect(
      outcome(Delivery(taken: [Taker(way: .xclip, isVerified: true)]))
        == .copied(by: "xclip", alsoToTmux: false))
    #expect(
      outcome(Delivery(taken: [Taker(way: .tmux), Taker(way: .xclip)]))
        == .copied(by: "xclip", alsoToTmux: true))
    for isOverMosh in [false, true] {
      #expect(
        outcome(Delivery(taken: [Taker(way: .tmux)], isOverMosh: isOverMosh))
          == .handedToTmux(overMosh: isOverMosh))
      #expect(
        outcome(
          Delivery(taken: [Taker(way: .osc52)], terminalSequence: [27], isOverMosh: isOverMosh))
          == .askedTerminal(overMosh: isOverMosh))
    }
    let failed = Failure(way: .tmux, reason: .exited(status: 1))
    let buffered = Taker(way: .tmux, isOnlyBuffered: true)
    #expect(
      outcome(Delivery(taken: [buffered], failures: [failed]))
        == .onlyInTmux(reasons: ["tmux failed (exit code 1)"]))
    #expect(
      outcome(Delivery(taken: [buffered, Taker(way: .osc52)], failures: [failed]))
        == .askedTerminal(overMosh: false))
    #expect(
      outcome(Delivery(failures: [Failure(way: .xclip, reason: .notInstalled)]))
        == .failed(reasons: ["xclip is not installed"]))
  }

  private static let labels: [(edges: Pane.Edges, english: String, chinese: String)] = [
    (.left, "left weechat", "左 weechat"), ([.left, .top], "top left weechat", "左上 weechat"),
    ([.right, .bottom, .top], "right weechat", "右 weechat"),
    ([.left, .right, .bottom], "bottom weechat", "下 weechat"),
    ([.left, .right, .top, .bottom], "weechat", "weechat"), ([], "weechat", "weechat"),
  ]

  @Test(arguments: labels)
  func `A pane is named by where it is seen`(edges: Pane.Edges, english: String, chinese: String) {
    let pane = Pane(server: "/s", id: "%5", process: 1, command: "weechat", edges: edges)
    #expect(pane.label(.english) == english && pane.label(.chinese) == chinese)
  }
}
