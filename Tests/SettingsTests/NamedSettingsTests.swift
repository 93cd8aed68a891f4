import Phrases
import Testing

@testable import Settings

/// The tables whose names are the agents' words.
@Suite struct NamedSettingsTests {
  private func loaded(_ text: String) -> LoadedSettings {
    var loaded = LoadedSettings()
    loaded.add(Array(text.utf8), from: "config.toml")
    return loaded
  }

  @Test func `Values and patterns have names of their own`() {
    let loaded = loaded(
      """
      [values]
      "店铺名称" = "小熊家居"
      "shop name" = "Bear Home"
      [patterns]
      "会员号" = "V[0-9]{6}"
      """)
    #expect(loaded.problems.isEmpty)
    #expect(loaded.settings.values == ["店铺名称": "小熊家居", "shop name": "Bear Home"])
    #expect(loaded.settings.patterns.values(in: "会员 V123456 的").map(\.name) == ["会员号"])
  }

  @Test(arguments: [
    "[values]\nx = 3", "[values]\nx = \"\"", "[patterns]\nx = \"V[0-9\"", "[patterns]\nx = [\"a\"]",
    "[values]\nx = \"\(String(repeating: "a", count: 501))\"",
  ])
  func `What is unusable is said with its line, and not used`(text: String) {
    let loaded = loaded(text)
    #expect(loaded.problems.count == 1 && loaded.problems[0].position?.line == 2)
    #expect(loaded.problems[0].sentence(.english).contains("must be a text"))
    #expect(loaded.settings.values.isEmpty && loaded.settings.patterns.isEmpty)
  }

  @Test func `A file that is read later wins by name`() {
    var loaded = loaded("[values]\na = \"1\"\nb = \"2\"")
    loaded.add(Array("[values]\nb = \"3\"".utf8), from: "other.toml")
    #expect(loaded.settings.values == ["a": "1", "b": "3"])
  }
}
