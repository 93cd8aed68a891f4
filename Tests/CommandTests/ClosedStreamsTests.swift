import Foundation
import Testing

/// Programs that start others may close standard streams: a cron job, a key of a window manager.
@Suite struct ClosedStreamsTests {
  /// Runs the program by a shell line, in which `$0` is it.
  private func run(_ line: String, in program: Program) throws -> Int32 {
    try spawn(
      "/bin/sh", ["-c", line, Program.path], environment: program.environment,
      input: URL(fileURLWithPath: "/dev/null"), output: program.folder.appending(path: "out"),
      errors: program.folder.appending(path: "errors"))
  }

  @Test func `The desk in lines ends where there is no standard input`() throws {
    let program = try Program()
    defer { program.clean() }
    #expect(try run("exec \"$0\" --plain <&-", in: program) == 0)
  }

  @Test func `No answer goes into a file that took the number of standard output`() throws {
    let program = try Program()
    defer { program.clean() }
    let list = try program.file("list.csv", "id,title,text\n1,退款进度,正在为您查询。\n")
    #expect(try run("exec \"$0\" import \(list) >&- 2>&-", in: program) == 0)
    #expect(try run("exec \"$0\" search tuikuan <&- >&- 2>&-", in: program) == 0)
    let outcome = try program.run("search", "tuikuan")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("退款进度"))
  }
}
