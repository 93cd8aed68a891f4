import Foundation

/// A7: what opens a source to whoever has it is in nothing that is printed, drawn or kept beside it.
struct Secrets: TortureTest {
  static let row = "A7"
  static let claim = "no token, signature or password is in any sentence, document, log or report"

  private let plan: TorturePlan

  init(_ plan: TorturePlan) { self.plan = plan }

  private static let token = "t0kenAAAA"
  private static let signature = "s1gnBBBB"
  private static let password = "passCCCC"
  private static let proxyPassword = "pr0xyDDDD"
  private static let all = [token, signature, password, proxyPassword]

  private static let good = Array("id,title,text\na,Hello,We pack today.\n".utf8)
  /// What a server can answer, with its headers and body.
  private static let answers: [(status: String, headers: [String], body: [UInt8])] = [
    ("200 OK", [], good), ("200 OK", [], Array("id,text\na,b\na,c\n".utf8)),
    ("200 OK", [], Array("id,title,text\n".utf8)), ("200 OK", [], [0x69, 0x0A, 0xFF, 0xFE, 0x81]),
    ("200 OK", ["Content-Type: text/html"], Array("<html>".utf8)), ("401 No", [], []),
    ("403 No", [], []), ("404 No", [], []), ("407 Proxy", [], []), ("429 Later", [], []),
    ("500 Broken", [], []), ("503 Broken", ["Retry-After: 7"], []),
    ("200 OK", ["Content-Encoding: br"], good), ("206 Part", [], good),
    ("302 Moved", ["Location: ftp://desk:\(password)@h/?sig=\(signature)"], []),
    ("302 Moved", ["Location: http://desk:\(password)@10.9.9.9:1/?sig=\(signature)"], []),
    ("302 Moved", ["Location: /again?sig=\(signature)"], []),
  ]

  func run() throws -> Report {
    var bounds = Bounds("A7 secrets")
    let server = try LoopbackServer()
    server.start()
    let program = try DeskProgram(plan.program)
    var environment = program.environment
    environment["PHRASEDESK_TOKEN_CRED"] = Secrets.token
    let list = try program.write(Secrets.good, to: "list.csv")
    let host = "127.0.0.1:\(server.port)"
    let address = "http://\(host)/kb.csv?sig=\(Secrets.signature)"
    var (runs, found) = (0, 0)
    func run(_ arguments: [String], _ state: String) {
      for language in ["C.UTF-8", "zh_CN.UTF-8"] {
        environment["LANG"] = language
        let run = CommandRun(program.path, arguments, environment: environment)
        runs += 1
        for secret in Secrets.all where (run.outputText + run.errorText).contains(secret) {
          found += 1
          bounds.complain("\(arguments.prefix(2)) with \(state) said \(secret)")
        }
      }
    }
    server.serve("200 OK", [], Secrets.good)
    run(["connect", address, "--name", "cred"], "a good file")
    let answers = plan.isTenth ? Array(Secrets.answers.prefix(2)) : Secrets.answers
    for (status, headers, body) in answers {
      server.serve(status, headers, body)
      for arguments in Secrets.commands(address, list, program.path) { run(arguments, status) }
    }
    // Passwords in addresses, which are taken for no source, and proxies.
    let withPassword = "http://desk:\(Secrets.password)@\(host)/kb.csv"
    for address in [
      withPassword, "git+https://desk:\(Secrets.password)@\(host)/r.git//kb.csv",
      "https://desk:\(Secrets.password)@h h/kb.csv?sig=\(Secrets.signature)",
      "desk:\(Secrets.password)@\(host)/kb.csv",
      "git+https://\(host)/r.git//kb.csv?sig=\(Secrets.signature)",
    ] {
      for arguments in Secrets.commands(address, list, program.path) {
        run(arguments, "a password")
      }
    }
    try FileManager.default.createDirectory(
      atPath: "\(program.home)/config/phrasedesk", withIntermediateDirectories: true)
    let far = "http://kb.example/kb.csv?sig=\(Secrets.signature)"
    for port in [Int(server.port), 1] {
      _ = try program.write(
        Array("[sync]\nproxy = \"http://desk:\(Secrets.proxyPassword)@127.0.0.1:\(port)\"\n".utf8),
        to: "config/phrasedesk/config.toml")
      for (status, headers, body) in answers {
        server.serve(status, headers, body)
        run(["connect", "--allow-http", "--name", "far", far], "a proxy")
        for arguments in [["sync"], ["doctor", "--json"], ["settings"], ["disconnect", "far"]] {
          run(arguments, "a proxy")
        }
      }
    }
    bounds.add("runs, in two languages", runs)
    bounds.add("secrets in what they print", found, is: 0)
    let (files, kept) = Secrets.kept(in: program.home, except: ["data", "config"])
    bounds.add("files beside the store and the settings", files)
    bounds.add("secrets in them", kept, is: 0)
    return bounds.report
  }

  private static func commands(
    _ address: String, _ list: String, _ notAList: String
  ) -> [[String]] {
    [
      ["sync"], ["sync", "--json"], ["sources"], ["doctor"], ["doctor", "--json"],
      ["versions", "cred"], ["diff", "cred"], ["connect", address, "--name", "cred"],
      ["connect", "--dry-run", address], ["check", address], ["import", "--dry-run", address],
      ["search", "--kb", address, "hello"], ["search", "--json", "--kb", address, "hello"],
      ["send", "--print", "--kb", address, "hello"], ["export", "--kb", address, "-"],
      ["publish", list, address], ["publish", "--dry-run", notAList, address],
      ["sync", address], ["rollback", address, "1"], ["disconnect", address],
    ]
  }

  /// How many files there are below a folder, and how many of them hold a secret.
  private static func kept(in folder: String, except: Set<String>) -> (files: Int, found: Int) {
    var (files, found) = (0, 0)
    let paths = FileManager.default.enumerator(atPath: folder)
    while let path = paths?.nextObject() as? String {
      if except.contains(path) { paths?.skipDescendants() }
      guard let data = FileManager.default.contents(atPath: "\(folder)/\(path)") else { continue }
      files += 1
      let text = String(decoding: data, as: UTF8.self)
      if all.contains(where: text.contains) { found += 1 }
    }
    return (files, found)
  }
}
