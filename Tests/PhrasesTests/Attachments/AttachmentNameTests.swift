import Phrases
import Testing

@Suite struct AttachmentNameTests {
  @Test(arguments: [
    ("size.png", ["size.png"]), (" 图片/尺码表.png ", ["图片", "尺码表.png"]),
    ("图片\\尺码表.png", ["图片", "尺码表.png"]), ("./a/./b.pdf", ["a", "b.pdf"]), ("...", ["..."]),
    ("a..b/c", ["a..b", "c"]), ("%2e%2e/a.png", ["%2e%2e", "a.png"]), ("图:b.png", ["图:b.png"]),
    (".hidden.png", [".hidden.png"]),
  ])
  func `A name is parts below the list's folder`(written: String, parts: [String]) throws {
    #expect(try AttachmentName(written) == .beside(parts))
  }

  @Test(arguments: ["https://img.example/a.png", "HTTP://img.example/../a.png"])
  func `An address is one`(written: String) throws {
    #expect(try AttachmentName(written) == .address(written))
  }

  /// Fifty ways out of a folder, as archives and lists have tried them.
  static let traversals: [String] =
    [
      "..", "../", "../a", "../../etc/passwd", "a/../../b", "a/..", "./../a", "a/b/../../../c",
      "..\\a", "..\\..\\windows\\win.ini", "a\\..\\..\\b", "a/..\\b", "/etc/passwd", "//server/a",
      "\\\\server\\share\\a.png", "\\a.png", "/", "///a", "C:\\a.png", "c:/a.png", "C:a.png", "z:",
      "~/.ssh/id_rsa", "~root/a", "~", "file:///etc/passwd", "FILE://a", "ftp://h/a.png",
      "javascript://a", "smb://h/a", "-rf", "--output=a", "a/-o.png", "-", "a\u{0}.png", "\u{0}",
      "a\u{1B}[2J.png", "a\nb.png", "a\rb", "a\tb", "\u{7F}a", "a\u{85}b", "a/", "a//b", "a\\\\b",
      ".",
      "./", "", "   ", String(repeating: "长", count: 86) + ".png",
    ] + [String(repeating: "a/", count: 2_100) + "b"]

  @Test(arguments: traversals)
  func `What leads elsewhere, or no program may be given, is refused`(written: String) {
    #expect(throws: AttachmentFlaw.self) { try AttachmentName(written) }
  }

  @Test func `A refusal says why`() {
    #expect(throws: AttachmentFlaw.leavesFolder) { try AttachmentName("a/../../b") }
    #expect(throws: AttachmentFlaw.notBesideList) { try AttachmentName("C:\\a.png") }
    #expect(throws: AttachmentFlaw.looksLikeOption) { try AttachmentName("a/-o.png") }
    #expect(throws: AttachmentFlaw.controlInName) { try AttachmentName("a\u{0}.png") }
    #expect(throws: AttachmentFlaw.nameTooLong) {
      try AttachmentName(String(repeating: "长", count: 86))
    }
    #expect(AttachmentNameTests.traversals.count >= 50)
  }

  @Test func `Every flaw has a sentence in both languages`() {
    let flaws: [AttachmentFlaw] = [
      .noName, .nameTooLong, .controlInName, .looksLikeOption, .notBesideList, .leavesFolder,
      .elsewhere, .missing, .notAFile, .linkLeadsOut, .empty, .tooLarge(limit: 20 << 20), .program,
      .unreadable(errno: 5),
    ]
    for flaw in flaws {
      #expect(flaw.sentence(.english).hasSuffix("."))
      #expect(flaw.sentence(.chinese).hasSuffix("。"))
    }
    #expect(AttachmentFlaw.tooLarge(limit: 20 << 20).sentence(.english).contains("20 MB"))
  }
}
