import Chat
import ChatTrials
import Phrases
import Testing

/// Attacks, through real programs in a real tmux.
///
/// Every tenth phrase, and none of a megabyte: `lab torture --only P1` sends all of them.
@Suite(.enabled(if: isOnPath("tmux"), "needs tmux: apt-get install tmux"))
struct AttackTests {
  @Test func `There are two hundred attacks, and each is a phrase when it is sanitised`() {
    #expect(AttackPhrases.all.count == 200)
    #expect(Set(AttackPhrases.all).count == 200)
    #expect(AttackPhrases.all.allSatisfy { !SafeText.sendable($0).isEmpty })
  }

  @Test(arguments: PaneProgram.allCases.filter { $0.missingPackage == nil })
  func `An attack arrives as a text or not at all, and nothing is done`(
    program: PaneProgram
  ) throws {
    let trial = try PaneTrial(program)
    for (number, phrase) in AttackPhrases.all.enumerated()
    where number % 10 == 7 && phrase.utf8.count < 10_000 {
      let text = SafeText.sendable(phrase)
      do {
        let outcome = try trial.send(text)
        #expect(AttackTests.expected(text, in: program) == outcome, "\(number)")
      } catch {
        Issue.record("\(number) \(phrase.prefix(60).debugDescription): \(error)")
      }
    }
  }

  /// Python's prompt takes no brackets; a device that gathers lines keeps 4,095 bytes.
  private static func expected(_ text: String, in program: PaneProgram) -> PaneTrial.Outcome {
    switch program {
    case .bash, .zsh, .vim: return .arrived
    case .python: return text.contains { "\n\t".contains($0) } ? .refused(.entersLines) : .arrived
    case .dash, .cat:
      // Each line break is quoted.
      let count = text.utf8.count + text.utf8.count { $0 == 0x0A }
      return count > 3_840 ? .refused(.tooLongForLine(bytes: count, limit: 3_840)) : .arrived
    }
  }
}
