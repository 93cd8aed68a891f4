// swift-tools-version: 6.1
import PackageDescription

// The import rules of docs/architecture.md, written down where the compiler enforces them:
// a target may import only what stands in its dependencies.
let package = Package(
  name: "phrasedesk",
  targets: [
    // Pure values.
    .target(name: "Phrases"),
    .target(name: "Search", dependencies: ["Phrases"]),
    .target(name: "Desk", dependencies: ["Phrases", "Search"]),

    .testTarget(name: "PhrasesTests", dependencies: ["Phrases"]),
    .testTarget(name: "SearchTests", dependencies: ["Search"]),
    .testTarget(name: "DeskTests", dependencies: ["Desk"]),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c11
)
