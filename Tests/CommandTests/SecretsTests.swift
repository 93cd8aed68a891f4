import Foundation
import PseudoTerminal
import Store
import Testing

/// What is secret stays out of everything that is printed, and out of other programs.
@Suite struct SecretsTests {
  private static let secrets = ["S16nature", "T0kenOfKB", "Pa55w0rd", "Pr0xyPass"]
  /// Nobody listens there.
  private static let address = "http://127.0.0.1:1/a/kb.csv?sig=S16nature"
  private static let withPassword = "https://wang:Pa55w0rd@127.0.0.1:1/kb.csv?sig=S16nature"

  private func program() throws -> Program {
    let program = try Program(extra: [
      "PHRASEDESK_TOKEN_KB": "T0kenOfKB", "https_proxy": "http://wang:Pr0xyPass@127.0.0.1:1",
    ])
    _ = try program.config(
      "[sync]\nproxy = \"http://wang:Pr0xyPass@127.0.0.1:1\"\ncertificates = 3\n")
    _ = try program.file("etc/phrasedesk/config.toml", "[sync]\nproxy = 3\n")
    let path = program.folder.appending(path: "data/phrasedesk/phrases.sqlite").path
    let store = try Store.open(at: path)
    defer { store.close() }
    #expect(try store.connect(Source(name: "kb", address: Self.address)))
    // As versions of long ago noted it.
    try store.note(
      Source.Failure(since: 1, sentence: "\(Self.address), line 2: no."), ofSource: "kb")
    return program
  }

  @Test func `No secret is in anything that a command says`() throws {
    let program = try program()
    defer { program.clean() }
    let list = try program.file("list.csv", "id,title,text\na,b,c\n")
    let commands: [[String]] = [
      ["sources"], ["doctor"], ["doctor", "--json"], ["sync"], ["sync", "--json"], ["sources"],
      ["doctor"], ["doctor", "--json"], ["versions", "kb"], ["diff", "kb"], ["settings"],
      ["sources", "--first", "kb"], ["sync", "--accept", "kb"], ["data", "export"],
      ["rollback", "kb", "1"], ["disconnect", "kb"],
    ]
    let addressed: [[String]] = [
      ["connect"], ["connect", "--dry-run"], ["check"], ["import"], ["diff", list],
      ["publish", "--yes", list], ["search", "b", "--kb"], ["export", "-", "--kb"],
      ["send", "b", "--kb"],
      ["sources"], ["sync"], ["versions"], ["disconnect"], ["--kb"], ["connect", "--nmae"],
    ]
    let addresses = [
      Self.address, Self.withPassword, "https:/127.0.0.1/a.csv?sig=S16nature",
      "git+https://wang:Pa55w0rd@127.0.0.1:1/r.git//a.csv", "ftp://wang:Pa55w0rd@h/?S16nature",
    ]
    let all = commands + addressed.flatMap { command in addresses.map { command + [$0] } }
    for command in all {
      let outcome = try program.run(command)
      for secret in Self.secrets {
        #expect(
          !outcome.output.contains(secret) && !outcome.errors.contains(secret),
          "\(command): \(outcome.output)\(outcome.errors)")
      }
    }
  }

  @Test func `The command of the settings sees no token`() throws {
    let program = try program()
    defer { program.clean() }
    let seen = program.folder.appending(path: "seen").path
    _ = try program.config(
      "[send]\nto = \"command\"\ncommand = [\"/bin/sh\", \"-c\", \"env > \(seen)\"]\n")
    let list = try program.file("list.csv", "id,title,text\na,b,c\n")
    #expect(try program.run("send", "--kb", list, "--id", "a").status == 0)
    let variables = try String(contentsOfFile: seen, encoding: .utf8)
    #expect(variables.contains("HOME="))
    #expect(!variables.contains("PHRASEDESK_TOKEN"))
    #expect(!variables.contains("T0kenOfKB"))
  }

  @Test func `A variable of two names goes to neither server`() throws {
    let program = try Program(extra: ["PHRASEDESK_TOKEN___": "T0kenOfKB"])
    defer { program.clean() }
    let path = program.folder.appending(path: "data/phrasedesk/phrases.sqlite").path
    let store = try Store.open(at: path)
    for name in ["公司", "部门"] {
      _ = try store.connect(Source(name: name, address: "http://127.0.0.1:1/\(name).csv"))
    }
    store.close()
    let outcome = try program.run("sync")
    #expect(outcome.status == 4)
    #expect(outcome.errors.contains("公司: the variable PHRASEDESK_TOKEN___ is that of 公司 and 部门"))
    #expect(outcome.errors.contains("部门: the variable PHRASEDESK_TOKEN___ is that of 部门 and 公司"))
    let third = try program.run("connect", "http://127.0.0.1:1/x.csv", "--name", "售后")
    #expect(third.errors.contains("PHRASEDESK_TOKEN__552E__540E_ for 售后"))
  }

  @Test func `Folders that others may write to are not used, and it is said so`() throws {
    let program = try program()
    defer { program.clean() }
    func mode(_ name: String, _ mode: Int) throws {
      let folder = program.folder.appending(path: name)
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: folder.path)
    }
    for name in ["state", "cache", "config", "data/phrasedesk/backups:"] {
      let folder = name.hasSuffix(":") ? String(name.dropLast()) : name + "/phrasedesk"
      try mode(folder, 0o777)
      let said = try program.run("doctor").output
      #expect(said.contains("\(folder) can be written by everybody"), "\(said)")
      try mode(folder, 0o700)
    }
    try mode("data/phrasedesk", 0o777)
    let refused = try program.run("sources")
    #expect(refused.status == 5)
    #expect(refused.errors.contains("chmod go-w"))
    try mode("data/phrasedesk", 0o700)
    #expect(try program.run("sources").status == 0)
  }

  @Test func `What is exported onto a terminal cannot act on it, and is whole in a pipe`() throws {
    let program = try Program()
    defer { program.clean() }
    let text = "a\u{1B}]0;owned\u{07}\u{9B}31m\u{202E}b\u{200B}"
    let list = try program.file("list.csv", "id,title,text\n1,标题,\(text)\n2,two,\"a\nb\"\n")
    let piped = try program.run("export", "--kb", list, "-")
    #expect(piped.output.unicodeScalars.contains("\u{202E}"))
    let terminal = try PseudoTerminal(rows: 24, columns: 80)
    let child = try terminal.start(
      Program.path, ["export", "--kb", list, "-"], environment: program.environment)
    #expect(terminal.wait { child.look() != nil })
    terminal.pump(milliseconds: 100)
    let shown = String(decoding: terminal.output, as: UTF8.self)
    #expect(shown.contains("标题"))
    for scalar in ["\u{1B}", "\u{07}", "\u{9B}", "\u{202E}", "\u{200B}"] as [Unicode.Scalar] {
      #expect(!shown.unicodeScalars.contains(scalar))
    }
  }
}
