import Foundation
import Testing

@testable import Settings

/// Through real files, in a folder of their own.
struct LoadingTests {
  private func withFolders(
    _ body: (_ own: String, _ shared: String, Folders) throws -> Void
  ) throws {
    let base = NSTemporaryDirectory() + "phrasedesk-settings-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: base) }
    for name in ["own", "shared"] {
      try FileManager.default.createDirectory(
        atPath: "\(base)/\(name)/phrasedesk", withIntermediateDirectories: true)
    }
    let folders = Folders(
      environment: ["XDG_CONFIG_HOME": "\(base)/own", "XDG_CONFIG_DIRS": "\(base)/shared"],
      accountHome: nil)
    try body(
      "\(base)/own/phrasedesk/config.toml", "\(base)/shared/phrasedesk/config.toml", folders)
  }

  private func write(_ text: String, to path: String) throws {
    try text.write(toFile: path, atomically: false, encoding: .utf8)
  }

  @Test func `No file at all is the ordinary case`() throws {
    try withFolders { _, _, folders in
      #expect(LoadedSettings(from: folders) == LoadedSettings())
    }
  }

  @Test func `The agent's file wins key by key over the one for everybody`() throws {
    try withFolders { own, shared, folders in
      try write("department = \"售前\"\nborders = \"ascii\"\nlanguage = \"zh\"\n", to: shared)
      try write("department = \"售后\"\nlanguage = \"auto\"\n", to: own)
      let loaded = LoadedSettings(from: folders)
      #expect(loaded.settings.department == "售后")
      #expect(loaded.settings.borders == .ascii)
      #expect(loaded.settings.language == nil)
      #expect(loaded.files == [shared, own])
      #expect(loaded.problems.isEmpty)
    }
  }

  @Test func `A problem names the value that is used in the end`() throws {
    try withFolders { own, shared, folders in
      try write("borders = \"round\"\nlanguage = \"zh\"\n", to: shared)
      try write("borders = \"ascii\"\nlanguage = \"fr\"\n", to: own)
      let loaded = LoadedSettings(from: folders)
      #expect(loaded.settings.borders == .ascii && loaded.settings.language == .chinese)
      #expect(
        loaded.problems.map(\.kind) == [
          .unusable(.borders, used: "\"ascii\""), .unusable(.language, used: "\"zh\""),
        ])
      #expect(loaded.problems.map(\.file) == [shared, own])
      #expect(loaded.problems.compactMap(\.position?.line) == [1, 2])
    }
  }

  @Test func `A broken file does not take the other one with it`() throws {
    try withFolders { own, shared, folders in
      try write("borders = \"ascii\"\n", to: shared)
      try write("language = zh\n", to: own)
      let loaded = LoadedSettings(from: folders)
      #expect(loaded.settings.borders == .ascii)
      #expect(loaded.problems.map(\.kind) == [.malformed(.unquotedText)])
    }
  }

  @Test func `What is no ordinary file is told and not waited for`() throws {
    try withFolders { own, shared, folders in
      try FileManager.default.createDirectory(atPath: own, withIntermediateDirectories: false)
      #expect(mkfifo(shared, 0o600) == 0)
      let loaded = LoadedSettings(from: folders)
      #expect(
        loaded.problems.map(\.kind) == [.unreadable(.notAFile), .unreadable(.notAFile)])
      #expect(loaded.files.isEmpty)
    }
  }

  @Test func `A file beyond the limit is not read, one at the limit is`() throws {
    try withFolders { own, _, folders in
      let comment = "#" + String(repeating: "x", count: ConfigFile.mostBytes - 1)
      try write(comment, to: own)
      #expect(LoadedSettings(from: folders).problems.isEmpty)
      try write(comment + "x", to: own)
      #expect(LoadedSettings(from: folders).problems.map(\.kind) == [.unreadable(.tooLong)])
    }
  }

  @Test(.enabled(if: geteuid() != 0, "root may read every file"))
  func `A file without permission is told`() throws {
    try withFolders { own, _, folders in
      try write("borders = \"ascii\"\n", to: own)
      #expect(chmod(own, 0) == 0)
      #expect(LoadedSettings(from: folders).problems.map(\.kind) == [.unreadable(.noPermission)])
    }
  }
}
