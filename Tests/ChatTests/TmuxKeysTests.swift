import ChatTrials
import Testing

@testable import Chat

@Suite(.enabled(if: isOnPath("tmux"), "needs tmux: apt-get install tmux"))
struct TmuxKeysTests {
  @Test(arguments: [("500", true), ("100", true), ("99", false), ("0", false)])
  func `tmux tells how long it waits behind Esc`(time: String, isLong: Bool) throws {
    let tmux = try #require(TmuxServer())
    tmux.run("set-option", "-s", "escape-time", time)
    let keys = TmuxKeys(Running(environment: tmux.paneEnvironment, limit: .seconds(60)))
    #expect(keys?.escapeTime == Int(time))
    #expect(keys?.isEscapeTimeLong == isLong)
    #expect(keys?.terminal == "")
  }

  @Test func `What it answers may be less, or anything`() {
    #expect(TmuxKeys(answer: "500\tVTE(7006)\n")?.terminal == "VTE(7006)")
    #expect(TmuxKeys(answer: "20")?.escapeTime == 20)
    for answer in ["", "\n", "\tx", "no server"] { #expect(TmuxKeys(answer: answer) == nil) }
    #expect(TmuxKeys(Running(environment: ["PATH": "/usr/bin:/bin"])) == nil)
  }
}
