import Foundation
import Testing

@testable import Session

/// The agent's own editor, in place of which a script writes.
@Suite struct OutsideEditorTests {
  private let folder = FileManager.default.temporaryDirectory
    .appending(path: "phrasedesk-editor-\(UUID().uuidString)").path

  private func edited(_ text: String, by script: String) throws -> String? {
    let editor = try #require(OutsideEditor(environment: ["EDITOR": script], folder: folder))
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let result = editor.edit(text)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
    return result
  }

  @Test func `What the program saves is the text, without the break that ends a file`() throws {
    #expect(try edited("您好", by: "sh -c 'printf \"再见\\n\" >> \"$0\"'") == "您好再见")
    #expect(try edited("一\n二\n", by: "true") == "一\n二")
    // Most editors put a new file in the place of the old one.
    #expect(
      try edited("x", by: "sh -c 'echo neu > \"$0.new\" && mv \"$0.new\" \"$0\"'") == "neu")
  }

  @Test func `Only the agent can read the text while it is edited`() throws {
    #expect(try edited("x", by: "sh -c 'stat -c %a \"$0\" > \"$0\"'") == "600")
  }

  @Test(arguments: ["false", "sh -c 'exit 1'", "no-such-program-here", "sh -c 'rm \"$0\"'"])
  func `A program that fails, or takes the text away, gives none`(script: String) throws {
    #expect(try edited("x", by: script) == nil)
  }

  @Test func `What is no text, or too long for a field, is none`() throws {
    #expect(try edited("x", by: "sh -c 'printf \"\\377\" > \"$0\"'") == nil)
    #expect(try edited("x", by: "sh -c 'head -c 65537 /dev/zero | tr \"\\0\" a > \"$0\"'") == nil)
    #expect(OutsideEditor(environment: [:], folder: nil) == nil)
  }

  @Test func `The terminal is lent for it, and the desk shows what came`() throws {
    let player = try LoopPlayer(
      to: .clipboard,
      editor: OutsideEditor(
        environment: ["VISUAL": "sh -c 'echo 从编辑器来的 > \"$0\"'"], folder: folder))
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try player.press("fhyc<A-e><A-a>")
    #expect(player.screen.deeds.contains(.lent))
    #expect(player.text.contains("从编辑器来的"))
  }
}
