// swift-tools-version: 6.1
import PackageDescription

// The import rules of docs/architecture.md: a target imports only what stands in its dependencies.
// `.ci/run` builds with --explicit-target-dependency-import-check error, which holds them to it.
let package = Package(
  name: "phrasedesk",
  products: [
    .executable(name: "phrasedesk", targets: ["phrasedesk"]),
    .executable(name: "lab", targets: ["lab"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    // Pure values.
    .target(name: "Phrases"),
    .target(name: "Search", dependencies: ["Phrases"]),
    .target(name: "Desk", dependencies: ["Phrases", "Search"]),

    // The world outside, one target each.
    .systemLibrary(name: "CNcurses", path: "Modules/CNcurses"),
    .target(name: "CrashGuard"),
    .target(name: "Terminal", dependencies: ["Desk", "CNcurses", "CrashGuard"]),
    .target(
      name: "Store",
      dependencies: [
        "Phrases", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ]),
    // Headers only: the library itself is loaded on first use.
    .systemLibrary(name: "CCurl", path: "Modules/CCurl"),
    .target(
      name: "Sync",
      dependencies: ["Phrases", "Store", "CCurl", "ChildProcess"]),
    .target(name: "ChildProcess"),
    .target(name: "Clipboard", dependencies: ["ChildProcess"]),
    .target(name: "Chat", dependencies: ["Clipboard", "ChildProcess"]),
    .target(name: "Settings", dependencies: ["Phrases", "Search"]),

    // What is kept, and everything that reads or writes it: no screen, no chat.
    .target(name: "Keeping", dependencies: ["Phrases", "Search", "Store", "Sync"]),

    // What is printed of hits, for commands and servers.
    .target(name: "HitDocuments", dependencies: ["Phrases", "Search"]),

    // One running desk, and the programs.
    .target(
      name: "Session",
      dependencies: [
        "Phrases", "Search", "Desk", "CrashGuard", "Terminal", "Store", "Sync", "Keeping",
        "Clipboard", "Chat",
      ]),
    .executableTarget(
      name: "phrasedesk",
      dependencies: [
        "Session", "Keeping", "HitDocuments", "Settings", "CrashGuard",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(
      name: "lab",
      dependencies: [
        "Session", "Keeping", "PseudoTerminal", "ChatTrials",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    .testTarget(name: "PhrasesTests", dependencies: ["Phrases"]),
    .testTarget(name: "SearchTests", dependencies: ["Search"]),
    .testTarget(name: "DeskTests", dependencies: ["Desk"]),
    // A terminal for tests, and the smallest program on a screen, which also crashes on demand.
    .target(
      name: "PseudoTerminal", dependencies: ["ChildProcess"], path: "Tests/Fixtures/PseudoTerminal"),
    .executableTarget(
      name: "screen-probe", dependencies: ["Desk", "Terminal", "CrashGuard"],
      path: "Tests/Fixtures/screen-probe"),
    .testTarget(
      name: "TerminalTests",
      dependencies: ["Desk", "Terminal", "CNcurses", "PseudoTerminal", "screen-probe"]),
    .testTarget(name: "StoreTests", dependencies: ["Store", "ChildProcess"]),
    .testTarget(name: "SyncTests", dependencies: ["Sync"]),
    .testTarget(name: "ClipboardTests", dependencies: ["Clipboard", "ChildProcess"]),
    // Attacks on programs in panes, for tests and for the lab.
    .target(
      name: "ChatTrials", dependencies: ["Chat", "Clipboard", "ChildProcess"],
      path: "Tests/Fixtures/ChatTrials"),
    .testTarget(
      name: "ChatTests",
      dependencies: ["Chat", "ChatTrials", "Clipboard", "ChildProcess", "Phrases"]),
    .testTarget(name: "SettingsTests", dependencies: ["Settings"]),
    .testTarget(
      name: "KeepingTests",
      dependencies: ["Keeping", .product(name: "GRDB", package: "GRDB.swift")]),
    .testTarget(name: "HitDocumentsTests", dependencies: ["HitDocuments"]),
    .testTarget(name: "SessionTests", dependencies: ["Session"]),
    .testTarget(
      name: "CommandTests",
      dependencies: [
        "Session", "PseudoTerminal", "ChatTrials", "ChildProcess",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .testTarget(name: "LabTests", dependencies: ["lab"]),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c11
)

// The fuzzers, which need libFuzzer to be linked: `.ci/fuzz` builds them.
if Context.environment["FUZZ"] != nil {
  package.targets += [
    .systemLibrary(name: "CLibFuzzer", path: "Tests/Fuzz/CLibFuzzer"),
    .target(name: "FuzzProperties", dependencies: ["Phrases"], path: "Tests/Fuzz/FuzzProperties"),
    .executableTarget(
      name: "FuzzCSV", dependencies: ["FuzzProperties", "CLibFuzzer"], path: "Tests/Fuzz/FuzzCSV"),
    .executableTarget(
      name: "FuzzJSON", dependencies: ["FuzzProperties", "CLibFuzzer"], path: "Tests/Fuzz/FuzzJSON"),
  ]
}
