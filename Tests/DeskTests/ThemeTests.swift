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
      #expect(player.effects.last == .useTheme(theme))
      #expect(player.screen.contains("Colours, on this desk: \(name)."))
    }
  }

  @Test func `It goes on from the theme that the desk was opened with`() {
    var desk = Desk(theme: .light)
    #expect(desk.perform(.switchTheme, digit: nil) == [.useTheme(.highContrast)])
  }
}
