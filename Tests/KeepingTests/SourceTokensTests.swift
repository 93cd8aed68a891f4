import Foundation
import Store
import Sync
import TestFolder
import Testing

@testable import Keeping

@Suite struct SourceTokensTests {
  private static func source(_ name: String, on host: String = "kb.example") -> Source {
    Source(name: name, address: "https://\(host)/\(name).csv")
  }

  /// The token that a source gets.
  private func token(
    _ name: String, among names: [String], _ environment: [String: String]
  ) throws(FetchFailure) -> Credentials? {
    let connected = names.map { Self.source($0) }
    return try SourceTokens(environment: environment, folder: nil, connected: { connected })
      .credentials(of: Self.source(name))
  }

  private func bearer(_ text: String) -> Credentials? { Secret(text).map(Credentials.bearer) }

  @Test(arguments: [
    ("kb2", "PHRASEDESK_TOKEN_KB2"), ("prod-eu", "PHRASEDESK_TOKEN_PROD_2D_EU"),
    ("prod.eu", "PHRASEDESK_TOKEN_PROD_2E_EU"), ("prod_eu", "PHRASEDESK_TOKEN_PROD_5F_EU"),
    ("Prod", "PHRASEDESK_TOKEN__50_ROD"), ("公司", "PHRASEDESK_TOKEN__516C__53F8_"),
    ("部门", "PHRASEDESK_TOKEN__90E8__95E8_"),
  ])
  func `Each name has a variable of its own`(_ name: String, _ variable: String) throws {
    #expect(TokenVariable(name).name == variable)
    #expect(try token(name, among: ["公司", "prod_eu"], [variable: "t"]) == bearer("t"))
  }

  @Test func `No two names have the same variable`() {
    let pieces = ["a", "A", "2d", "_", "-", ".", "公", "é", "e\u{301}", "_2d_"]
    let names = pieces.flatMap { one in pieces.flatMap { two in pieces.map { one + two + $0 } } }
    let scalars = Set(names.map { $0.unicodeScalars.map(\.value) })
    #expect(Set(names.map { TokenVariable($0).name }).count == scalars.count)
  }

  @Test func `The former spelling is honoured where it is one source's alone`() throws {
    let environment = ["PHRASEDESK_TOKEN___": "t"]
    #expect(try token("公司", among: [], environment) == bearer("t"))
    #expect(try token("公司", among: ["公司", "售后群"], environment) == bearer("t"))
    for name in ["公司", "部门"] {
      #expect(throws: FetchFailure.self) {
        try token(name, among: ["公司", "部门"], environment)
      }
    }
    // It is when the other has one of its own.
    let both = environment.merging([TokenVariable("公司").name: "own"]) { $1 }
    #expect(try token("公司", among: ["公司", "部门"], both) == bearer("own"))
    #expect(try token("部门", among: ["公司", "部门"], both) == bearer("t"))
  }

  @Test func `The variable of one that another had before is refused to both`() throws {
    let environment = ["PHRASEDESK_TOKEN_A_2D_B": "t"]
    #expect(try token("a-b", among: ["a-b"], environment) == bearer("t"))
    for name in ["a-b", "a_2d_b"] {
      #expect(throws: FetchFailure.self) {
        try token(name, among: ["a-b", "a_2d_b"], environment)
      }
    }
  }

  @Test func `A collision names both sources and the variable of each`() {
    let failure = #expect(throws: FetchFailure.self) {
      try token("部门", among: ["公司"], ["PHRASEDESK_TOKEN___": "t"])
    }
    let sentence = failure?.sentence(.english, source: "部门") ?? ""
    for piece in [
      "PHRASEDESK_TOKEN___ ", "部门 and 公司", "PHRASEDESK_TOKEN__516C__53F8_ for 公司",
      "PHRASEDESK_TOKEN__90E8__95E8_ for 部门",
    ] {
      #expect(sentence.contains(piece), "\(sentence)")
    }
  }

  @Test func `Another server gets no token because its file is called like a source`() throws {
    let tokens = SourceTokens(
      environment: ["PHRASEDESK_TOKEN_KB": "t"], folder: nil,
      connected: { [Self.source("kb", on: "kb.example")] })
    #expect(try tokens.credentials(of: Self.source("kb")) == bearer("t"))
    for host in ["other.example", "kb.example:8443", "kb.example.other"] {
      #expect(try tokens.credentials(of: Self.source("kb", on: host)) == nil)
    }
  }

  @Test func `A file is read by the name, and not from a folder that others may write to`() throws {
    let scratch = try Scratch()
    let file = try scratch.file("公司", "filed\nmore\n")
    chmod(file, 0o644)
    let nested = try scratch.nested("tokens", with: file)
    let own = SourceTokens(environment: [:], folder: nested, connected: { [] })
    let failure = #expect(throws: FetchFailure.self) {
      try own.credentials(of: Self.source("公司"))
    }
    #expect(failure?.sentence(.english, source: "公司").contains("chmod 600 \(nested)/公司") == true)
    chmod(nested + "/公司", 0o600)
    #expect(try own.credentials(of: Self.source("公司")) == bearer("filed"))
    #expect(try own.credentials(of: Self.source("部门")) == nil)
    chmod(nested, 0o777)
    #expect(throws: FetchFailure.self) { try own.credentials(of: Self.source("公司")) }
  }
}

extension Scratch {
  /// Moves a file into a new folder.
  fileprivate func nested(_ name: String, with file: String) throws -> String {
    let folder = folder.appending(path: name)
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    try FileManager.default.moveItem(
      at: URL(fileURLWithPath: file),
      to: folder.appending(path: URL(fileURLWithPath: file).lastPathComponent))
    return folder.path
  }
}
