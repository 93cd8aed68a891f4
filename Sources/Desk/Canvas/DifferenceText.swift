import Phrases

/// A text with what went and what came in it: `please [-send-]{+show+} us`, told apart without colours.
struct DifferenceText: Equatable, Sendable {
  private struct Stretch: Equatable, Sendable {
    let range: Range<Int>
    let role: Role
  }

  let text: String
  /// What is not as it was, in scalars of the text.
  private var stretches: [Stretch] = []

  init(from before: String, to after: String) {
    var text = ""
    var count = 0
    for piece in TextDifference(from: before, to: after).pieces {
      let (words, role): (String, Role) =
        switch piece {
        case .kept(let words): (words, .text)
        case .removed(let words): ("[-\(words)-]", .warning)
        case .added(let words): ("{+\(words)+}", .match)
        }
      text += words
      let length = words.unicodeScalars.count
      if role != .text { stretches.append(Stretch(range: count..<count + length, role: role)) }
      count += length
    }
    self.text = text
  }

  func role(of glyph: Glyph) -> Role {
    stretches.first { $0.range.overlaps(glyph.source) }?.role ?? .text
  }
}
