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
    #expect(theme.pairs.allSatisfy { $0.background == -1 && $0.foreground >= 16 })
  }

  @Test(arguments: [8, 16]) func `Where it has no palette it has no colours of its own`(count: Int)
  {
    #expect(Theme(.standard, colourCount: count).pairs.isEmpty)
  }

  @Test(arguments: [ThemeChoice.dark, .light, .highContrast], [8, 256, 1 << 24])
  func `The others bring one background for every cell`(choice: ThemeChoice, count: Int) {
    let theme = Theme(choice, colourCount: count)
    #expect(Self.styles.allSatisfy { theme.look(of: $0).pair > 0 })
    #expect(Set(theme.pairs.map(\.background)).count == 1)
    #expect(theme.pairs.allSatisfy { $0.background >= 0 })
  }

  @Test func `High contrast dims nothing, and all but what is faint is bold`() {
    let theme = Theme(.highContrast, colourCount: 256)
    for style in Self.styles {
      let attributes = theme.look(of: style).attributes
      #expect(attributes & cncurses_dim() == 0)
      let isFaint = style.role == .faint || style.role == .border
      #expect((attributes & cncurses_bold() != 0) == !isFaint)
    }
  }

  @Test(arguments: ThemeChoice.allCases, [0, 8, 16, 256, 1 << 24])
  func `What is faint looks otherwise than text`(choice: ThemeChoice, count: Int) {
    let theme = Theme(choice, colourCount: count)
    #expect(theme.look(of: Style(.faint)) != theme.look(of: .text))
    #expect(theme.look(of: Style(.border)) != theme.look(of: .text))
  }

  @Test func `Themes with a background mark the cursor themselves`() {
    #expect(!Theme(.standard, colourCount: 256).marksCursor)
    for choice in [ThemeChoice.dark, .light, .highContrast] {
      #expect(Theme(choice, colourCount: 256).marksCursor)
      #expect(Theme(choice, colourCount: 8).marksCursor)
      #expect(!Theme(choice, colourCount: 0).marksCursor)
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

  /// The pair of numbers that a style is drawn in; reversed or not, its contrast is the same.
  private static func pair(of style: Style, in theme: Theme) -> Theme.Pair? {
    let number = Int(theme.look(of: style).pair)
    return number > 0 ? theme.pairs[number - 1] : nil
  }

  @Test(arguments: [(ThemeChoice.dark, 4.5, 3), (.light, 4.5, 3), (.highContrast, 7, 7)])
  func `Every role is readable among 256 colours, and what is faint can be seen`(
    choice: ThemeChoice, least: Double, faintest: Double
  ) throws {
    let theme = Theme(choice, colourCount: 256)
    for style in Self.styles {
      let pair = try #require(Self.pair(of: style, in: theme))
      let isFaint = !style.isSelected && (style.role == .faint || style.role == .border)
      let contrast = Self.contrast(
        Self.components(of: pair.foreground), Self.components(of: pair.background))
      #expect(contrast >= (isFaint ? faintest : least), "\(style)")
      let text = try #require(Self.pair(of: .text, in: theme))
      if isFaint {
        // So that the eye finds the text first.
        let toText = Self.contrast(
          Self.components(of: pair.foreground), Self.components(of: text.foreground))
        #expect(toText >= 1.7, "\(style)")
      }
    }
  }

  /// The default is drawn on what the terminal's owner has chosen, white or black at the extremes.
  @Test(arguments: [[255, 255, 255], [0, 0, 0]] as [[UInt8]])
  func `Every colour of the default is readable on white and on black`(background: [UInt8]) {
    let theme = Theme(.standard, colourCount: 256)
    for style in Self.styles {
      guard let pair = Self.pair(of: style, in: theme) else { continue }
      let contrast = Self.contrast(Self.components(of: pair.foreground), background)
      #expect(contrast >= 4.5, "\(style)")
    }
  }

  /// Why it has none where a terminal has but the first sixteen: what xterm and VTE make of them.
  @Test func `None of the first eight colours is readable on white and on black`() {
    let xterm: [[UInt8]] = [
      [205, 0, 0], [0, 205, 0], [205, 205, 0], [0, 0, 238], [205, 0, 205], [0, 205, 205],
    ]
    let vte: [[UInt8]] = [
      [192, 28, 40], [38, 162, 105], [162, 115, 76], [18, 72, 139], [163, 71, 186], [42, 161, 179],
    ]
    for (ours, theirs) in zip(xterm, vte) {
      let contrasts = [ours, theirs].flatMap { colour in
        [[255, 255, 255], [0, 0, 0]].map { Self.contrast(colour, $0) }
      }
      #expect((contrasts.min() ?? 0) < 4.5)
    }
  }

  /// As xterm and as VTE make them.
  @Test func `Eight colours on their own background are readable`() {
    let eight: [[[UInt8]]] = [
      [
        [0, 0, 0], [205, 0, 0], [0, 205, 0], [205, 205, 0], [0, 0, 238], [205, 0, 205],
        [0, 205, 205], [229, 229, 229],
      ],
      [
        [23, 20, 33], [192, 28, 40], [38, 162, 105], [162, 115, 76], [18, 72, 139],
        [163, 71, 186], [42, 161, 179], [208, 207, 204],
      ],
    ]
    for choice in [ThemeChoice.dark, .light, .highContrast] {
      let theme = Theme(choice, colourCount: 8)
      for pair in theme.pairs {
        for palette in eight {
          let contrast = Self.contrast(
            palette[Int(pair.foreground)], palette[Int(pair.background)])
          #expect(contrast >= 4.5, "\(choice) \(pair)")
        }
      }
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

  private static func components(of index: Int32) -> [UInt8] {
    let (red, green, blue) = XtermPalette.components(of: index)
    return [red, green, blue]
  }

  private static func contrast(_ first: [UInt8], _ second: [UInt8]) -> Double {
    let (light, dark) = (luminance(of: first), luminance(of: second))
    return (max(light, dark) + 0.05) / (min(light, dark) + 0.05)
  }

  private static func luminance(of components: [UInt8]) -> Double {
    let linear = components.map { component -> Double in
      let value = Double(component) / 255
      return value <= 0.03928 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }
}
