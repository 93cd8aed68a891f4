import Testing

@testable import Desk

@Suite struct ThemeTests {
  @Test func `The palette switches the theme, one after the other, and says which`() {
    var player = Player()
    for (theme, name) in [
      (ThemeChoice.dark, "dark"), (.light, "light"), (.highContrast, "high contrast"),
      (.standard, "the terminal's own"),
    ] {
      player.press("<C-p>colours<Enter>")
      #expect(player.effects.suffix(2) == [.useTheme(theme), .remember(.theme(theme))])
      #expect(player.screen.contains("Colours: \(name)."))
    }
  }

  @Test func `It goes on from the theme that the desk was opened with`() {
    var desk = Desk(theme: .light)
    #expect(desk.perform(.switchTheme, digit: nil).first == .useTheme(.highContrast))
  }
}
