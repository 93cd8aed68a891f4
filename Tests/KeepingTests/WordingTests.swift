import Phrases
import Store
import Sync
import Testing

@testable import Keeping

@Suite struct WordingTests {
  static let openingErrors: [OpeningError] = [
    .noSuchFile(path: "p"), .noRights(path: "p"), .isFolder(path: "p"), .noSuchFolder(path: "p"),
    .diskFull(path: "p"), .sizeLimit(path: "p"), .exists(path: "p"),
    .tooLarge(path: "p", limit: 1 << 20), .notReadable(path: "p", errno: 5), .isAddress("p"),
    .badFile(
      KnowledgeBaseError(
        file: "p", findings: [Finding(problem: .emptyFile)], count: 1)),
    .badAddress(.unknownScheme), .notFetched(FetchFailure(.notFound), name: "p"),
    .store(.busy(path: "p")), .noHome, .noSuchDepartment("p", known: []),
    .noSuchDepartment("p", known: ["q"]),
  ]

  static let remarks: [Remark] = [
    .store(.readOnly(path: "p")), .gone(path: "/a/b"), .unusable(.busy(path: "p")),
    .noCopy(.busy(path: "p")),
    .notRecorded(.busy(path: "p")), .usageNotRead(.busy(path: "p")), .notOpened(.noHome),
    .assumed(
      Finding(problem: .assumedEncoding(EncodingSample(encoding: .gb18030, text: "x"))), file: "p"),
  ]

  @Test(arguments: Language.allCases)
  func `Every error has a sentence in every language`(language: Language) {
    let sentences =
      Self.openingErrors.map { $0.sentence(language) }
      + Self.remarks.map { $0.sentence(language) }
      + [OwnFailure.openedForOnce, .noHome, .store(.busy(path: "p"))].map { $0.sentence(language) }
    #expect(!sentences.contains { $0.isEmpty })
  }
}
