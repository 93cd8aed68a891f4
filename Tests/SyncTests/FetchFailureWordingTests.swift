import Phrases
import Testing

@testable import Sync

struct FetchFailureWordingTests {
  static let hostile = "\u{1B}]0;x\u{07}\u{202E}evil\n" + String(repeating: "long ", count: 500)

  static let reasons: [FetchFailure.Reason] =
    [
      .notFound, .noRights, .tooLarge(limit: 268_435_456), .timedOut(seconds: 15), .isFolder,
      .notReadable(errno: 5), .noLibrary, .notAnAddress, .needsTLS(host: hostile),
      .noSuchHost(hostile), .noConnection(hostile), .refused(status: 418),
      .serverError(status: 503), .tooManyRequests, .needsCredentials(status: 401),
      .proxy(host: hostile, status: nil), .proxy(host: hostile, status: 407),
      .proxy(host: hostile, status: 502), .isPage, .noGit, .git(detail: hostile),
      .foreignRepository(path: hostile),
      .unpacksTooLarge(limit: 268_435_456), .repositoryTooLarge(limit: 268_435_456),
      .sharedToken(variable: hostile, names: ["公司", "部门"]),
      .noSuchRef(hostile), .noSuchFileInRef(path: hostile, ref: hostile),
    ]
    + [.expired, .otherHost, .unknownIssuer, .badCertificateFile, .other(hostile)]
    .map { .notTrusted($0) }
    + [.tooMany(5), .toNowhere, .notWeb, .downgrade(host: hostile), .nearer(host: hostile)]
    .map { .badRedirect($0) }
    + [
      .cutShort, .empty, .noAnswer, .notHTTP, .headersTooLong(limit: 9), .noLength, .tooLong,
      .badChunks, .badGzip, .inflates(limit: 100), .coding(hostile), .unasked(status: 206),
      .other(code: 92),
    ].map { .broken($0) }

  @Test(arguments: Language.allCases)
  func `Every failure has one sentence of its own that is safe to print`(_ language: Language) {
    let sentences = Self.reasons.map { FetchFailure($0).sentence(language, source: "公司") }
    #expect(Set(sentences).count == Self.reasons.count)
    for sentence in sentences {
      #expect(sentence.hasPrefix("公司"))
      #expect(sentence.hasSuffix(language == .chinese ? "。" : "."))
      #expect(SafeText.visible(sentence) == sentence)
      #expect(sentence.unicodeScalars.count < 500)
    }
  }

  @Test func `How long to wait is said`() {
    let failure = FetchFailure(.tooManyRequests, retryAfter: 120)
    #expect(failure.sentence(.english, source: "kb").contains("120 s"))
    #expect(failure.sentence(.chinese, source: "kb").contains("120 秒"))
  }

  @Test(arguments: [
    ("https://desk:pass@kb.example/a.csv", "https://kb.example/a.csv"),
    ("https://a:b@c@kb.example/a.csv#top", "https://kb.example/a.csv?…"),
    ("https://kb.example/a.csv?X-Amz-Signature=1f", "https://kb.example/a.csv?…"),
    ("https://kb.example?token=1", "https://kb.example?…"),
    (
      "git+https://me:pass@git.example//kb.csv?ref=main", "git+https://git.example//kb.csv?ref=main"
    ),
    ("/srv/kb@office.csv", "/srv/kb@office.csv"), ("http://", "http://"), ("公司", "公司"),
  ])
  func `An address is shown without its secrets`(_ address: String, _ shown: String) {
    #expect(Shown.address(address) == shown)
  }
}
