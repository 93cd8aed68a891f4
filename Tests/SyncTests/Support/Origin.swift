import ChildProcess
import Glibc
import Testing

@testable import Sync

/// A repository that desks fetch from, a working copy to fill it, and a cache.
struct Origin {
  static let hasGit =
    SearchPath(environment: ["PATH": "/usr/local/bin:/usr/bin:/bin"]).find("git") != nil

  let scratch: Scratch
  /// In front of the usual folders, for programs that stand in for git.
  var programs: String { scratch.path("bin") }

  init() throws {
    scratch = try Scratch()
    try scratch.shell(
      """
      mkdir bin home
      git -c init.defaultBranch=main init -q --bare origin.git
      git -c init.defaultBranch=main init -q work
      git -C work remote add origin "file://$PWD/origin.git"
      """)
  }

  /// Writes a file, commits and pushes it.
  func commit(_ text: String, to path: String = "kb/售后.csv", saying message: String) throws {
    try scratch.shell(
      """
      cd work
      mkdir -p "$(dirname '\(path)')"
      printf %s '\(text)' > '\(path)'
      git add -A
      git commit -q --allow-empty -m '\(message)'
      git push -q origin HEAD:main
      """)
  }

  func address(_ path: String = "kb/售后.csv", ref: String? = nil) throws -> GitAddress {
    let text = "git+file://\(scratch.folder)/origin.git//\(path)" + (ref.map { "?ref=\($0)" } ?? "")
    guard case .git(let address) = try SourceAddress(text, in: "/", home: "/") else {
      throw AddressFlaw.unknownScheme
    }
    return address
  }

  var environment: [String: String] {
    ["PATH": "\(programs):/usr/local/bin:/usr/bin:/bin", "HOME": scratch.path("home")]
  }

  func transport(
    _ path: String = "kb/售后.csv", ref: String? = nil, limit: Int = 1 << 20,
    packLimit: Int = 1 << 28, seconds: Int = 60
  ) throws -> GitTransport {
    GitTransport(
      try address(path, ref: ref), cache: scratch.path("cache"), environment: environment,
      limit: limit, packLimit: packLimit, seconds: seconds)
  }

  /// The repository in the cache.
  var cached: String {
    get throws {
      try #require(FolderRemoval.entries(scratch.path("cache")).first { $0.hasSuffix(".git") })
    }
  }

  /// Installs a program in front of the real one; written by another process, because what is open
  /// for writing here while a child is started could not be run.
  func install(_ program: String, _ body: String) throws {
    try scratch.shell(
      "cat > bin/\(program) <<'END'\n#!/bin/sh\n\(body)\nEND\nchmod 755 bin/\(program)")
  }
}
