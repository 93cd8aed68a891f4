import Foundation
import Testing

@testable import Sync

/// A folder with a test CA and the certificates it has signed, made by `openssl`.
struct TestCA {
  let folder: URL

  static let isAvailable = (try? runTool("openssl", ["version"])) != nil

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try runTool(
      "openssl",
      [
        "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", path("ca.key"), "-out",
        path("ca.pem"), "-subj", "/CN=Test CA", "-days", "2",
      ])
  }

  func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  /// Signs a certificate for that host which is valid from now on for so many days.
  func sign(_ name: String, host: String, days: Int) throws {
    try "subjectAltName=\(host)".write(toFile: path("names"), atomically: true, encoding: .utf8)
    try runTool(
      "openssl",
      [
        "req", "-newkey", "rsa:2048", "-nodes", "-keyout", path("\(name).key"), "-out",
        path("request"), "-subj", "/CN=desk",
      ])
    try runTool(
      "openssl",
      [
        "x509", "-req", "-in", path("request"), "-CA", path("ca.pem"), "-CAkey", path("ca.key"),
        "-CAcreateserial", "-days", "\(days)", "-extfile", path("names"), "-out",
        path("\(name).pem"),
      ])
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }
}

/// `openssl s_server` with one certificate, which answers every question with the file `kb.csv`.
final class TLSServer {
  let port: Int
  private let process = Process()

  init(_ ca: TestCA, certificate: String, arguments: [String] = []) throws {
    let whole = answer("text\nhello\n", "Connection: close")
    try Data(whole).write(to: ca.folder.appendingPathComponent("kb.csv"))
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments =
      [
        "openssl", "s_server", "-accept", "127.0.0.1:0", "-HTTP", "-cert",
        ca.path("\(certificate).pem"), "-key", ca.path("\(certificate).key"),
      ] + arguments
    process.currentDirectoryURL = ca.folder
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    // It says "ACCEPT 127.0.0.1:12345" once it listens.
    var said = ""
    var found: Int?
    while found == nil {
      let data = output.fileHandleForReading.availableData
      guard !data.isEmpty else { break }
      said += String(decoding: data, as: UTF8.self)
      found = said.split(separator: "\n").first { $0.hasPrefix("ACCEPT") && said.hasSuffix("\n") }
        .flatMap { $0.split(separator: ":").last }.flatMap { Int($0) }
    }
    port = try #require(found, "openssl s_server did not start: \(said)")
  }

  deinit {
    kill(process.processIdentifier, SIGKILL)
  }
}
