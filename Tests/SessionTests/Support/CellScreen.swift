import Desk
import Dispatch
import Glibc
import Terminal
import Testing

@testable import Session

/// A screen of cells in memory, with keys to press and a line that can be blocked: a terminal without
/// a terminal.
///
/// Its descriptors are real ones, so that a loop sleeps and wakes on it as on any other.
final class CellScreen: Display {
  /// What a loop did to the screen beside showing canvases.
  enum Deed: Equatable {
    case suspended
    case lent
    case redrawn
    case themed(ThemeChoice)
    case wrote([UInt8])
  }

  private enum Output {
    case frame(Canvas)
    case bytes([UInt8])
  }

  private(set) var size: (rows: Int, columns: Int)
  /// What the agent saw, frame by frame.
  private(set) var frames: [Canvas] = []
  private(set) var deeds: [Deed] = []
  /// Called with each frame before the loop goes on.
  var onFrame: ((CellScreen) -> Void)?
  private var inputs: [Input] = []
  private var heldBack: [Input] = []
  private var heldFor = 0
  private var pending: [Output] = []
  private var isBlocked = false
  private var patience: ContinuousClock.Instant?
  private let line: SocketPair
  private let bell: SocketPair

  init(rows: Int = 24, columns: Int = 80) throws {
    size = (rows, columns)
    line = try SocketPair()
    bell = try SocketPair()
  }

  // MARK: - What the agent does and sees

  /// The screen as text, without the blanks at the ends of rows.
  var text: String { frames.last?.text ?? "" }

  func take(_ input: Input) {
    inputs.append(input)
    line.ring()
  }

  /// Gives an input only when the loop asks by itself, as one that may belong to a paste.
  func holdBack(_ input: Input) {
    heldBack.append(input)
    heldFor = 1
  }

  func resize(rows: Int, columns: Int) {
    size = (rows, columns)
    inputs.append(.resize(rows: rows, columns: columns))
    bell.ring()
  }

  /// The terminal takes no more output.
  func block() {
    isBlocked = true
    line.fill()
  }

  /// The terminal takes output again.
  func unblock() {
    isBlocked = false
    line.drainFar()
  }

  /// Takes the terminal away after a minute, and says what it shows: for a loop that runs by itself.
  func limitPatience() {
    patience = .now + .seconds(60)
    DispatchQueue.global().asyncAfter(deadline: .now() + 60) { [bell] in bell.ring() }
  }

  /// Whether there is something for a loop to take in.
  var hasInput: Bool { !inputs.isEmpty }

  // MARK: - Display

  var descriptor: Int32 { line.near }
  var wakeDescriptor: Int32 { bell.near }

  func readInputs() -> [Input] {
    line.drainNear()
    bell.drainNear()
    if let patience, patience <= .now {
      Issue.record("waited in vain; the screen:\n\(text)")
      inputs.append(.closed)
    }
    defer { (inputs, heldBack) = ([], []) }
    return inputs + heldBack
  }

  var isHoldingInput: Bool { !heldBack.isEmpty }

  func prepareToWait() -> Int? {
    guard isHoldingInput else { return nil }
    defer { heldFor = 0 }
    return heldFor
  }

  var hasPendingOutput: Bool { !pending.isEmpty }

  var canTakeOutput: Bool {
    flush()
    return !isBlocked
  }

  func show(_ canvas: Canvas) -> Bool {
    guard pending.isEmpty else { return false }
    pending.append(.frame(canvas))
    flush()
    return true
  }

  func writeRaw(_ bytes: [UInt8]) {
    pending.append(.bytes(bytes))
    flush()
  }

  func use(_ theme: ThemeChoice) { deeds.append(.themed(theme)) }
  func redrawAll() { deeds.append(.redrawn) }
  func lend(_ body: () -> Void) {
    deeds.append(.lent)
    body()
  }
  func suspend() { deeds.append(.suspended) }

  private func flush() {
    guard !isBlocked else { return }
    let arrived = pending
    pending = []
    for output in arrived {
      switch output {
      case .frame(let canvas):
        frames.append(canvas)
        onFrame?(self)
      case .bytes(let bytes): deeds.append(.wrote(bytes))
      }
    }
  }
}

/// Two ends of a line, neither of which waits.
private final class SocketPair: Sendable {
  let near: Int32
  private let far: Int32

  init() throws {
    var ends: [Int32] = [0, 0]
    let type = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue)
    guard socketpair(AF_UNIX, type, 0, &ends) == 0 else { throw SessionError.noDescriptors }
    (near, far) = (ends[0], ends[1])
  }

  deinit {
    close(near)
    close(far)
  }

  /// Makes the near end readable.
  func ring() { _ = write(far, [1], 1) }

  /// Writes to the near end until it takes no more.
  func fill() {
    let block = [UInt8](repeating: 0, count: 4_096)
    while write(near, block, block.count) > 0 {}
  }

  func drainNear() { drain(near) }
  func drainFar() { drain(far) }

  private func drain(_ end: Int32) {
    var block = [UInt8](repeating: 0, count: 4_096)
    while read(end, &block, block.count) > 0 {}
  }
}

extension Canvas {
  var text: String {
    (0..<rows).map { row in
      var line = ""
      for cell in self.row(row) {
        guard case .scalar(let scalar, let marks) = cell.content else { continue }
        line.unicodeScalars.append(scalar)
        line.unicodeScalars.append(contentsOf: marks)
      }
      while line.last == " " { line.removeLast() }
      return line
    }.joined(separator: "\n")
  }
}
