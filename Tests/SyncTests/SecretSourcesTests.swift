import Foundation
import Phrases
import Store
import Testing

@testable import Sync

/// What is said of a source whose address is a secret.
@Suite struct SecretSourcesTests {
  private struct Given: Transport {
    let file: String

    func fetch(unless known: Sync.Tag?) throws(FetchFailure) -> Fetched {
      .file(FetchedFile(bytes: Array(file.utf8), tag: nil))
    }
  }

  /// A name, a password and a signature; such an address is refused today, and may stand in an old store.
  private static let address = "https://wang:Pa55w0rd@kb.example/a.csv?X-Amz-Signature=S16n"

  /// Files with errors of every kind that a file can be refused for as a whole.
  private static let badFiles = [
    "", "id,text\na,b\na,c\n", "text\n\"open", "<html>log in</html>", "{\"a\": 1}", "[1, 2]", "[{",
    "PK\u{3}\u{4}zip", "title\nno text\n", "\u{0}\u{0}", "{\"phrases\": [{\"text\": [3]}]}",
  ]

  @Test(arguments: Language.allCases)
  func `What is wrong with its file is told and noted without the secret`(
    _ language: Language
  ) throws {
    let scratch = try Scratch()
    let store = try Store.open(at: scratch.path("data/phrases.sqlite"))
    defer { store.close() }
    _ = try store.connect(Source(name: "kb", address: Self.address))
    for file in Self.badFiles {
      let sync = SourceSync(
        store: store, language: language, now: { 100 }, transports: { _ in Given(file: file) })
      let report = try sync.sync(try #require(try store.sources().first))
      guard case .refused = report.outcome else {
        Issue.record("\(file) was taken: \(report.outcome)")
        continue
      }
      let noted = try #require(try store.sources().first?.failure?.sentence)
      var dumped = ""
      dump(report.outcome, to: &dumped)
      for said in [report.sentence(language), noted, dumped] {
        #expect(said.contains("kb.example"), "\(said)")
        for secret in ["S16n", "Pa55w0rd", "wang"] { #expect(!said.contains(secret), "\(said)") }
      }
    }
  }

  @Test func `What an older version noted with the secret in it is read without`() throws {
    let scratch = try Scratch()
    let store = try Store.open(at: scratch.path("data/phrases.sqlite"))
    defer { store.close() }
    _ = try store.connect(Source(name: "kb", address: Self.address))
    let failure = Source.Failure(since: 1, sentence: "\(Self.address), line 2: no text.")
    try store.note(failure, ofSource: "kb")
    #expect(
      try store.sources().first?.failure?.sentence
        == "https://kb.example/a.csv?…, line 2: no text.")
  }

  @Test func `What git says is cleared of the addresses in it`() {
    let complaint = GitComplaint(
      Array("fatal: cannot use 'https://wang:Pa55w0rd@h/r.git/?private_token=S16n' here\n".utf8))
    let sentence = complaint.failure(.exited(status: 128, output: []))
      .sentence(.english, source: "kb")
    #expect(sentence.contains("'https://h/r.git/?…' here"))
  }

  @Test(arguments: [
    ("http://wang:Pa55w0rd@proxy:3128", "proxy:3128"), ("wang:Pa55w0rd@proxy:3128", "proxy:3128"),
    ("http://wang:Pa/55w@0rd@proxy:3128/", "proxy:3128"), ("socks5h://a:b@[::1]:1", "[::1]:1"),
    ("proxy", "proxy"),
  ])
  func `Of a proxy only the host is told`(_ proxy: String, _ host: String) throws {
    let curl = try #require(CurlLibrary.shared)
    let request = HTTPRequest(
      address: try WebAddress("http://h/", curl), proxy: proxy, credentials: nil, headers: [],
      isConditional: false, redirectedFrom: nil, milliseconds: 1)
    #expect(request.proxyHost == host)
  }
}
