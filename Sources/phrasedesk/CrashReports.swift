import CrashGuard
import Settings
import Trust

/// Where crash reports go: into a file of the user's own, never onto the screen.
enum CrashReports {
  /// The folder for them, made for this user alone; nil where there is no place for it, or
  /// one that others may write to.
  static func folder(in folders: Folders) -> String? {
    guard let state = folders.state else { return nil }
    return (try? TrustedFolder.make(state)) == nil ? nil : state
  }

  /// Has a crash of this process reported into that folder.
  ///
  /// May start the program again, because Swift reads where to before `main`; so it comes first.
  static func arrange(in folders: Folders) {
    guard let folder = folder(in: folders) else { return }
    crash_guard_prepare(folder, CommandLine.unsafeArgv)
  }
}
