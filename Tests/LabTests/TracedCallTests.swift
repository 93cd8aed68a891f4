import Testing

@testable import lab

struct TracedCallTests {
  private func parsed(_ line: String) -> TracedCall? { TracedCall(line: Array(line.utf8)[...]) }

  @Test func `a write tells its file, its bytes and its place`() throws {
    let line = #"pwrite64(4<\x2f\x61\x29\x2c>, "\x41\x22\x29\x3d", 4, 512) = 4"#
    let call = try #require(parsed(line))
    #expect(call.name == "pwrite64")
    #expect(call.path == "/a),")
    #expect(call.bytes == Array("A\")=".utf8))
    #expect(call.number(3) == 512)
    #expect(call.result == 4)
    #expect(!call.opensForWriting)
  }

  @Test func `a call that failed tells its error's number`() throws {
    let line = #"fdatasync(4<\x2f\x61>)       = -1 EIO (Input/output error) (INJECTED)"#
    let call = try #require(parsed(line))
    #expect(call.path == "/a")
    #expect(call.result == -1)
  }

  @Test(arguments: [
    ("O_RDWR|O_CREAT|O_CLOEXEC, 0600", true), ("O_WRONLY", true), ("O_RDONLY|O_CLOEXEC", false),
  ])
  func `what is opened for writing is told from what is read`(flags: String, isWriting: Bool) throws
  {
    let call = try #require(
      parsed(#"openat(AT_FDCWD<\x2f>, "\x2f\x62", \#(flags)) = 5<\x2f\x62>"#))
    #expect(call.path == "/b")
    #expect(call.result == 5)
    #expect(call.opensForWriting == isWriting)
  }

  @Test func `arguments may hold parentheses`() throws {
    let line = #"newfstatat(3<\x2f\x61>, "", {st_rdev=makedev(0x1, 0x3), ...}, 0x1000) = 0"#
    #expect(try #require(parsed(line)).result == 0)
  }

  @Test func `a process that ended in a call has no result`() throws {
    #expect(try #require(parsed("exit_group(0) = ?")).result == nil)
  }

  @Test(arguments: ["--- SIGKILL {si_signo=SIGKILL} ---", "+++ exited with 0 +++", ""])
  func `other lines are no calls`(line: String) { #expect(parsed(line) == nil) }
}
