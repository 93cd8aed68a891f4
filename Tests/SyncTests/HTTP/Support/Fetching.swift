import Foundation
import Testing

@testable import Sync

/// Limits that a test can wait for.
func smallLimits() -> HTTPOptions.Limits {
  var limits = HTTPOptions.Limits()
  limits.connectMilliseconds = 500
  limits.slowSeconds = 1
  limits.totalMilliseconds = 4_000
  limits.bytes = 4_000_000
  limits.headerBytes = 16_384
  return limits
}

func options(
  credentials: Credentials? = nil, allowsHTTP: Bool = false, environment: [String: String] = [:]
) -> HTTPOptions {
  HTTPOptions(
    credentials: credentials, allowsHTTP: allowsHTTP, environment: environment,
    limits: smallLimits())
}

/// Fetches and answers with what came, or why nothing came.
func fetch(
  _ url: String, unless tag: Sync.Tag? = nil, _ options: HTTPOptions = options()
) -> Result<Fetched, FetchFailure> {
  Result { () throws(FetchFailure) in
    try HTTPTransport(url, options: options).fetch(unless: tag)
  }
}

extension Result where Success == Fetched, Failure == FetchFailure {
  var failure: FetchFailure? {
    if case .failure(let failure) = self { failure } else { nil }
  }
  var reason: FetchFailure.Reason? { failure?.reason }
  var file: FetchedFile? {
    if case .success(.file(let file)) = self { file } else { nil }
  }
  var text: String? { file.map { String(decoding: $0.bytes, as: UTF8.self) } }
}

/// A whole answer with the right length.
func answer(_ body: [UInt8], _ headers: String..., status: String = "200 OK") -> [UInt8] {
  let lines = ["HTTP/1.1 \(status)", "Content-Length: \(body.count)"] + headers
  return Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + body
}

func answer(_ body: String, _ headers: String..., status: String = "200 OK") -> [UInt8] {
  let lines = ["HTTP/1.1 \(status)", "Content-Length: \(body.utf8.count)"] + headers
  return Array((lines.joined(separator: "\r\n") + "\r\n\r\n" + body).utf8)
}

func redirect(_ status: Int, to location: String) -> String {
  "HTTP/1.1 \(status) Moved\r\nLocation: \(location)\r\nContent-Length: 0\r\n\r\n"
}

/// The bytes as the system's gzip packs them.
func gzip(_ bytes: [UInt8]) throws -> [UInt8] {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  let file = folder.appendingPathComponent("file")
  try Data(bytes).write(to: file)
  try runTool("gzip", ["-9", file.path])
  return try Array(Data(contentsOf: file.appendingPathExtension("gz")))
}

struct ToolFailed: Error { var tool: String }

func runTool(_ name: String, _ arguments: [String]) throws {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
  process.arguments = [name] + arguments
  process.standardOutput = FileHandle.nullDevice
  process.standardError = FileHandle.nullDevice
  try process.run()
  process.waitUntilExit()
  guard process.terminationStatus == 0 else { throw ToolFailed(tool: name) }
}
