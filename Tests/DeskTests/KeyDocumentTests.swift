import Foundation
import Testing

@testable import Desk

@Suite struct KeyDocumentTests {
  @Test func `docs/keys.md is what the action table says`() throws {
    let file = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().appending(path: "../../docs/keys.md")
    let document = try String(contentsOf: file, encoding: .utf8)
    #expect(document == Action.document, "swift run lab keys-document > docs/keys.md")
  }
}
