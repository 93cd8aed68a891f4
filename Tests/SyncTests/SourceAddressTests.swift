import Phrases
import Testing

@testable import Sync

@Suite struct SourceAddressTests {
  private func address(_ text: String) throws(AddressFlaw) -> SourceAddress {
    try SourceAddress(text, in: "/srv/here", home: "/srv/wang")
  }

  @Test(arguments: [
    ("phrases.csv", "/srv/here/phrases.csv"),
    ("./-odd.csv", "/srv/here/-odd.csv"),
    ("../kb//./a.csv", "/srv/here/../kb/a.csv"),
    ("~/kb/a.csv", "/srv/wang/kb/a.csv"),
    ("~", "/srv/wang"),
    ("~other/a.csv", "/srv/here/~other/a.csv"),
    ("/srv/话术 库.csv", "/srv/话术 库.csv"),
    ("10:30.csv", "/srv/here/10:30.csv"),
    ("file:///srv/a%20b.csv", "/srv/a b.csv"),
    ("FILE://localhost/srv/a.csv", "/srv/a.csv"),
  ])
  func `paths are made absolute`(_ text: String, _ path: String) throws {
    #expect(try address(text) == .path(path))
    #expect(try address(path).description == path)
  }

  @Test(arguments: [
    ("https://Example.COM/kb.csv", "https://example.com/kb.csv", "https://example.com/kb.csv"),
    ("HTTP://10.0.0.1:8080", "http://10.0.0.1:8080/", "http://10.0.0.1:8080/"),
    ("https://h:443/a?b=c#d", "https://h/a?b=c", "https://h/a?b=c"),
    ("http://h:443/a", "http://h:443/a", "http://h:443/a"),
    ("https://[::1]:8443/a", "https://[::1]:8443/a", "https://[::1]:8443/a"),
    ("https://h?list=1", "https://h/?list=1", "https://h/?list=1"),
    (
      "https://h/话术 1.csv?X-Amz-Signature=a%2Fb", "https://h/话术 1.csv?X-Amz-Signature=a%2Fb",
      "https://h/%E8%AF%9D%E6%9C%AF%201.csv?X-Amz-Signature=a%2Fb"
    ),
  ])
  func `addresses of the web have one form, and another for the wire`(
    _ text: String, _ description: String, _ url: String
  ) throws {
    guard case .web(let web) = try address(text) else {
      Issue.record("not of the web")
      return
    }
    #expect(web.description == description)
    #expect(web.url == url)
    #expect(web.isEncrypted == url.hasPrefix("https:"))
    #expect(try address(description) == .web(web))
  }

  @Test func `the parts of an address of the web are told`() throws {
    guard case .web(let web) = try address("http://Intranet:8080/a") else {
      Issue.record("not of the web")
      return
    }
    #expect(web.host == "intranet")
    #expect(!web.isEncrypted)
  }

  @Test(
    arguments: [
      ("git+https://h/r.git//kb/a.csv?ref=main", "https://h/r.git", "kb/a.csv", "main"),
      ("git+HTTPS://H:443/r.git//a.csv", "https://h/r.git", "a.csv", nil),
      ("git+ssh://git@h:2222/~wang/r//a.csv", "ssh://git@h:2222/~wang/r", "a.csv", nil),
      ("git+file:///srv/kb//in/a.csv?ref=v1%2B2", "file:///srv/kb", "in/a.csv", nil),
      ("git+file:///srv/kb//in/a.csv?ref=feature/x", "file:///srv/kb", "in/a.csv", "feature/x"),
      ("git+https://h/r//a%20b%3F%23%25.csv", "https://h/r", "a b?#%.csv", nil),
      ("git+https://h/r//话术.csv?ref=主分支", "https://h/r", "话术.csv", "主分支"),
    ] as [(String, String, String, String?)])
  func `git addresses are taken apart`(
    _ text: String, _ repository: String, _ path: String, _ ref: String?
  ) throws {
    guard !text.contains("%2B") else {
      #expect(failure { () throws(AddressFlaw) in try address(text) } == .badRef)
      return
    }
    guard case .git(let git) = try address(text) else {
      Issue.record("not of git")
      return
    }
    #expect(git.repository == repository)
    #expect(git.path == path)
    #expect(git.ref == ref)
    #expect(repository.hasPrefix(git.scheme.rawValue + "://"))
    #expect(try address(git.description) == .git(git))
    #expect(try address(git.description).description == git.description)
  }

