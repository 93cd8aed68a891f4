import Clipboard
import Desk
import Search
import Settings
import Testing

/// The words of the configuration file are those of the modules that act on them.
struct WordsTests {
  private func words<Choice: CaseIterable & RawRepresentable<String>>(
    _ type: Choice.Type
  ) -> [String] {
    type.allCases.map(\.rawValue)
  }

  @Test func `Everything that can be chosen can be done, and everything that can be done chosen`() {
    #expect(words(ClipboardChoice.self) == words(Way.self))
    #expect(words(ThemeSetting.self) == words(ThemeChoice.self))
    #expect(words(FuzzySoundChoice.self) == words(FuzzySound.self))
    #expect(words(DoublePinyinChoice.self) == words(DoublePinyin.self))
  }

  @Test func `Without a setting each module does what it does of itself`() {
    let settings = Settings()
    let options = SearchOptions.standard
    #expect(
      settings.search.fuzzySounds.map(\.rawValue).sorted()
        == options.fuzzySounds.map(\.rawValue).sorted())
    #expect(settings.search.doublePinyin?.rawValue == options.doublePinyin?.rawValue)
    #expect(settings.search.forgivesTypos == options.forgivesTypos)
    #expect(settings.osc52Limit == Limits().osc52Bytes)
    #expect(.milliseconds(settings.send.toolMilliseconds) == Limits().perTool)
  }
}
