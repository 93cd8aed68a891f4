import Phrases
import Search
import Store

/// The phrases as an open desk shows them, and what was in the store that they were made of.
struct ShownPhrases {
  private(set) var library: Library
  private(set) var origin: Origin
  var standing: Standing
  /// What was told of what the agent has arranged.
  var arranged: Arranged

  init(_ opened: Opening.Opened, in library: Library) {
    self.library = library
    origin = opened.origin
    standing = opened.standing
    arranged = opened.arranged
  }

  /// Builds anew, of everything.
  init(_ opened: Opening.Opened) {
    self.init(opened, in: Library.built(of: opened.phrases))
  }

  /// Changes a few, whose work is the library's for these alone.
  mutating func apply(_ few: FewChanges) {
    library = library.applying(removing: few.removed, adding: few.written)
  }
}