  static let flawed: [(String, AddressFlaw)] = [
    ("", .empty), ("file://", .empty),
    ("/" + String(repeating: "a", count: 8192), .tooLong),
    ("-oProxyCommand=x", .leadingHyphen), ("https://-x/a", .leadingHyphen),
    ("git+ssh://-oProxyCommand=x/r//a.csv", .leadingHyphen),
    ("git+ssh://-u@h/r//a.csv", .leadingHyphen), ("git+ssh://git@-h/r//a.csv", .leadingHyphen),
    ("git+ssh://h/-r//a.csv", .leadingHyphen), ("git+https://h/r//-a.csv", .leadingHyphen),
    ("git+https://h/r//a.csv?ref=--upload-pack=x", .leadingHyphen),
    ("/a\nb", .hiddenCharacter), ("/a\0b", .hiddenCharacter), ("/a\u{1B}[2Jb", .hiddenCharacter),
    ("/a\u{9B}b", .hiddenCharacter), ("file:///a%00b", .hiddenCharacter),
    ("https://h/a\r\nHost: x", .hiddenCharacter), ("https://h/a%0d%0aHost: x", .hiddenCharacter),
    ("https://h/\u{202E}vsc.a", .hiddenCharacter), ("git+https://h/r%0a//a.csv", .hiddenCharacter),
    ("git+https://h/r//a%0Ab", .hiddenCharacter),
    ("git+https://h/r//a?ref=a%0Ab", .hiddenCharacter),
    ("https://h/50%", .badEscape), ("https://h/%zz", .badEscape), ("https://h/%ff", .badEscape),
    ("ftp://h/a", .unknownScheme), ("ext::sh://x", .unknownScheme),
    ("s3://bucket/a", .unknownScheme),
    ("git://h/r//a.csv", .unknownScheme), ("git+http://h/r//a.csv", .unknownScheme),
    ("javascript://h/a", .unknownScheme),
    ("https:/h/a", .missingSlashes), ("https:h", .missingSlashes),
    ("git+https:h/r//a", .missingSlashes),
    ("https://wang:pass@h/a", .credentials), ("https://token@h/a", .credentials),
    ("https://@h/a", .credentials), ("git+https://wang@h/r//a", .credentials),
    ("git+ssh://git:pass@h/r//a", .credentials), ("https://a@b@h/a", .credentials),
    ("https:///a", .missingHost), ("https://:80/a", .missingHost),
    ("git+ssh:///r//a", .missingHost),
    ("https://h h/a", .badHost), ("https://话术.cn/a", .badHost), ("https://h%2e/a", .badHost),
    ("https://[::1/a", .badHost), ("https://[]/a", .badHost), ("https://h\\@evil/a", .credentials),
    ("https://h:0/a", .badPort), ("https://h:65536/a", .badPort), ("https://h:/a", .badPort),
    ("https://h:80x/a", .badPort), ("https://[::1]8/a", .badPort),
    ("file://server/a", .fileOnHost), ("git+file://server/r//a", .fileOnHost),
    ("git+https://h/r.git", .missingRepositoryPath), ("git+https://h", .missingRepositoryPath),
    ("git+https://h/r?ref=a//b", .missingRepositoryPath),
    ("git@h.example:team/kb.git", .missingRepositoryPath), ("C:\\kb\\a.csv", .windowsPath),
    ("c:/kb/a.csv", .windowsPath), ("\\\\server\\kb\\a.csv", .windowsPath),
    ("git+https://h//a.csv", .missingRepository), ("git+file:////a.csv", .missingRepository),
    ("git+https://h/r//", .emptyPart), ("git+https://h/r//a//b", .emptyPart),
    ("git+https://h/r//a/", .emptyPart), ("git+https://h/r///a", .emptyPart),
    ("git+https://h/r//../a", .dotPart), ("git+https://h/r//a/%2e%2e/b", .dotPart),
    ("git+https://h/r//./a", .dotPart), ("git+https://h/r//a/..", .dotPart),
    ("git+https://h/r//a?branch=x", .unknownOption),
    ("git+https://h/r//a?ref=x&y=z", .unknownOption),
    ("git+https://h/r//a#x", .unknownOption),
    ("git+https://h/r//a?ref=", .badRef), ("git+https://h/r//a?ref=a..b", .badRef),
    ("git+https://h/r//a?ref=a:b", .badRef), ("git+https://h/r//a?ref=%2Ba", .badRef),
    ("git+https://h/r//a?ref=a^{x}", .badRef), ("git+https://h/r//a?ref=a.lock", .badRef),
    ("git+https://h/r//a?ref=@", .badRef), ("git+https://h/r//a?ref=a//b", .badRef),
    ("git+https://h/r//a?ref=.a", .badRef), ("git+https://h/r//a?ref=a@{1}", .badRef),
  ]

