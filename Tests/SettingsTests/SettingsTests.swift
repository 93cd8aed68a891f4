import Foundation
import Phrases
import TOML
import Testing

@testable import Settings

/// What one file makes of the settings.
private func load(_ text: String) -> LoadedSettings {
  var loaded = LoadedSettings()
  loaded.add(Array(text.utf8), from: "config.toml")
  return loaded
}

struct SettingsTests {
  @Test func `Every setting can be set`() {
    let loaded = load(
      """
      language = "zh"
      department = "售后"
      borders = "ascii"
      clipboard = "wl-copy"
      osc52_limit = 4096
      [send]
      to = "pane"
      command = ["tee", "-a", "/tmp/sent 1"]
      command_seconds = 9
      tool_milliseconds = 4000
      enter = true
      focus_back = false
      bracketed_programs = ["wee-slack"]
      shift_insert = []
      [focus]
      columns = 38
      [search]
      fuzzy_sounds = ["n-l", "zh-z"]
      double_pinyin = "xiaohe"
      typos = false
      """)
    var expected = Settings()
    expected.language = .chinese
    expected.department = "售后"
    expected.borders = .ascii
    expected.clipboard = .wlCopy
    expected.osc52Limit = 4096
    expected.send.to = .pane
    expected.send.command = ["tee", "-a", "/tmp/sent 1"]
    expected.send.commandSeconds = 9
    expected.send.toolMilliseconds = 4000
    expected.send.pressesEnter = true
    expected.send.goesBack = false
    expected.send.bracketedPrograms = ["wee-slack"]
    expected.send.shiftInsertWindows = []
    expected.focusColumns = 38
    expected.search.fuzzySounds = [.nL, .zhZ]
    expected.search.doublePinyin = .xiaohe
    expected.search.forgivesTypos = false
    #expect(loaded.settings == expected)
    #expect(loaded.problems.isEmpty)
  }

  @Test func `An empty file, and "auto", are the defaults`() {
    #expect(load("").settings == Settings())
    #expect(load("language = \"auto\"\nclipboard = \"auto\"\n").settings == Settings())
  }

  @Test(arguments: [
    ("borders = \"round\"", SettingKey.borders), ("borders = 3", .borders),
    ("language = \"fr\"", .language), ("language = [\"zh\"]", .language),
    ("clipboard = \"pbcopy\"", .clipboard), ("clipboard.way = \"tmux\"", .clipboard),
    ("osc52_limit = -1", .osc52Limit), ("osc52_limit = 8388609", .osc52Limit),
    ("osc52_limit = 1.5", .osc52Limit), ("osc52_limit = \"4096\"", .osc52Limit),
    ("send.to = \"chat\"", .sendTo), ("send.command = \"cat\"", .sendCommand),
    ("send.command = [1]", .sendCommand), ("send.enter = \"yes\"", .sendEnter),
    ("focus.columns = 20", .focusColumns),
    ("department = false", .department), ("[department]", .department),
    ("search.fuzzy_sounds = \"some\"", .fuzzySounds),
    ("search.fuzzy_sounds = [\"n-l\", \"b-p\"]", .fuzzySounds),
    ("search.fuzzy_sounds = true", .fuzzySounds), ("search = { typos = \"yes\" }", .typos),
    ("search.double_pinyin = \"sogou\"", .doublePinyin), ("search.typos = 1", .typos),
  ])
  func `A bad value is told with its line and the default used`(line: String, key: SettingKey) {
    let loaded = load("# first\n\n\(line)\n")
    #expect(loaded.settings == Settings())
    #expect(loaded.problems.map(\.kind) == [.unusable(key, used: key.standard)])
    #expect(loaded.problems.first?.position?.line == 3)
  }

  @Test(arguments: [
    ("langauge", SettingKey.language), ("Language", .language), ("border", .borders),
    ("clip_board", .clipboard), ("osc52limit", .osc52Limit), ("departement", .department),
    ("search.typo", .typos), ("typos", .typos), ("search.fuzzysounds", .fuzzySounds),
    ("double_pinyin", .doublePinyin), ("search", nil),
    ("sources", nil), ("x", nil), ("\"发货\"", nil),
  ])
  func `An unknown setting is told, with the one most likely meant`(
    word: String, near: SettingKey?
  ) {
    let loaded = load("\(word) = 1")
    let name = word.filter { $0 != "\"" }
    #expect(loaded.problems.map(\.kind) == [.unknown(name, near: near)])
  }

  static let lists: [(String, Set<FuzzySoundChoice>)] = [
    ("\"all\"", Set(FuzzySoundChoice.allCases)), ("\"none\"", []), ("[]", []),
    ("[\"f-h\"]", [.fH]),
  ]

  @Test(arguments: lists)
  func `Fuzzy sounds are all, none or a list`(value: String, sounds: Set<FuzzySoundChoice>) {
    let loaded = load("[search]\nfuzzy_sounds = \(value)")
    #expect(loaded.settings.search.fuzzySounds == sounds)
    #expect(loaded.problems.isEmpty)
  }

  @Test func `An unknown setting of a table is told by its whole name and its own line`() {
    let loaded = load("[search]\ntypos = true\nfuzy_sounds = \"all\"\n")
    #expect(loaded.problems.map(\.kind) == [.unknown("search.fuzy_sounds", near: .fuzzySounds)])
    #expect(loaded.problems.first?.position == TOMLPosition(line: 3, column: 1))
  }

