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

  // MARK: - Chosen at the desk

  private func withChoices(
    _ body: (_ own: String, _ shared: String, Folders) throws -> Void
  ) throws {
    try withFolders { own, shared, folders in
      let base = own.replacingOccurrences(of: "/own/phrasedesk/config.toml", with: "")
      let folders = Folders(
        environment: [
          "XDG_CONFIG_HOME": "\(base)/own", "XDG_CONFIG_DIRS": "\(base)/shared",
          "XDG_STATE_HOME": "\(base)/state",
        ], accountHome: nil)
      try FileManager.default.createDirectory(
        atPath: "\(base)/state", withIntermediateDirectories: true)
      try body(own, shared, folders)
    }
  }

  private func choose(_ keys: [SettingKey], in folders: Folders, _ change: (inout Settings) -> Void)
    throws
  {
    let loaded = LoadedSettings(from: folders)
    var chosen = loaded.settings
    change(&chosen)
    try RememberedChoices.keep(keys, of: chosen, over: loaded.configured, in: folders)
  }

  @Test func `What was chosen is there the next time, each by itself`() throws {
    try withChoices { own, _, folders in
      try write("theme = \"light\"\n", to: own)
      try choose([.theme], in: folders) { $0.theme = .dark }
      try choose([.sendTo, .fuzzySounds], in: folders) {
        $0.send.to = .pane
        $0.search.fuzzySounds = [.zhZ]
      }
      try choose([.department], in: folders) { $0.department = "售后 \"二\" 组\\" }
      let loaded = LoadedSettings(from: folders)
      #expect(loaded.problems.isEmpty)
      #expect(loaded.settings.theme == .dark && loaded.configured.theme == .light)
      #expect(loaded.settings.send.to == .pane)
      #expect(loaded.settings.search.fuzzySounds == [.zhZ])
      #expect(loaded.settings.department == "售后 \"二\" 组\\")
      #expect(loaded.chosen.contains(.department))
      let file = try #require(folders.choices)
      let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
      #expect(mode == 0o600)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folders.state ?? "").count == 1)
    }
  }

  @Test func `A setting that has changed since wins, and what is chosen as set is no choice`()
    throws
  {
    try withChoices { own, _, folders in
      try write("theme = \"light\"\n", to: own)
      try choose([.theme, .typos], in: folders) {
        $0.theme = .dark
        $0.search.forgivesTypos = false
      }
      try write("theme = \"high-contrast\"\n", to: own)
      #expect(LoadedSettings(from: folders).settings.theme == .highContrast)
      #expect(!LoadedSettings(from: folders).settings.search.forgivesTypos)
      try write("theme = \"light\"\n", to: own)
      try choose([.theme], in: folders) { $0.theme = .light }
      try choose([.department], in: folders) { $0.department = "一组" }
      try choose([.department], in: folders) { $0.department = "" }
      let loaded = LoadedSettings(from: folders)
      #expect(loaded.settings.theme == .light && !loaded.chosen.contains(.department))
      let text = try String(contentsOfFile: folders.choices ?? "", encoding: .utf8)
      #expect(!text.contains("theme") && text.contains("search.typos = false"))
    }
  }

  @Test func `A choice is not there again when its setting is what it was`() throws {
    try withChoices { own, _, folders in
      try choose([.theme], in: folders) { $0.theme = .dark }
      try choose([.typos], in: folders) { $0.search.forgivesTypos = false }
      try write("theme = \"light\"\n", to: own)
      try RememberedChoices.dropReplaced(
        over: LoadedSettings(from: folders).configured, in: folders)
      try write("", to: own)
      #expect(LoadedSettings(from: folders).settings.theme == .standard)
      #expect(!LoadedSettings(from: folders).settings.search.forgivesTypos)
      // The next choice drops others, too.
      try write("[search]\ntypos = false\n", to: own)
      try choose([.theme], in: folders) { $0.theme = .dark }
      try write("", to: own)
      #expect(LoadedSettings(from: folders).settings.search.forgivesTypos)
      #expect(LoadedSettings(from: folders).settings.theme == .dark)
    }
  }

  @Test func `A file of choices that is damaged or missing has nothing to drop`() throws {
    try withChoices { _, _, folders in
      let file = try #require(folders.choices)
      try RememberedChoices.dropReplaced(over: Settings(), in: folders)
      #expect(!FileManager.default.fileExists(atPath: file))
      try FileManager.default.createDirectory(
        atPath: folders.state ?? "", withIntermediateDirectories: true)
      try write("theme = ", to: file)
      try RememberedChoices.dropReplaced(over: Settings(), in: folders)
      #expect(try String(contentsOfFile: file, encoding: .utf8) == "theme = ")
    }
  }

  @Test func `A name that locks nothing is said, with its line`() throws {
    try withChoices { _, shared, folders in
      try write("\nlocked = [\"theme\", \"departmnt\"]\n", to: shared)
      let loaded = LoadedSettings(from: folders)
      #expect(loaded.problems.map(\.kind) == [.unknown("departmnt", near: .department)])
      #expect(loaded.problems.first?.position?.line == 2)
      #expect(loaded.settings.locked.contains("theme"))
    }
  }

  @Test(arguments: [
    "theme = ", "[chosen]\ntheme = 3\n[instead_of]\ntheme = \"default\"\n", "\u{0}",
  ])
  func `A damaged file of choices is said or left out, and the next choice is kept`(text: String)
    throws
  {
    try withChoices { _, _, folders in
      let file = try #require(folders.choices)
      try FileManager.default.createDirectory(
        atPath: folders.state ?? "", withIntermediateDirectories: true)
      try write(text, to: file)
      let loaded = LoadedSettings(from: folders)
      #expect(loaded.settings == Settings() && loaded.problems.count <= 1)
      try choose([.theme], in: folders) { $0.theme = .dark }
      #expect(LoadedSettings(from: folders).settings.theme == .dark)
      #expect(LoadedSettings(from: folders).problems.isEmpty)
    }
  }

  @Test func `What is locked for everybody is not the agent's, in her file or at the desk`() throws
  {
    try withChoices { own, shared, folders in
      try choose([.sendTo, .theme], in: folders) {
        $0.send.to = .window
        $0.theme = .dark
      }
      try write("locked = [\"send.to\", \"department\"]\ndepartment = \"一组\"\n", to: shared)
      try write("department = \"二组\"\nlocked = []\n[send]\nto = \"pane\"\n", to: own)
      let loaded = LoadedSettings(from: folders)
      #expect(loaded.settings.department == "一组" && loaded.settings.send.to == .clipboard)
      #expect(loaded.settings.theme == .dark)
      #expect(
        loaded.problems.map(\.kind) == [
          .locked(.department), .notForOne(.locked), .locked(.sendTo),
        ])
      #expect(loaded.problems.allSatisfy { $0.position != nil && $0.file == own })
      let sentences = loaded.problems.flatMap { [$0.sentence(.english), $0.sentence(.chinese)] }
      #expect(sentences.allSatisfy { $0.contains("config.toml") && !$0.isEmpty })
    }
  }

  @Test func `A folder that cannot be written keeps nothing, and says so`() throws {
    try withChoices { _, _, folders in
      try write("", to: folders.state ?? "")
      #expect(throws: FileFault.self) {
        try choose([.theme], in: folders) { $0.theme = .dark }
      }
      #expect(LoadedSettings(from: folders).settings.theme == .standard)
    }
  }
}
