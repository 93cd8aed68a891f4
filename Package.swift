// swift-tools-version: 6.2
import PackageDescription

// The import rules of docs/architecture.md: a target imports what stands in its dependencies, all of it
// and nothing else of ours or of packages. `.ci/check-imports` holds them to it.
let package = Package(
  name: "phrasedesk",
  products: [
    .executable(name: "phrasedesk", targets: ["phrasedesk"]),
    .executable(name: "lab", targets: ["lab"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // Pure values.
    .target(name: "Phrases"),
    .target(name: "TOML", dependencies: ["Phrases"]),
    .target(name: "Search", dependencies: ["Phrases"]),
    .target(name: "Desk", dependencies: ["Phrases", "Search"]),

    // Workbooks and other tools' files.
    .systemLibrary(name: "CZlib", path: "Modules/CZlib"),
    .target(name: "Zlib", dependencies: ["CZlib"]),
    .target(
      name: "Formats", dependencies: ["Phrases", "Zlib", .product(name: "Yams", package: "Yams")]),

    // What supervisors do with lists.
    .target(name: "Review", dependencies: ["Phrases", "Formats"]),

    // The world outside, one target each.
    .target(name: "Trust", dependencies: ["Phrases"]),
    .systemLibrary(name: "CNcurses", path: "Modules/CNcurses"),
    .target(name: "CrashGuard"),
    .target(name: "Terminal", dependencies: ["Phrases", "Desk", "CNcurses", "CrashGuard"]),
    .target(
      name: "Store",
      dependencies: [
        "Phrases", "Trust", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ]),
    // Headers only, as of zlib: the library itself is loaded on first use.
    .systemLibrary(name: "CCurl", path: "Modules/CCurl"),
    .target(
      name: "Sync",
      dependencies: ["Phrases", "Formats", "Trust", "Store", "Zlib", "CCurl", "ChildProcess"]),
    .target(name: "ChildProcess"),
    .target(name: "Clipboard", dependencies: ["ChildProcess"]),
    .target(name: "Chat", dependencies: ["Trust", "Clipboard", "ChildProcess"]),
    .target(name: "Settings", dependencies: ["Phrases", "Trust", "TOML"]),

    // What is kept, and everything that reads or writes it: no screen, no chat.
    .target(
      name: "Keeping", dependencies: ["Phrases", "Formats", "Search", "Trust", "Store", "Sync"]),

    // What is printed of hits, for commands and servers.
    .target(name: "HitDocuments", dependencies: ["Phrases", "Search"]),

    // One running desk, and the programs.
    .target(
      name: "Session",
      dependencies: [
        "Phrases", "Search", "Desk", "Trust", "CrashGuard", "Terminal", "Store", "Keeping",
        "Sync", "ChildProcess", "Clipboard", "Chat",
      ]),
    .executableTarget(
      name: "phrasedesk",
      dependencies: [
        "Phrases", "Formats", "Search", "Desk", "Trust", "CrashGuard", "Terminal", "Store", "Sync",
        "Keeping", "Review", "HitDocuments", "Clipboard", "Chat", "Settings", "Session",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(
      name: "lab",
      dependencies: [
        "Phrases", "Formats", "Search", "Desk", "Store", "Sync", "Keeping", "ChildProcess",
        "Clipboard", "PseudoTerminal", "ChatTrials",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    .testTarget(name: "PhrasesTests", dependencies: ["Phrases"]),
    .testTarget(
      name: "FormatsTests",
      dependencies: ["Phrases", "Formats", "Zlib", "ChildProcess", "TestFolder"]),
    .testTarget(name: "ReviewTests", dependencies: ["Phrases", "Formats", "Review"]),
    .testTarget(name: "SearchTests", dependencies: ["Phrases", "Search"]),
    .testTarget(name: "DeskTests", dependencies: ["Phrases", "Search", "Desk"]),
    // A terminal for tests, and the smallest program on a screen, which also crashes on demand.
    .target(
      name: "PseudoTerminal", dependencies: ["ChildProcess"], path: "Tests/Fixtures/PseudoTerminal"),
    .executableTarget(
      name: "screen-probe", dependencies: ["Desk", "Terminal", "CrashGuard"],
      path: "Tests/Fixtures/screen-probe"),
    .testTarget(
      name: "TerminalTests",
      dependencies: ["Desk", "Terminal", "CNcurses", "PseudoTerminal", "screen-probe"]),
    .testTarget(
      name: "StoreTests",
      dependencies: [
        "Phrases", "Search", "Store", "HitDocuments", "ChildProcess",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .testTarget(name: "TrustTests", dependencies: ["Phrases", "Trust", "TestFolder"]),
    .testTarget(name: "SyncTests", dependencies: ["Phrases", "Store", "Sync", "ChildProcess"]),
    .testTarget(name: "ClipboardTests", dependencies: ["Clipboard", "ChildProcess"]),
    // Attacks on programs in panes, for tests and for the lab.
    .target(
      name: "ChatTrials", dependencies: ["Chat", "Clipboard", "ChildProcess", "Settings"],
      path: "Tests/Fixtures/ChatTrials"),
    .testTarget(
      name: "ChatTests",
      dependencies: ["Chat", "ChatTrials", "Clipboard", "ChildProcess", "Phrases", "Settings"]),
    .testTarget(name: "TOMLTests", dependencies: ["Phrases", "TOML"]),
    .testTarget(
      name: "SettingsTests",
      dependencies: ["Phrases", "TOML", "Search", "Desk", "Clipboard", "Settings"]),
    // A folder for one test.
    .target(name: "TestFolder", path: "Tests/Fixtures/TestFolder"),
    .testTarget(
      name: "KeepingTests",
      dependencies: [
        "Phrases", "Search", "Store", "Sync", "Keeping", "TestFolder",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .testTarget(name: "HitDocumentsTests", dependencies: ["Phrases", "Search", "HitDocuments"]),
    .testTarget(
      name: "SessionTests",
      dependencies: [
        "Phrases", "Search", "Desk", "Terminal", "Store", "Keeping", "Clipboard", "Chat", "Session",
        "TestFolder",
      ]),
    .testTarget(
      name: "CommandTests",
      dependencies: [
        "Phrases", "Store", "PseudoTerminal", "ChatTrials", "ChildProcess",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .testTarget(name: "LabTests", dependencies: ["Phrases", "Search", "lab"]),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c11
)

// The fuzzers, which need libFuzzer to be linked: `.ci/fuzz` builds them.
if Context.environment["FUZZ"] != nil {
  package.targets += [
    .systemLibrary(name: "CLibFuzzer", path: "Tests/Fuzz/CLibFuzzer"),
    .target(
      name: "FuzzProperties", dependencies: ["Phrases", "Formats"],
      path: "Tests/Fuzz/FuzzProperties"),
    .executableTarget(
      name: "FuzzCSV", dependencies: ["FuzzProperties", "CLibFuzzer"], path: "Tests/Fuzz/FuzzCSV"),
    .executableTarget(
      name: "FuzzJSON", dependencies: ["FuzzProperties", "CLibFuzzer"], path: "Tests/Fuzz/FuzzJSON"),
    .executableTarget(
      name: "FuzzLooseJSON", dependencies: ["FuzzProperties", "CLibFuzzer"],
      path: "Tests/Fuzz/FuzzLooseJSON"),
    .executableTarget(
      name: "FuzzYAML", dependencies: ["FuzzProperties", "CLibFuzzer"], path: "Tests/Fuzz/FuzzYAML"),
    .executableTarget(
      name: "FuzzXLSX", dependencies: ["Phrases", "Formats", "CLibFuzzer"],
      path: "Tests/Fuzz/FuzzXLSX"),
  ]
}

// No warning is let through; what dependencies warn of is theirs.
for target in package.targets where target.type != .system {
  target.swiftSettings = (target.swiftSettings ?? []) + [.treatAllWarnings(as: .error)]
}