  @Test func `One bad line does not cost the good ones`() {
    let loaded = load("lang = \"zh\"\nborders = \"ascii\"\nosc52_limit = 0x\u{68}\n")
    #expect(loaded.settings == Settings())
    #expect(loaded.problems.map(\.kind) == [.malformed(.badNumber)])
    let readable = load("lang = \"zh\"\nborders = \"ascii\"\nosc52_limit = -5\n")
    #expect(readable.settings.borders == .ascii)
    #expect(readable.problems.compactMap(\.position?.line) == [1, 3])
  }

  @Test func `The sentence says what, where and what to do`() {
    let sentences = load("boarders = \"ascii\"\nlanguage = \"fr\"").problems.map {
      $0.sentence(.english)
    }
    #expect(
      sentences == [
        "config.toml, line 1, column 1: there is no setting \"boarders\"; "
          + "did you mean \"borders\"?",
        "config.toml, line 2, column 1: language must be \"auto\", \"en\" or \"zh\"; "
          + "\"auto\" is used instead.",
      ])
    #expect(
      load("language = zh").problems.first?.sentence(.english)
        == "config.toml, line 1, column 12: put \" before and after a text; "
        + "until this is corrected nothing of this file is used.")
  }

  @Test func `Every problem has a sentence in both languages`() {
    let faults: [FileFault] = [.noPermission, .notAFile, .tooLong, .system(errno: 5)]
    var kinds: [SettingsProblem.Kind] = faults.map { .unreadable($0) }
    kinds += TOMLFault.Kind.allCases.map { .malformed($0) }
    kinds += SettingKey.allCases.map { .unusable($0, used: $0.standard) }
    kinds += [.unknown("x", near: nil), .unknown("x", near: .language)]
    for kind in kinds {
      for position in [nil, TOMLPosition(line: 3, column: 7)] {
        let problem = SettingsProblem(file: "/etc/f.toml", position: position, kind: kind)
        let english = problem.sentence(.english)
        let chinese = problem.sentence(.chinese)
        #expect(english.hasPrefix("/etc/f.toml"))
        #expect(english.hasSuffix(".") || english.hasSuffix("?"))
        #expect(english.unicodeScalars.allSatisfy { $0.isASCII }, "\(english)")
        #expect(chinese.hasSuffix("。") || chinese.hasSuffix("？"))
        #expect(chinese.contains { $0.unicodeScalars.contains { $0.value > 0x4E00 } })
        #expect(english.contains("line 3, column 7") == (position != nil))
        #expect(chinese.contains("第 3 行第 7 列") == (position != nil))
        #expect(!(english + chinese).contains("\n"))
      }
    }
  }

  @Test(arguments: Language.allCases)
  func `The example file changes nothing, and neither does using all of it`(language: Language) {
    let example = SettingKey.exampleFile(language)
    #expect(load(example) == LoadedSettings())
    let used = example.split(separator: "\n").map { line in
      line.hasPrefix("#") && !line.hasPrefix("# ") ? line.dropFirst() : line
    }.joined(separator: "\n")
    #expect(used.split(separator: "\n").count { !$0.hasPrefix("#") } == SettingKey.allCases.count)
    #expect(load(used).settings == Settings() && load(used).problems.isEmpty)
  }

  @Test func `What is written for a setting reads back the same`() {
    var settings = Settings()
    settings.department = "a \"quoted\" \\ \u{1B}\n 部门"
    settings.clipboard = .osc52
    settings.search.fuzzySounds = [.uanUang, .zhZ]
    settings.search.doublePinyin = .microsoft
    settings.search.forgivesTypos = false
    let text = SettingKey.allCases.map { "\($0.rawValue) = \($0.written(in: settings))" }
      .joined(separator: "\n")
    #expect(load(text).settings == settings)
    #expect(load(text).problems.isEmpty)
  }

  @Test func `1,000 files of garbage change nothing but the list of problems, and never crash`() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SplitMix64(state: seed)
    let pieces = [
      "language", "=", "\"zh\"", "\n", "[", "]", "{", "}", "'", "\"\"\"", "#", ".", ",", " ", "1",
      "-", "_", "e", "\\", "\\u", "发", "\u{FEFF}", "\r\n", "\t", ":", "0x", "2026-11-11", "[[", "a",
    ]
    for _ in 0..<1000 {
      let count = Int.random(in: 0...24, using: &random)
      var bytes = (0..<count).flatMap { _ in
        Array((pieces.randomElement(using: &random) ?? "").utf8)
      }
      if Bool.random(using: &random), !bytes.isEmpty {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = .random(
          in: 0...255, using: &random)
      }
      var loaded = LoadedSettings()
      loaded.add(bytes, from: "f")
      let isTouched = loaded.settings != Settings()
      #expect(!isTouched || loaded.settings.language == .chinese, "seed \(seed): \(bytes)")
      #expect(loaded.problems.allSatisfy { !$0.sentence(.english).isEmpty }, "seed \(seed)")
    }
  }
}

/// Steele, Lea and Flood's generator, seeded so that a failure can be repeated.
private struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
