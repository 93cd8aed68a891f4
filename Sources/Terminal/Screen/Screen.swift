import CrashGuard
import Desk
import Glibc
import Phrases

/// The terminal as the desk's session uses it: inputs come out, canvases go in.
///
/// There is at most one at a time, used on the main thread only, and ended by ``close()``. However
/// the program ends instead, the crash guard gives the terminal back.
///
/// Nothing here waits for the terminal, but a lone `ESC` for the rest of its sequence; what may be a
/// paste without brackets is held back, and ``prepareToWait()`` says how long. Output that
/// the terminal does not take stays here, a frame at most, and goes out as the terminal takes it;
/// meanwhile ``show(_:)`` refuses frames, and the newest is shown once there is room.
public final class Screen {
  /// The most bytes that one ``readInputs()`` takes, so that a flood of them stops nothing else.
  static let readLimit = 1 << 18

  /// How the locale was found.
  let locale: TerminalLocale
  private let options: ScreenOptions
  private let device: TerminalDevice
  private let curses: Curses
  private let modes: TerminalModes
  private var decoder: InputDecoder
  private var burst = Burst()
  private var widthQuestion = WidthQuestion()
  /// Whether input was there before anybody waited for it.
  private var isLate = false
  private var pending: [UInt8] = []
  private var isGone = false
  private var isClosed = false

  /// Takes the terminal over; its first frame is what ``show(_:)`` gets.
  ///
  /// - Throws: ``TerminalError``; the terminal is then as it was.
  public init(_ options: ScreenOptions = .fromEnvironment()) throws(TerminalError) {
    locale = try TerminalLocale.adopt()
    self.options = options
    device = try TerminalDevice()
    // Before ncurses, which leaves signals alone that somebody handles.
    let error = crash_guard_install(device.descriptor, options.reportDirectory)
    guard error == 0 else {
      device.close()
      throw .system(call: "crash guard", errno: error)
    }
    do {
      curses = try Curses(options: options)
    } catch {
      crash_guard_remove()
      device.close()
      throw error
    }
    modes = TerminalModes.current(hasMouse: options.hasMouse)
    decoder = InputDecoder(sequences: curses.keySequences())
    if let size = device.size { curses.resize(rows: size.rows, columns: size.columns) }
    draw(ambiguousInTwo: options.ambiguousWidth == .two)
    takeOver()
    if options.ambiguousWidth == .auto, curses.size.rows > 1 {
      widthQuestion.ask()
      writeRaw(WidthQuestion.bytes)
    }
  }

  /// To poll for input.
  public var descriptor: Int32 { device.descriptor }

  /// To poll for input as well: readable after a resize and after a stop.
  public var wakeDescriptor: Int32 { crash_guard_wake_descriptor() }

  /// In cells.
  public var size: (rows: Int, columns: Int) { curses.size }

  /// What came in since the last call and is known to be a key or a paste, in order.
  public func readInputs() -> [Input] {
    guard !isClosed else { return [] }
    var inputs = takeEvents()
    guard !isGone else { return inputs }
    var count = 0
    while count < Self.readLimit {
      let before = MonotonicClock.now
      switch device.read() {
      case .bytes(let bytes):
        count += bytes.count
        let now = MonotonicClock.now
        inputs += burst.take(decoder.decode(bytes, at: now), at: now, isLate: isLate)
        isLate = true
        continue
      case .nothing:
        if decoder.isAmbiguous {
          isLate = !device.waitForInput(milliseconds: options.escapeDelay)
          if !isLate { continue }
          inputs += burst.take(decoder.settle(), at: before, isLate: true)
        }
        // There was nothing at that time; what came since belongs to what is held.
        inputs += burst.settle(at: before)
      case .closed:
        isGone = true
        inputs += burst.finish() + [.closed]
      }
      break
    }
    return inputs + takeAnswer()
  }

  /// Draws otherwise once the terminal has said that it does.
  private func takeAnswer() -> [Input] {
    guard let (row, column) = decoder.takeCursor(),
      let isWide = widthQuestion.isWide(row: row, column: column), isWide
    else { return [] }
    draw(ambiguousInTwo: true)
    // What is drawn for it is laid out in other columns.
    return [.resize(rows: curses.size.rows, columns: curses.size.columns)]
  }

