import Phrases
import Store
import Sync
import Testing

@testable import Keeping

@Suite struct WordingTests {
  static let openingErrors: [OpeningError] = [
    .noSuchFile(path: "p"), .noRights(path: "p"), .isFolder(path: "p"), .noSuchFolder(path: "p"),
    .diskFull(path: "p"), .exists(path: "p"),
    .tooLarge(path: "p", limit: 1 << 20), .notReadable(path: "p", errno: 5), .isAddress("p"),
    .badFile(
      KnowledgeBaseError(
        file: "p", findings: [Finding(problem: .emptyFile, line: 1, column: 1)], count: 1)),
    .badAddress(.unknownScheme), .notFetched(FetchFailure(.notFound), name: "p"),
    .store(.busy(path: "p")), .noHome, .noSuchDepartment("p", known: []),
    .noSuchDepartment("p", known: ["q"]),
  ]

  @Test(arguments: Language.allCases)
  func `Every error has a sentence in every language`(language: Language) {
    let sentences =
      Self.openingErrors.map { $0.sentence(language) }
      + [UsageSentence.notRecorded(.busy(path: "p")), .notRead(.busy(path: "p"))]
      .map { $0.sentence(language) }
    #expect(!sentences.contains { $0.isEmpty })
  }
}
