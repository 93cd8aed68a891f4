import Foundation

/// An X server of lab's own, on a display number that it finds free itself.
final class XServer {
  /// What reaches it.
  let environment: [String: String]
  private let run: TerminalRun

  init() throws {
    guard let path = Program.path(of: "Xvfb") else { throw LabFailure("Xvfb is not installed") }
    let plain = ["PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": "/", "LANG": "C.UTF-8"]
    run = try TerminalRun(
      path, ["-displayfd", "1", "-nolisten", "tcp", "-screen", "0", "64x64x8"],
      environment: plain)
    var number = ""
    let end = ContinuousClock.now + .seconds(20)
    while !number.hasSuffix("\n"), ContinuousClock.now < end {
      if case .bytes(let bytes) = run.read(within: .milliseconds(100)) {
        number += String(decoding: bytes, as: UTF8.self)
      }
    }
    guard let display = number.split(whereSeparator: \.isNewline).last, Int(display) != nil else {
      run.close()
      throw LabFailure("Xvfb did not start: \(number)")
    }
    environment = plain.merging(["DISPLAY": ":\(display)"]) { $1 }
  }

  func close() { run.close() }

  /// What another program reads off its clipboard.
  ///
  /// Asked again where nothing comes: xsel, as owner of a long text, may leave a reader waiting for
  /// ever, and answer the next one.
  func clipboard() throws -> [UInt8] {
    guard let timeout = Program.path(of: "timeout") else { return [] }
    for _ in 0..<3 {
      let text = try Program.output(
        of: timeout, ["5", "xclip", "-selection", "clipboard", "-out"], environment: environment)
      if !text.isEmpty { return Array(text.utf8) }
    }
    return []
  }
}
