import Chat
import Phrases
import Settings
import Store
import Terminal
import Trust

/// `doctor --json`.
struct DoctorDocument: Encodable {
  struct Entry: Encodable {
    let area: String
    /// `ok`, or `attention` where something can be done.
    let state: String
    let fact: String
    let advice: String?
  }

  let version: String
  let findings: [Entry]
}

/// One thing that `doctor` found.
struct DoctorFinding {
  enum Subject {
    case noTerminal
    case unsuitableTerminal(TerminalError)
    case terminal(TerminalDescription, size: (rows: Int, columns: Int), isInTmux: Bool)
    /// The terminal may keep keys for itself.
    case menus(TerminalMenus)
    /// tmux waits that long behind Esc, in milliseconds.
    case escapeTime(Int)
    case locale(TerminalLocale)
    case noLocale
    case noClipboard
    case clipboard([String])
    case missingTool(String)
    /// Whether there is a program that draws pictures in the preview.
    case pictures(areDrawn: Bool)
    /// OSC 52 is wanted, and tmux drops it.
    case droppedByTmux
    case mosh(isInTmux: Bool)
    /// Whether phrases can be pasted into windows, and whether they shall be.
    case windows(WindowReach, isWanted: Bool)
    case noSendCommand
    /// Alt+Z pressed elsewhere cannot reach a desk.
    case noSummons(DeskFolder.Obstacle)
    case noHome
    case noStore(String)
    case store(StoreReport)
    case badStore(StoreError)
    /// A connected source, and for how many seconds it has been as it is, and has been failing.
    case source(Source, age: Int64?, failing: Int64?)
    case settings([String])
    case badSetting(SettingsProblem)
    /// A folder that others may put something into, so that it is not used.
    case distrusted(TrustedFolder.Flaw)
  }

  let subject: Subject
  private var home: String?

  init(_ subject: Subject) { self.subject = subject }

  /// The same, with `~` for the user's home folder.
  func hidingHome(_ home: String?) -> DoctorFinding {
    var finding = self
    finding.home = home.flatMap { $0.count > 1 ? $0 : nil }
    return finding
  }

  func entry(_ language: Language) -> DoctorDocument.Entry {
    let (fact, advice) = sentences(language)
    func hidden(_ text: String) -> String {
      guard let home else { return text }
      return text.split(separator: "\(home)/", omittingEmptySubsequences: false)
        .joined(separator: "~/")
    }
    return DoctorDocument.Entry(
      area: area, state: advice == nil ? "ok" : "attention", fact: hidden(fact),
      advice: advice.map(hidden))
  }

  private var area: String {
    switch subject {
    case .noTerminal, .unsuitableTerminal, .terminal, .menus, .escapeTime: "terminal"
    case .locale, .noLocale: "locale"
    case .noClipboard, .clipboard, .missingTool, .droppedByTmux, .mosh: "clipboard"
    case .pictures: "pictures"
    case .windows, .noSendCommand, .noSummons: "sending"
    case .noHome, .noStore, .store, .badStore: "store"
    case .source: "source"
    case .settings, .badSetting: "settings"
    case .distrusted: "folders"
    }
  }
}