  @Test(arguments: flawed)
  func `what is dangerous or meant otherwise is refused`(_ text: String, _ flaw: AddressFlaw) {
    #expect(failure { () throws(AddressFlaw) in try address(text) } == flaw)
  }

  @Test(arguments: [
    (
      "git@git.example.com:team/kb.git//phrases.csv",
      "git+ssh://git@git.example.com/team/kb.git//phrases.csv"
    ),
    ("me@Host:/srv/kb.git//售后.csv?ref=main", "git+ssh://me@host/srv/kb.git//售后.csv?ref=main"),
  ])
  func `the address that git hosts show is taken`(_ text: String, _ whole: String) throws {
    #expect(try address(text).description == whole)
    // A file of that name can still be named.
    #expect(try address("./" + text).description.hasPrefix("/srv/here/"))
  }

  @Test func `an address without its kind is known`() {
    for text in ["kb.example.com/a.csv", "kb.example.com:8080/a.csv", "localhost:8080/a.csv"] {
      #expect(SourceAddress.lacksScheme(text), "\(text)")
    }
    for text in ["/a.b/c.csv", "a.csv", "../kb/a.csv", "kb/a.csv", "话.术/a.csv", "1.2/a.csv"] {
      #expect(!SourceAddress.lacksScheme(text), "\(text)")
    }
  }

  @Test func `every flaw is found by a test`() {
    // Whether there is a file, an address does not know.
    #expect(Set(Self.flawed.map(\.1) + [.missingScheme]) == Set(AddressFlaw.allCases))
  }

  @Test(arguments: [
    ("/srv/售后.v2.csv", "售后.v2"), ("/srv/.csv", ".csv"), ("/srv/kb", "kb"), ("/", ""),
    ("https://h/a/%E8%AF%9D%E6%9C%AF.csv?x=y/z", "话术"), ("https://h/", "h"),
    ("git+https://h/r.git//kb/售前.json?ref=a/b", "售前"),
  ])
  func `a source is named after its file`(_ text: String, _ name: String) throws {
    #expect(try address(text).suggestedName == name)
  }
}

@Suite struct AddressWordingTests {
  @Test(arguments: AddressFlaw.allCases)
  func `every flaw is one sentence in each language`(_ flaw: AddressFlaw) {
    let english = flaw.sentence(.english)
    #expect(english.hasSuffix("."))
    #expect(english.unicodeScalars.allSatisfy { $0.value < 0x80 })
    let chinese = flaw.sentence(.chinese)
    #expect(chinese.hasSuffix("。"))
    #expect(!chinese.contains(". "))
    for sentence in [english, chinese] {
      #expect(!sentence.contains("\n"))
      #expect(!sentence.contains("Optional"))
      // What is wrong, and what to do.
      #expect(sentence.contains(";") || sentence.contains("；"))
    }
  }

  @Test(arguments: Language.allCases) func `no two flaws read the same`(_ language: Language) {
    let sentences = Set(AddressFlaw.allCases.map { $0.sentence(language) })
    #expect(sentences.count == AddressFlaw.allCases.count)
  }
}
