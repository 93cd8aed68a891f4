import CNcurses
import Desk
import Glibc
import Testing

@testable import Terminal

@Suite struct ThemeTests {
  private static let styles = Role.allCases.flatMap { role in
    [false, true].map { Style(role, isSelected: $0) }
  }

  @Test(arguments: ThemeChoice.allCases)
  func `Without colours there are only attributes`(choice: ThemeChoice) {
    let theme = Theme(choice, colourCount: 0)
    #expect(theme.pairs.isEmpty)
    #expect(Self.styles.allSatisfy { theme.look(of: $0).pair == 0 })
  }

  @Test(arguments: ThemeChoice.allCases)
  func `Selection shows without colour, in every role`(choice: ThemeChoice) {
    let plain = Theme(choice, colourCount: 0)
    for role in Role.allCases {
      let selected = plain.look(of: Style(role, isSelected: true)).attributes
      #expect(selected & cncurses_reverse() != 0, "\(role)")
      #expect(selected != plain.look(of: Style(role)).attributes, "\(role)")
    }
  }

  @Test(arguments: ThemeChoice.allCases)
  func `What must stand out does so without colour`(choice: ThemeChoice) {
    let plain = Theme(choice, colourCount: 0)
    let text = plain.look(of: .text)
    for role in [Role.focusedHeading, .match, .error, .selectedInput, .input] {
      #expect(plain.look(of: Style(role)) != text, "\(role)")
    }
    #expect(plain.look(of: Style(.heading)) != plain.look(of: Style(.focusedHeading)))
    #expect(plain.look(of: Style(.input)) != plain.look(of: Style(.selectedInput)))
  }

  @Test(arguments: ThemeChoice.allCases, [8, 16, 256, 1 << 24])
  func `Colours are among those that are set up, and those the terminal has`(
    choice: ThemeChoice, count: Int
  ) {
    let theme = Theme(choice, colourCount: count)
    for style in Self.styles {
      #expect((0...theme.pairs.count).contains(Int(theme.look(of: style).pair)))
    }
    for pair in theme.pairs {
      for colour in [pair.foreground, pair.background] {
        #expect((-1..<Int32(count)).contains(colour))
        #expect(count >= 256 || colour < 8)
      }
    }
  }

  @Test func `The default leaves text and background to the terminal`() {
    let theme = Theme(.standard, colourCount: 256)
    #expect(theme.look(of: .text).pair == 0)
    #expect(theme.pairs.allSatisfy { $0.background == -1 && (1...6).contains($0.foreground) })
  }

  @Test(arguments: [ThemeChoice.dark, .light, .highContrast], [8, 256, 1 << 24])
  func `The others bring one background for every cell`(choice: ThemeChoice, count: Int) {
    let theme = Theme(choice, colourCount: count)
    #expect(Self.styles.allSatisfy { theme.look(of: $0).pair > 0 })
    #expect(Set(theme.pairs.map(\.background)).count == 1)
    #expect(theme.pairs.allSatisfy { $0.background >= 0 })
  }

  @Test func `High contrast dims nothing and is bold throughout`() {
    let theme = Theme(.highContrast, colourCount: 256)
    for style in Self.styles {
      let attributes = theme.look(of: style).attributes
      #expect(attributes & cncurses_dim() == 0)
      #expect(attributes & cncurses_bold() != 0)
    }
  }

  /// Many terminals show bold black as dark grey, where they have no more than 16 colours.
  @Test(arguments: [8, 16]) func `Light is nowhere bold where bold may be brighter`(count: Int) {
    let theme = Theme(.light, colourCount: count)
    for style in Self.styles {
      #expect(theme.look(of: style).attributes & cncurses_bold() == 0)
    }
    #expect(theme.look(of: Style(.heading)) != theme.look(of: .text))
  }

  // MARK: - Contrast, by WCAG 2.1's definitions of contrast ratio and relative luminance

  @Test(arguments: [(ThemeChoice.dark, 4.5), (.light, 4.5), (.highContrast, 7)])
  func `Every pair of 256 colours is readable`(choice: ThemeChoice, least: Double) {
    for pair in Theme(choice, colourCount: 256).pairs {
      #expect(Self.contrast(pair.foreground, pair.background) >= least, "\(pair)")
    }
  }

  @Test func `A terminal of true colours is told the same colours`() {
    for choice in ThemeChoice.allCases {
      let indexed = Theme(choice, colourCount: 256).pairs
      let direct = Theme(choice, colourCount: 1 << 24).pairs
      #expect(indexed.count == direct.count)
      for (index, pair) in indexed.enumerated() where pair.foreground >= 16 {
        let (red, green, blue) = XtermPalette.components(of: pair.foreground)
        let number = Int32(red) * 65_536 + Int32(green) * 256 + Int32(blue)
        #expect(direct[index].foreground == number)
      }
    }
  }

  private static let known: [(index: Int32, components: [UInt8])] = [
    (16, [0, 0, 0]), (231, [255, 255, 255]), (22, [0, 95, 0]), (210, [255, 135, 135]),
    (232, [8, 8, 8]), (255, [238, 238, 238]),
  ]

  @Test func `The palette is xterm's`() {
    for (index, components) in Self.known {
      let (red, green, blue) = XtermPalette.components(of: index)
      #expect([red, green, blue] == components)
    }
  }

  private static func contrast(_ first: Int32, _ second: Int32) -> Double {
    let (light, dark) = (luminance(of: first), luminance(of: second))
    return (max(light, dark) + 0.05) / (min(light, dark) + 0.05)
  }

  private static func luminance(of index: Int32) -> Double {
    func linear(_ component: UInt8) -> Double {
      let value = Double(component) / 255
      return value <= 0.03928 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    let (red, green, blue) = XtermPalette.components(of: index)
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }
}
