import Search

/// Something about the desk that an agent chooses once and finds again the next morning.
public enum DeskChoice: Hashable, Sendable {
  case theme(ThemeChoice)
  /// The department whose agents' phrases are shown; nil for all.
  case department(String?)
  case doublePinyin(DoublePinyin?)
  case fuzzySounds(Set<FuzzySound>)
  case typos(Bool)
  /// The kind of place that phrases go to; never which pane or window of that kind.
  case destination(Destination)
  case paneWidths(PaneWidths)

  /// The kinds of choices, by which some are locked for everybody.
  public enum Kind: Hashable, Sendable, CaseIterable {
    case theme
    case department
    case doublePinyin
    case fuzzySounds
    case typos
    case destination
    case paneWidths
  }
}

extension Action {
  /// What it chooses, where it chooses anything that is kept.
  var chosen: DeskChoice.Kind? {
    switch self {
    case .switchTheme: .theme
    case .department: .department
    case .switchDoublePinyin: .doublePinyin
    case .switchFuzzySounds: .fuzzySounds
    case .switchTypos: .typos
    case .widenCategories, .narrowCategories, .widenPreview, .narrowPreview: .paneWidths
    case _: nil
    }
  }
}
