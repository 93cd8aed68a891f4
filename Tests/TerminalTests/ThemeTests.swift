import CNcurses
import Desk
import Testing

@testable import Terminal

@Suite struct ThemeTests {
  private let plain = Theme(hasColours: false)
  private let coloured = Theme(hasColours: true)

  @Test func `Without colours there are only attributes`() {
    for role in Role.allCases {
      for isSelected in [false, true] {
        #expect(plain.look(of: Style(role, isSelected: isSelected)).pair == 0)
      }
    }
  }

  @Test func `Selection shows without colour, in every role`() {
    for role in Role.allCases {
      let selected = plain.look(of: Style(role, isSelected: true)).attributes
      #expect(selected & cncurses_reverse() != 0, "\(role)")
      #expect(selected != plain.look(of: Style(role)).attributes, "\(role)")
    }
  }

  @Test func `What must stand out does so without colour`() {
    let text = plain.look(of: .text)
    for role in [Role.heading, .focusedHeading, .match, .error, .selectedInput, .input, .key] {
      #expect(plain.look(of: Style(role)) != text, "\(role)")
    }
    #expect(plain.look(of: Style(.heading)) != plain.look(of: Style(.focusedHeading)))
    #expect(plain.look(of: Style(.input)) != plain.look(of: Style(.selectedInput)))
  }

  @Test func `Colours are among those that are set up`() {
    for role in Role.allCases {
      let pair = coloured.look(of: Style(role)).pair
      #expect(pair == 0 || Theme.pairs.contains(pair))
    }
  }
}
