import Foundation
import Testing

/// The first ten minutes.
@Suite struct SetUpTests {
  private let program: Program

  init() throws { program = try Program() }

  @Test func `Enter skips every question, and nothing is another then`() throws {
    let run = try program.run("setup", input: String(repeating: "\n", count: 9))
    #expect(run.status == 0 && run.errors.isEmpty)
    #expect(run.output.contains("Language") && run.output.contains("Where Enter sends"))
    #expect(run.output.contains("Done."))
    #expect(try program.run("settings").output == program.run("settings").output)
    #expect(!FileManager.default.fileExists(atPath: program.path("state/phrasedesk/choices.toml")))
  }

  @Test func `Nobody who answers is no failure`() throws {
    let run = try program.run("setup", input: "")
    #expect(run.status == 0 && run.output.contains("Done."))
  }

  @Test func `What is answered is kept`() throws {
    let file = try program.file(
      "list.csv", "department,title,text\n一组,问候,您好，我是{{客服姓名}}\n二组,告别,再见\n")
    // 中文, a list that is not there, one that is, no other, the second department, a name, no shop, the pane.
    let answers = ["２", "/nowhere.csv", "'\(file)'", "", "9", "2", " 小王 ", "", "2"]
    let run = try program.run("setup", input: answers.joined(separator: "\n") + "\n")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("要使用的话术表") && run.output.contains("请输入 1 到 2 的数字"))
    #expect(run.errors.contains("nowhere"))
    #expect(run.output.contains("设置完成"))
    let choices = try String(
      contentsOfFile: program.path("state/phrasedesk/choices.toml"), encoding: .utf8)
    #expect(choices.contains("department = \"二组\""))
    #expect(choices.contains("send.to = \"pane\"") && choices.contains("language = \"zh\""))
    #expect(try program.run("sources").output.contains("list"))
    #expect(run.output.contains("再加一个，或按 Enter 继续"))
    let sent = try program.run("send", "--print", "问候")
    #expect(sent.output == "您好，我是小王")
    // Asked again it says what there is.
    let again = try program.run("setup", input: "\n")
    #expect(again.output.contains("已连接：list"))
  }

  @Test func `Alt+Z is shown before it is written, and written after a yes alone`() throws {
    let environment = ["TMUX": "/tmp/none,1,0"]
    let skip = String(repeating: "\n", count: 5)
    let no = try program.run(["setup"], input: skip + "n\n", extra: environment)
    #expect(no.output.contains("bind-key") && no.output.contains("tmux.conf"))
    let file = program.path("config/phrasedesk/tmux.conf")
    #expect(!FileManager.default.fileExists(atPath: file))
    let yes = try program.run(["setup"], input: skip + "y\n", extra: environment)
    #expect(yes.status == 0)
    #expect(try String(contentsOfFile: file, encoding: .utf8).contains("bind-key"))
  }
}
