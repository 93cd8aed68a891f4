import CrashGuard
import Foundation
import Settings

/// Where crash reports go: into a file of the user's own, never onto the screen.
enum CrashReports {
  /// The folder for them, made for this user alone; nil where there is no place for it.
  static func folder(in folders: Folders) -> String? {
    guard let state = folders.state else { return nil }
    let made: ()? = try? FileManager.default.createDirectory(
      atPath: state, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    return made == nil ? nil : state
  }

  /// Has a crash of this process reported into that folder.
  ///
  /// May start the program again, because Swift reads where to before `main`; so it comes first.
  static func arrange(in folders: Folders) {
    guard let folder = folder(in: folders) else { return }
    crash_guard_prepare(folder, CommandLine.unsafeArgv)
  }
}
