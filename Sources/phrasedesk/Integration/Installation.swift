import Foundation
import Keeping
import Phrases
import Settings
import Trust

/// The key binding in a file of its own, and the line by which a program's configuration includes it.
struct Installation {
  let binding: KeyBinding
  /// The file that is written whole, and removed whole.
  let ownFile: String
  /// The program's configuration, of which one line is ours.
  let configuration: String
  /// The other places that the program may have read its configuration from.
  private let candidates: [String]
  /// The line, without its end.
  let line: String
  /// What makes the program read it at once.
  let reload: String
  /// Whether the program has no defaults that a new configuration would replace.
  let mayMakeConfiguration: Bool

  /// Where the files of that program are; nil where it keeps its keys in no file, or nothing says
  /// where files are.
  init?(_ binding: KeyBinding, folders: Folders, environment: [String: String]) {
    guard let own = folders.config, own.hasSuffix("/phrasedesk") else { return nil }
    let base = String(own.dropLast("/phrasedesk".count))
    let home = environment["HOME"] ?? Folders.accountHome() ?? ""
    switch binding {
    case .tmux: candidates = ["\(home)/.tmux.conf", "\(base)/tmux/tmux.conf"]
    case .i3: candidates = ["\(base)/i3/config", "\(home)/.i3/config"]
    case .sway: candidates = ["\(base)/sway/config", "\(home)/.sway/config"]
    case .x11, .gnome, .kde: return nil
    }
    self.binding = binding
    ownFile = "\(own)/\(binding.rawValue).conf"
    configuration =
      candidates.first { access($0, F_OK) == 0 } ?? candidates[binding == .tmux ? 1 : 0]
    // What these programs would read as more than a name, and what no quoting of all three keeps.
    guard !ownFile.contains(where: { $0.isWhitespace || "$*?[]{}~'\"\\;,#".contains($0) }) else {
      return nil
    }
    switch binding {
    case .tmux:
      line = "source-file -q \(ownFile)  # phrasedesk: Alt+Z"
      reload = "tmux source-file \(KeyBinding.quotedForShell(configuration))"
    case .i3:
      line = "include \(ownFile)"
      reload = "i3-msg reload"
    default:
      line = "include \(ownFile)"
      reload = "swaymsg reload"
    }
    mayMakeConfiguration = binding == .tmux
  }

  /// Writes the file, and the line where it is not there yet; says what it did.
  ///
  /// - Throws: a failure that says what could not be written; the configuration is then as it was.
  func install(for program: String) throws(Flaw) -> [ChatSentence] {
    let old = try read(configuration)
    guard old != nil || mayMakeConfiguration else {
      throw .noConfiguration(program: binding.rawValue, path: configuration)
    }
    do throws(TrustedFolder.Refusal) {
      try TrustedFolder.make(String(ownFile.dropLast("/\(binding.rawValue).conf".count)))
    } catch .flawed(let flaw) {
      throw .distrusted(flaw)
    } catch {
      // Why it cannot be made is said of the file.
    }
    try write(binding.lines(for: program), to: ownFile)
    let text = old ?? ""
    guard !lines(of: text).contains(where: isOurs) else {
      return [.wrote(ownFile), .alreadyIncluded(configuration), .reload(reload)]
    }
    let gap = text.isEmpty || text.utf8.last == UInt8(ascii: "\n") ? "" : "\n"
    try write(text + gap + line + "\n", to: configuration)
    return [.wrote(ownFile), .included(configuration), .reload(reload)]
  }

  /// Takes both back; everything else in the configuration stays as it is.
  func remove() throws(Flaw) -> [ChatSentence] {
    var done: [ChatSentence] = []
    for path in candidates {
      guard let text = try read(path), lines(of: text).contains(where: isOurs) else { continue }
      let rest = lines(of: text).filter { !isOurs($0) }.map(String.init).joined(separator: "\n")
      try write(rest, to: path)
      done.append(.takenBack(path))
    }
    if unlink(ownFile) == 0 { done.append(.removed(ownFile)) }
    if done.isEmpty { return [.nothingToRemove(binding.rawValue)] }
    // tmux keeps a key until it is told otherwise.
    return done + [.reload(binding == .tmux ? "tmux unbind-key -n M-z" : reload)]
  }

  enum Flaw: Error {
    case file(OpeningError)
    case noConfiguration(program: String, path: String)
    /// Whoever may write there would have the program obey.
    case distrusted(TrustedFolder.Flaw)

    func sentence(_ language: Language) -> String {
      switch self {
      case .file(let error): error.sentence(language)
      case .distrusted(let flaw): flaw.clause(language) + language.says(".", "。")
      case .noConfiguration(let program, let path):
        ChatSentence.noConfiguration(program: program, path: path).sentence(language)
      }
    }
  }

  /// By scalars: to Swift a line break of two bytes is one character, and no line feed.
  private func lines(of text: String) -> [Substring.UnicodeScalarView] {
    text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
  }

  private func isOurs(_ found: Substring.UnicodeScalarView) -> Bool {
    let end = found.last == "\r" ? found.dropLast() : found
    return end.elementsEqual(line.unicodeScalars)
  }

  /// Nil where there is no such file.
  private func read(_ path: String) throws(Flaw) -> String? {
    guard access(path, F_OK) == 0 else { return nil }
    do throws(OpeningError) {
      let bytes = try FileBytes.read(path)
      // What is not UTF-8 could not be written back as it was.
      guard let text = String(validating: bytes, as: UTF8.self) else {
        throw OpeningError.notReadable(path: path, errno: EILSEQ)
      }
      return text
    } catch {
      throw .file(error)
    }
  }

  private func write(_ text: String, to path: String) throws(Flaw) {
    let folder = path.split(separator: "/").dropLast().joined(separator: "/")
    try? FileManager.default.createDirectory(
      atPath: "/\(folder)", withIntermediateDirectories: true)
    do throws(OpeningError) {
      try FileBytes.write(Array(text.utf8), to: path, replacing: true)
    } catch {
      throw .file(error)
    }
  }
}