  private func draw(ambiguousInTwo isWide: Bool) {
    Width.isAmbiguousWide = isWide
    curses.borders = isWide ? .ascii : options.borders
    curses.forgetAll()
  }

  /// Whether keys are held back until it is known whether they are a paste: whatever happens later
  /// has to wait for them.
  public var isHoldingInput: Bool { burst.isHolding }

  /// How many milliseconds to wait for input at most before ``readInputs()`` is called in any case;
  /// nil where there is no need.
  ///
  /// To be called right before each wait: what is there by then may have come any time before.
  public func prepareToWait() -> Int? {
    isLate = device.waitForInput(milliseconds: 0)
    return burst.wait(at: MonotonicClock.now)
  }

  /// Whether output waits here for the terminal to take it: poll for POLLOUT then, and ask
  /// ``canTakeOutput``, which sends it.
  public var hasPendingOutput: Bool { !pending.isEmpty }

  /// Whether the terminal takes a frame now.
  ///
  /// Sends what waits first.
  public var canTakeOutput: Bool {
    flush()
    return pending.isEmpty && (isGone || device.takesOutput)
  }

  /// Shows a canvas, or answers false if the terminal has not taken the one before.
  @discardableResult
  public func show(_ canvas: Canvas) -> Bool {
    flush()
    guard pending.isEmpty, !isClosed else { return false }
    pending = curses.draw(canvas)
    flush()
    return true
  }

  /// Sends bytes that show nothing, such as OSC 52, between two frames.
  public func writeRaw(_ bytes: [UInt8]) {
    guard !isClosed else { return }
    pending += bytes
    flush()
  }

  /// Shows canvases in another theme from the next one on.
  public func use(_ theme: ThemeChoice) {
    guard !isClosed else { return }
    curses.use(theme)
  }

  /// Draws all that is shown once more, whatever the terminal shows.
  ///
  /// Where the terminal has not taken the frame before, the next one draws everything.
  public func redrawAll() {
    guard !isClosed else { return }
    flush()
    guard pending.isEmpty else {
      curses.forget()
      return
    }
    pending = curses.redraw()
    flush()
  }

  /// Stops the job, as Ctrl+Z does to any program, and returns when it goes on.
  ///
  /// ``wakeDescriptor`` is readable then: the next ``readInputs()`` takes the terminal over again,
  /// draws all once more, and tells a new size. Until then nothing is written.
  public func suspend() {
    guard !isClosed else { return }
    crash_guard_stop_job()
  }

  /// Lends the terminal to another program until `body` has returned; then all is drawn once more.
  public func lend(_ body: () -> Void) {
    guard !isClosed else { return }
    flush()
    crash_guard_restore()
    body()
    takeOver()
    pending += curses.redraw()
    flush()
  }

  /// Gives the terminal back.
  ///
  /// After it the screen does nothing any more, and has no inputs.
  public func close() {
    guard !isClosed else { return }
    isClosed = true
    curses.close()
    crash_guard_remove()
    device.close()
  }

  private func takeOver() {
    device.enterRawMode()
    modes.leave.withUnsafeBufferPointer { crash_guard_arm($0.baseAddress, $0.count) }
    pending = modes.enter
    flush()
  }

  private func takeEvents() -> [Input] {
    let events = crash_guard_take_events()
    if events & UInt32(CRASH_GUARD_CONTINUED) != 0 {
      // After a forced stop nothing was left: leave now, so that nothing is entered twice.
      crash_guard_restore()
      takeOver()
      pending += curses.redraw()
      flush()
    }
    guard events != 0, let size = device.size else { return [] }
    if size != curses.size {
      curses.resize(rows: size.rows, columns: size.columns)
    } else if events & UInt32(CRASH_GUARD_RESIZED) != 0 {
      // It was another size in between, and may have lost what stood beyond its edge.
      curses.forget()
    } else {
      return []
    }
    return [.resize(rows: size.rows, columns: size.columns)]
  }

  private func flush() {
    // Between a stop and its event the terminal is the shell's.
    guard !pending.isEmpty, !isClosed, crash_guard_is_armed() else { return }
    pending.removeFirst(device.write(pending[...]))
  }
}
