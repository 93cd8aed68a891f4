import Desk

/// Turns the terminal's bytes into keys and pastes, however they are cut into pieces.
///
/// ncurses' `wget_wch` is not used for this: it loses a character whose bytes arrive in two reads,
/// lets one wrong byte swallow up to fifteen keys after it, and answers the same for "nothing yet"
/// as for "the terminal is gone". The sequences it knows from terminfo come in as ``KeySequences``.
struct InputDecoder {
  /// After this many milliseconds, what did not become a sequence is dropped.
  static let staleAfter: UInt64 = 1000
  /// The most bytes of a terminal's answer that are skipped while looking for its end.
  static let answerLimit = 4096

  private let sequences: KeySequences
  /// Begins with something incomplete, or is empty.
  private var pending: [UInt8] = []
  private var paste: PasteCollector?
  private var clicks = ClickRecognizer()
  private var lastArrival: UInt64 = 0
  /// Where the cursor stands, as the terminal said last; whoever asked for it takes it.
  private(set) var cursor: (row: Int, column: Int)?

  init(sequences: KeySequences = KeySequences()) {
    self.sequences = sequences
  }

  /// Whether ``settle()`` would make keys out of what came so far.
  ///
  /// It would of `ESC`, which a person may have pressed, and which begins most sequences.
  var isAmbiguous: Bool {
    paste == nil && Self.ambiguous.contains(pending)
  }

  private static let ambiguous: Set<[UInt8]> = [
    [0x1B], [0x1B, 0x1B], Array("\u{1B}[".utf8), Array("\u{1B}O".utf8), Array("\u{1B}]".utf8),
    Array("\u{1B}P".utf8), Array("\u{1B}\u{1B}[".utf8), Array("\u{1B}\u{1B}O".utf8),
  ]

  /// Takes bytes that arrived together, at that many milliseconds of a clock that only goes forward.
  mutating func decode(_ bytes: [UInt8], at now: UInt64) -> [Input] {
    var inputs: [Input] = []
    let pause = now &- lastArrival
    lastArrival = now
    if pause >= Self.staleAfter, !pending.isEmpty {
      inputs += settle()
      pending.removeAll()
    }
    if pause >= PasteCollector.pause, let open = paste, open.isOver(before: bytes) {
      inputs.append(.paste(open.text))
      paste = nil
    }
    pending += bytes
    var index = 0
    while index < pending.count {
      // Out of its place, so that what was collected is not copied with every piece.
      if var open = paste.take() {
        guard let end = open.take(pending, from: index) else {
          paste = open
          index = pending.count
          break
        }
        inputs.append(.paste(open.text))
        index = end
        continue
      }
      let step = step(at: index)
      if case .incomplete = step { break }
      if case .key(let key, _) = step { inputs.append(.key(key)) }
      if case .mouse(let report, _) = step { inputs += clicks.take(report).map(Input.mouse) }
      if case .pasteBegins = step { paste = PasteCollector() }
      if case .cursor(let row, let column, _) = step { cursor = (row, column) }
      index += step.length
    }
    pending.removeFirst(index)
    return inputs
  }

  mutating func takeCursor() -> (row: Int, column: Int)? {
    defer { cursor = nil }
    return cursor
  }

  /// Nothing more came for a while: what could be a key by itself, is one.
  mutating func settle() -> [Input] {
    guard isAmbiguous else { return [] }
    defer { pending.removeAll() }
    let escape = Input.key(Key(.escape))
    guard let last = pending.last, last != 0x1B else { return pending.map { _ in escape } }
    let alt = Input.key(Key(.character(Unicode.Scalar(last)), .alt))
    return pending.count == 3 ? [escape, alt] : [alt]
  }

  private func step(at index: Int) -> InputStep {
    let byte = pending[index]
    if byte == 0x1B { return escape(at: index) }
    if byte < 0x20 || byte == 0x7F { return .key(Self.control(byte), length: 1) }
    switch ScalarStep.next(in: pending, at: index) {
    case .scalar(let scalar, let length):
      // C1 controls are no text, and come from no key.
      return (0x80...0x9F).contains(scalar.value)
        ? .ignored(length: length) : .key(Key(.character(scalar)), length: length)
    case .invalid: return .ignored(length: 1)
    case .incomplete: return .incomplete
    }
  }

  private static func control(_ byte: UInt8) -> Key {
    switch byte {
    case 0x0D: Key(.enter)
    case 0x09: Key(.tab)
    case 0x08, 0x7F: Key(.backspace)
    case 0x00: Key(.character(" "), .control)
    case 0x01...0x1A: Key(.character(Unicode.Scalar(byte + 0x60)), .control)
    default: Key(.character(Unicode.Scalar(byte + 0x40)), .control)
    }
  }

  private func escape(at index: Int) -> InputStep {
    guard index + 1 < pending.count else { return .incomplete }
    switch sequences.match(pending, at: index) {
    case .key(let key, let length): return .key(key, length: length)
    case .incomplete: return .incomplete
    case .none: break
    }
    switch pending[index + 1] {
    case UInt8(ascii: "["), UInt8(ascii: "O"):
      guard index + 2 < pending.count else { return .incomplete }
      return ControlSequence.read(pending, at: index)
    case UInt8(ascii: "]"), UInt8(ascii: "P"):
      guard index + 2 < pending.count else { return .incomplete }
      if let answer = answer(at: index) { return answer }
    case 0x1B:
      return escapeTwice(at: index)
    default: break
    }
    return addingAlt(step(at: index + 1))
  }

  /// `ESC ESC` is the key pressed twice, or Alt with a sequence, as rxvt sends it.
  private func escapeTwice(at index: Int) -> InputStep {
    guard index + 2 < pending.count else { return .incomplete }
    let introducers = [UInt8(ascii: "["), UInt8(ascii: "O")]
    guard introducers.contains(pending[index + 2]) else { return .key(Key(.escape), length: 1) }
    return addingAlt(escape(at: index + 1))
  }

  private func addingAlt(_ step: InputStep) -> InputStep {
    switch step {
    case .key(let key, let length):
      .key(Key(key.code, key.modifiers.union(.alt)), length: length + 1)
    // Nobody holds Alt with it here: Esc was pressed, and the mouse came right after.
    case .mouse: .key(Key(.escape), length: 1)
    case .pasteBegins(let length): .pasteBegins(length: length + 1)
    case .cursor: .key(Key(.escape), length: 1)
    case .ignored(let length): .ignored(length: length + 1)
    case .incomplete: .incomplete
    }
  }

  /// Skips a late answer to a question that an earlier program asked the terminal.
  ///
  /// Answers go on with a digit or a sign, which tells them from Alt+] and Alt+Shift+P.
  private func answer(at index: Int) -> InputStep? {
    guard (0x21...0x3F).contains(pending[index + 2]) else { return nil }
    var end = index + 2
    while end < pending.count, end - index < Self.answerLimit {
      if pending[end] == 0x07 { return .ignored(length: end + 1 - index) }
      if pending[end] == 0x1B {
        guard end + 1 < pending.count else { return .incomplete }
        // `ESC \` ends it; any other escape begins something new.
        return .ignored(length: (pending[end + 1] == UInt8(ascii: "\\") ? end + 2 : end) - index)
      }
      end += 1
    }
    return end == pending.count ? .incomplete : .ignored(length: end - index)
  }
}
