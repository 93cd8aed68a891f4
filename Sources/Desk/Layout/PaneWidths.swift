/// How wide an agent wants the panes beside the list, in cells; 0 is as the screen's width asks for.
public struct PaneWidths: Hashable, Sendable {
  public var categories: Int
  public var preview: Int

  /// In cells; 0 for either leaves that to the screen's width.
  public init(categories: Int = 0, preview: Int = 0) {
    self.categories = categories
    self.preview = preview
  }

  /// By how much one step makes a pane wider or narrower.
  static let step = 2
  /// What is left to each pane, however wide the others are to be.
  static let least = 12
  static let leastOfText = 24
}
