import Clipboard
import Desk
import Search
import Settings
import Terminal

/// The words of the configuration file as values of the modules that act on them; that each word has one is
/// tested (`WordsTests`).
extension Context {
  /// How the agent types, and how forgiving a search is.
  var searchOptions: SearchOptions {
    let search = settings.search
    return SearchOptions(
      fuzzySounds: Set(search.fuzzySounds.compactMap { FuzzySound(rawValue: $0.rawValue) }),
      doublePinyin: search.doublePinyin.flatMap { DoublePinyin(rawValue: $0.rawValue) },
      forgivesTypos: search.forgivesTypos)
  }

  var theme: ThemeChoice { ThemeChoice(rawValue: settings.theme.rawValue) ?? .standard }

  var ambiguousWidth: ScreenOptions.AmbiguousWidth {
    switch settings.ambiguousWidth {
    case 1: .one
    case 2: .two
    default: .auto
    }
  }

  var borders: ScreenOptions.Borders {
    switch settings.borders {
    case .unicode: .unicode
    case .ascii: .ascii
    }
  }

  /// What is asked for before anything else, nil for the best here.
  var clipboardWay: Way? { settings.clipboard.flatMap { Way(rawValue: $0.rawValue) } }
}

extension Destination {
  init(_ setting: SendTarget) {
    self =
      switch setting {
      case .clipboard: .clipboard
      case .pane: .pane(id: nil)
      case .window: .window
      case .command: .command
      }
  }
}
