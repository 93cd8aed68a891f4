import Clipboard
import Foundation

/// P5 and P7: what was copied on X11 is what others read, whatever its size, and stays when the
/// program has ended.
struct CopiesReadBack: TortureTest {
  static let row = "P5"
  static let claim = "a thousand copies of each size read back equal, and outlive the program"

  private let plan: TorturePlan

  init(_ plan: TorturePlan) { self.plan = plan }

  /// In bytes.
  private static let sizes = [10, 1_000, 65_536, 1 << 20]
  private static let copies = 1_000
  private static let survivals = 100

  func run() throws -> Report {
    for tool in ["Xvfb", "xclip", "xsel"] where Program.path(of: tool) == nil {
      throw Skipped(why: "\(tool) is not installed")
    }
    let server = try XServer()
    defer { server.close() }
    var bounds = Bounds("P5, P7 copies")
    for size in Self.sizes { try copy(size, by: .xclip, on: server, &bounds) }
    // Of a long text xsel may leave other programs waiting for ever, as xclip's users found too:
    // there the program's own look, by xsel itself, has to do.
    for size in Self.sizes.prefix(2) { try copy(size, by: .xsel, on: server, &bounds) }
    try survive(on: server, &bounds)
    return bounds.report
  }

  /// Copies texts of one size that differ each time.
  private func copy(
    _ size: Int, by way: Way, on server: XServer, _ bounds: inout Bounds
  ) throws {
    // A machine that is busy with other things is no reason to give a tool up.
    let clipboard = SystemClipboard(
      environment: server.environment, setting: way,
      limits: Limits(perTool: .seconds(20), inAll: .seconds(40)))
    let count = plan.isTenth ? Self.copies / 50 : Self.copies
    var equal = 0
    for number in 0..<count {
      let text = Self.text(number, bytes: size)
      let delivery = clipboard.deliver(text)
      if delivery.taken == [Taker(way: way, isVerified: true)], try server.clipboard() == text {
        equal += 1
      } else if bounds.complaintCount < 4 {
        bounds.complain("\(way.rawValue), \(size) bytes, copy \(number): \(delivery)")
      }
    }
    bounds.add("\(way.rawValue), \(size.grouped) bytes: read back equal", equal, is: count)
  }

  /// A phrase sent by a program that ends: five seconds later it is still there.
  private func survive(on server: XServer, _ bounds: inout Bounds) throws {
    let program = try DeskProgram(plan.program)
    let count = plan.count(Self.survivals)
    var kept = 0
    for number in 0..<count {
      let text = "发货 \(number)"
      let file = try program.write(Array("title,text\nx,\(text)\n".utf8), to: "one.csv")
      let said = try Program.output(
        of: program.path, ["send", "--kb", file, "x"],
        environment: program.environment.merging(server.environment) { $1 })
      // Whatever watches for the program's end has the time to do harm.
      _ = poll(nil, 0, plan.isTenth ? 500 : 5_000)
      if said.contains("Copied"), try server.clipboard() == Array(text.utf8) { kept += 1 }
    }
    bounds.add("still there after the program's end", kept, is: count)
  }

  /// A text of 汉字 and lines that is the same at no two copies.
  private static func text(_ number: Int, bytes count: Int) -> [UInt8] {
    var bytes = Array("\(number) ".utf8)
    let piece = Array("亲，您好 #{x};\t-n\n".utf8)
    while bytes.count + piece.count < count { bytes += piece }
    bytes += Array(repeating: UInt8(ascii: "."), count: max(0, count - bytes.count))
    return bytes
  }
}
