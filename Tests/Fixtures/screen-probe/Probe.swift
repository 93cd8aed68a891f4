import Desk
import Glibc
import Terminal

/// The smallest session there can be.
struct Probe {
  let log: Log
  let reports: String?
  private var shown: [String] = []
  private var count = 0

  init(log: Log, reports: String?) {
    self.log = log
    self.reports = reports
  }

  mutating func run() throws {
    var options = ScreenOptions.fromEnvironment()
    options.reportDirectory = reports
    if getenv("PROBE_ASCII") != nil { options.borders = .ascii }
    if getenv("PROBE_NO_MOUSE") != nil { options.hasMouse = false }
    let screen: Screen
    do {
      screen = try Screen(options)
    } catch {
      log.write("\(error)")
      exit(3)
    }
    defer { screen.close() }
    var needsDraw = true
    screen.show(canvas(screen.size))
    log.write("ready \(screen.size.rows)x\(screen.size.columns) \(getpid())")
    while true {
      if needsDraw, screen.canTakeOutput {
        count += 1
        needsDraw = !screen.show(canvas(screen.size))
      }
      let output = needsDraw || screen.hasPendingOutput ? POLLOUT : 0
      var entries = [
        pollfd(fd: screen.descriptor, events: Int16(POLLIN | output), revents: 0),
        pollfd(fd: screen.wakeDescriptor, events: Int16(POLLIN), revents: 0),
      ]
      poll(&entries, 2, screen.prepareToWait().map { Int32(clamping: $0) } ?? -1)
      if screen.hasPendingOutput { _ = screen.canTakeOutput }
      for input in screen.readInputs() {
        needsDraw = true
        let line = Self.describe(input)
        log.write(line)
        shown = shown.suffix(5) + [line]
        switch input {
        case .closed, .key(Key(.character("q"), .control)): return
        case .key(Key(.character("z"), .control)):
          screen.suspend()
          log.write("resumed")
        case .key(let key) where key.modifiers == .alt: try Crash(key)?.happen()
        default: break
        }
      }
    }
  }

  private static func describe(_ input: Input) -> String {
    switch input {
    case .key(let key):
      var text = key.modifiers.contains(.control) ? "C-" : ""
      if key.modifiers.contains(.alt) { text += "A-" }
      if key.modifiers.contains(.shift) { text += "S-" }
      if case .character(let scalar) = key.code { return text + String(Character(scalar)) }
      return text + "\(key.code)"
    case .mouse(let mouse):
      return "\(mouse.kind) \(mouse.position.row),\(mouse.position.column)"
    case .paste(let text): return "paste \(text.utf8.count) \(text.prefix(20).debugDescription)"
    case .resize(let rows, let columns): return "resize \(rows)x\(columns)"
    case .closed: return "closed"
    }
  }

  /// A border around what came in, with a wide and a combining character and some rubbish in it.
  private func canvas(_ size: (rows: Int, columns: Int)) -> Canvas {
    var canvas = Canvas(rows: size.rows, columns: size.columns)
    guard size.rows > 2, size.columns > 20 else { return canvas }
    let (bottom, right) = (size.rows - 1, size.columns - 1)
    for column in 1..<right {
      canvas[0, column] = Cell(.scalar("─", marks: []), style: Style(.border))
      canvas[bottom, column] = canvas[0, column]
    }
    for row in 1..<bottom {
      canvas[row, 0] = Cell(.scalar("│", marks: []), style: Style(.border))
      canvas[row, right] = canvas[row, 0]
    }
    let corners: [(Int, Int, Unicode.Scalar)] = [
      (0, 0, "┌"), (0, right, "┐"), (bottom, 0, "└"), (bottom, right, "┘"),
    ]
    for (row, column, scalar) in corners {
      canvas[row, column] = Cell(.scalar(scalar, marks: []), style: Style(.border))
    }
    canvas[1, 1] = Cell(.scalar("发", marks: []), style: Style(.match))
    canvas[1, 2] = Cell(.continuation, style: Style(.match))
    canvas[1, 3] = Cell(.scalar("e", marks: ["\u{301}"]), style: Style(.text, isSelected: true))
    canvas[1, 4] = Cell(.scalar("\u{1B}", marks: []), style: Style(.text))
    canvas[1, 5] = Cell(.scalar("\u{202E}", marks: []), style: Style(.text))
    canvas[1, 6] = Cell(.scalar("!", marks: ["\u{200B}"]), style: Style(.text))
    if getenv("PROBE_PAINT") != nil {
      let paint = Paint(
        Colour(red: 255, green: 135, blue: 0), on: Colour(red: 0, green: 0, blue: 175))
      canvas[2, 1] = Cell(.scalar("▀", marks: []), style: Style(.text, paint: paint))
    }
    for (row, line) in shown.enumerated() where row + 2 < bottom {
      for (column, scalar) in line.unicodeScalars.prefix(right - 1).enumerated()
      where scalar.isASCII {
        canvas[row + 2, column + 1] = Cell(.scalar(scalar, marks: []), style: .text)
      }
    }
    canvas.cursor = Position(row: 1, column: 3)
    return canvas
  }
}
