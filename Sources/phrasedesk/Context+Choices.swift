import Desk
import Settings

/// What is chosen at the desk, as settings that are there again the next time.
extension Context {
  /// The kinds of choices that are the same for everybody here.
  var lockedChoices: Set<DeskChoice.Kind> {
    Set(
      DeskChoice.Kind.allCases.filter { kind in
        kind.settings.contains { settings.locked.contains($0.rawValue) }
      })
  }

  /// The department that the agent chose at the desk; nil where an option says another.
  func chosenDepartment(_ options: PhraseOptions) -> String? {
    loaded.chosen.contains(.department) && options.department == nil ? settings.department : nil
  }

  var paneWidths: PaneWidths {
    PaneWidths(categories: settings.categoriesColumns, preview: settings.previewColumns)
  }

  /// Keeps a choice for the next time; a sentence where that is not possible.
  func remember(_ choice: DeskChoice) -> Notice? {
    var chosen = settings
    choice.apply(to: &chosen)
    do throws(FileFault) {
      try RememberedChoices.keep(
        choice.kind.settings, of: chosen, over: loaded.configured, in: folders)
      return nil
    } catch {
      return .sentence(error.notRemembered(language), isError: false)
    }
  }
}

extension DeskChoice {
  var kind: Kind {
    switch self {
    case .theme: .theme
    case .department: .department
    case .doublePinyin: .doublePinyin
    case .fuzzySounds: .fuzzySounds
    case .typos: .typos
    case .destination: .destination
    case .paneWidths: .paneWidths
    }
  }

  fileprivate func apply(to settings: inout Settings) {
    switch self {
    case .theme(let theme): settings.theme = ThemeSetting(rawValue: theme.rawValue) ?? .standard
    case .department(let name): settings.department = name ?? ""
    case .doublePinyin(let scheme):
      settings.search.doublePinyin = scheme.flatMap { DoublePinyinChoice(rawValue: $0.rawValue) }
    case .fuzzySounds(let sounds):
      settings.search.fuzzySounds = Set(
        sounds.compactMap { FuzzySoundChoice(rawValue: $0.rawValue) })
    case .typos(let isForgiving): settings.search.forgivesTypos = isForgiving
    case .destination(let destination): settings.send.to = SendTarget(destination)
    case .paneWidths(let widths):
      settings.categoriesColumns = widths.categories
      settings.previewColumns = widths.preview
    }
  }
}

extension DeskChoice.Kind {
  /// Where the files of settings say it.
  fileprivate var settings: [SettingKey] {
    switch self {
    case .theme: [.theme]
    case .department: [.department]
    case .doublePinyin: [.doublePinyin]
    case .fuzzySounds: [.fuzzySounds]
    case .typos: [.typos]
    case .destination: [.sendTo]
    case .paneWidths: [.categoriesColumns, .previewColumns]
    }
  }
}

extension SendTarget {
  fileprivate init(_ destination: Destination) {
    self =
      switch destination {
      case .clipboard: .clipboard
      case .pane: .pane
      case .window: .window
      case .command: .command
      }
  }
}
