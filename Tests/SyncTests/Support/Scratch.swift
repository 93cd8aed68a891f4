import ChildProcess
import Glibc
import Testing

@testable import Sync

/// A folder of its own for one test, gone with the last reference.
final class Scratch: Sendable {
  let folder: String

  init() throws {
    let template = strdup("/tmp/phrasedesk-sync-XXXXXX")
    defer { free(template) }
    folder = String(cString: try #require(template.flatMap { mkdtemp($0) }))
  }

  deinit {
    FolderRemoval.remove(folder)
  }

  func path(_ name: String) -> String { folder + "/" + name }

  /// Writes a file, by default with a time long past, so that it counts as settled.
  @discardableResult
  func write(_ text: String, to name: String, isOld: Bool = true) throws -> String {
    let path = path(name)
    let file = try #require(fopen(path, "we"))
    let bytes = Array(text.utf8)
    let count = fwrite(bytes, 1, bytes.count, file)
    fclose(file)
    try #require(count == bytes.count)
    if isOld { try setTime(of: name, seconds: 1_700_000_000) }
    return path
  }

  func setTime(of name: String, seconds: Int, nanoseconds: Int = 0) throws {
    let time = timespec(tv_sec: seconds, tv_nsec: nanoseconds)
    try #require(utimensat(AT_FDCWD, path(name), [time, time], 0) == 0)
  }

  func read(_ name: String) throws -> String {
    let file = try #require(fopen(path(name), "re"))
    defer { fclose(file) }
    var block = [UInt8](repeating: 0, count: 1 << 20)
    let count = fread(&block, 1, block.count, file)
    return String(decoding: block[..<count], as: UTF8.self)
  }

  var names: [String] { FolderRemoval.entries(folder).sorted() }

  func mode(_ name: String) throws -> mode_t {
    var status = stat()
    try #require(stat(path(name), &status) == 0)
    return status.st_mode & 0o7777
  }

  /// Runs a script of `/bin/sh` in the folder, and gives what it prints.
  @discardableResult
  func shell(_ script: String) throws -> String {
    let environment = [
      "PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": folder, "LC_ALL": "C",
      "GIT_AUTHOR_NAME": "王芳", "GIT_AUTHOR_EMAIL": "wang@example.com",
      "GIT_COMMITTER_NAME": "王芳", "GIT_COMMITTER_EMAIL": "wang@example.com",
    ]
    let (ending, errors) = ToolProcess.run(
      "/bin/sh", ["-ec", "cd '\(folder)'\n\(script)"], environment: environment,
      collectingAtMost: 1 << 20, errorsAtMost: 4096, until: .now + .seconds(120))
    guard case .exited(status: 0, let output) = ending else {
      Issue.record("\(ending): \(String(decoding: errors, as: UTF8.self))")
      throw FetchFailure(.git(detail: "script"))
    }
    return String(decoding: output, as: UTF8.self)
  }
}

/// What a fetch, a publication or an address fails with; nil where it does not.
func failure<Value, Failure>(_ body: () throws(Failure) -> Value) -> Failure? {
  do throws(Failure) {
    _ = try body()
    return nil
  } catch {
    return error
  }
}

extension Fetched {
  var file: FetchedFile? {
    guard case .file(let file) = self else { return nil }
    return file
  }

  var text: String? { file.map { String(decoding: $0.bytes, as: UTF8.self) } }
}
