import Desk

/// Tells typing from a paste that comes without brackets, by when its pieces come.
///
/// Many terminals, and GNU screen, tmux and the keyboards of virtual machines, type a paste: its line
/// breaks arrive as Enter, which sends. Nobody types a line break with text behind it within a few
/// milliseconds, so what comes that fast is held until it is known what it was:
///
/// ```swift
/// var burst = Burst()
/// burst.take([f], at: 0)              // [f], at once: a lone key
/// burst.take([h, enter], at: 50)      // []
/// burst.wait(at: 50)                  // 40 ms: text may follow
/// burst.settle(at: 90)                // [h, enter]: they were typed
/// burst.take([f, enter, t], at: 200)  // []
/// burst.settle(at: 240)               // [.paste("f\rt")]
/// ```
///
/// Nor does anybody press Ctrl+R within the letters of a word: between text that comes that fast, control
/// characters are part of it, and no keys.
///
/// Measured: tmux' `send-keys f h s j Enter` arrives in one read, text and Enter of two such calls 1.2 ms
/// apart; 30 kB come in reads of up to 4,095 bytes, cut anywhere; a key held down repeats every 25 to 40 ms.
struct Burst {
  /// Reads less than so many milliseconds apart are one block.
  static let blockPause: UInt64 = 10
  /// For so many milliseconds after text Enter may be a line of it, and what comes after a line break
  /// or a paste belongs to it.
  static let linePause: UInt64 = 40
  /// The most printable scalars before an Enter that may have been typed in one go.
  static let typedLimit = 24
  /// The most scalars that may have been typed in one go without a line break.
  ///
  /// Far more than an input method or dictation brings, and each of them is a search.
  static let scalarLimit = 1 << 14

  /// What came and is not settled, in order; the keys behind it where it is a paste.
  private var held: [Input] = []
  /// Whether a line break is among what is held.
  private var hasBreak = false
  /// Whether a control character is among it, behind text: a key, unless text follows.
  private var hasControl = false
  /// The paste that goes on; nil where there is none.
  private var paste: HeldPaste?
  /// How many printable scalars came with less than a ``linePause`` before each.
  private var run = 0
  private var lastText: UInt64?
  private var lastArrival: UInt64?
  /// When the last came of what has to be settled.
  private var lastHeld: UInt64 = 0

  /// Whether something is held, so that what comes later has to wait.
  var isHolding: Bool { paste != nil || !held.isEmpty }

  /// Takes what one read brought, at that many milliseconds of a clock that only goes forward.
  ///
  /// `isLate` says that it may have come any time before, right behind the read before it. Returns
  /// what is known to have been typed, or pasted with brackets.
  mutating func take(_ inputs: [Input], at now: UInt64, isLate: Bool = false) -> [Input] {
    let earliest = isLate ? lastArrival ?? now : now
    let isBehind = isWithin(Self.blockPause, of: lastArrival, at: earliest)
    if !isWithin(Self.linePause, of: lastText, at: earliest) { run = 0 }
    lastArrival = now
    // The beginning of a character, which is text.
    if inputs.isEmpty { lastHeld = now }
    let isAlone = inputs.count == 1 && !isBehind && !isHolding
    let hasText = run > 0 || inputs.contains { Part($0)?.isText ?? false }
    var out: [Input] = []
    for input in inputs {
      let isBehindText = isWithin(Self.blockPause, of: lastText, at: max(earliest, lastText ?? 0))
      take(input, isAlone: isAlone, isBehindText: isBehindText, hasText: hasText, at: now, &out)
    }
    return out
  }

  /// How many milliseconds from now ``settle(at:)`` has something to say, if nothing comes till then.
  func wait(at now: UInt64) -> Int? {
    guard isHolding else { return nil }
    let pause = paste != nil || hasBreak ? Self.linePause : Self.blockPause
    return Int(clamping: lastHeld + pause) - Int(clamping: min(now, lastHeld + pause))
  }

  /// Nothing has come until now, which is to be asked of the terminal first: what is held long
  /// enough is known.
  mutating func settle(at now: UInt64) -> [Input] {
    wait(at: now) == 0 ? finish() : []
  }

  /// Nothing comes any more: gives up all that is held.
  mutating func finish() -> [Input] {
    var out: [Input] = []
    release(&out)
    return out
  }

  // MARK: - One input

  private mutating func take(
    _ input: Input, isAlone: Bool, isBehindText: Bool, hasText: Bool, at now: UInt64,
    _ out: inout [Input]
  ) {
    guard let part = Part(input) else {
      return takeOther(input, isBehindText: isBehindText, at: now, &out)
    }
    if part.isText {
      run += 1
      lastText = now
    }
    if (hasBreak || hasControl) && part.isText || run > Self.scalarLimit
      || part.isBreak && run > Self.typedLimit
    {
      beginPaste()
    }
    lastHeld = now
    if paste != nil {
      paste?.append(part)
    } else if held.isEmpty && !hasText || isAlone && !part.isBreak {
      out.append(input)
    } else {
      held.append(input)
      hasBreak = hasBreak || part.isBreak
    }
  }

  private mutating func takeOther(
    _ input: Input, isBehindText: Bool, at now: UInt64, _ out: inout [Input]
  ) {
    if case .paste = input {
      // Text: an Enter before it was a line of it, and one right behind it is no key either.
      if hasBreak { beginPaste() }
      release(&out)
      (run, lastText) = (Self.typedLimit + 1, now)
      out.append(input)
    } else if input.isControl, paste != nil {
      // Of a paste with brackets it would not be taken either.
    } else if input.isControl, isBehindText || hasControl {
      held.append(input)
      hasControl = true
      lastHeld = now
    } else if hasBreak || paste != nil {
      held.append(input)
    } else {
      release(&out)
      out.append(input)
    }
  }

  /// What is held was pasted, but for the keys among it that no text holds.
  private mutating func beginPaste() {
    guard paste == nil else { return }
    var begun = HeldPaste()
    for part in held.compactMap(Part.init) { begun.append(part) }
    held.removeAll { Part($0) != nil || $0.isControl }
    paste = begun
    (hasBreak, hasControl) = (false, false)
  }

  private mutating func release(_ out: inout [Input]) {
    if let paste { out.append(.paste(paste.text)) }
    out += held
    // A new line begins.
    if hasBreak || paste != nil { run = 0 }
    (paste, held, hasBreak, hasControl) = (nil, [], false, false)
  }

  private func isWithin(_ pause: UInt64, of time: UInt64?, at now: UInt64) -> Bool {
    time.map { now &- $0 < pause } ?? false
  }
}

extension Input {
  /// Whether it is a control character that runs something, or begins with one, as Ctrl+R and Alt+1 do.
  ///
  /// Backspace is none: input methods take back by it what they have just typed.
  fileprivate var isControl: Bool {
    guard case .key(let key) = self else { return false }
    switch key.code {
    case .escape: return true
    case .character, .enter: return !key.modifiers.isEmpty && Part(self) == nil
    default: return false
    }
  }
}

/// What a paste is made of.
private enum Part {
  case text(Unicode.Scalar)
  case lineBreak(Unicode.Scalar)
  case tab

  /// Nil for what no paste holds.
  init?(_ input: Input) {
    guard case .key(let key) = input else { return nil }
    switch (key.code, key.modifiers) {
    case (.character(let scalar), []): self = .text(scalar)
    case (.enter, []): self = .lineBreak("\r")
    // A line feed.
    case (.character("j"), .control): self = .lineBreak("\n")
    case (.tab, []): self = .tab
    default: return nil
    }
  }

  var isText: Bool { if case .text = self { true } else { false } }
  var isBreak: Bool { if case .lineBreak = self { true } else { false } }

  var scalar: Unicode.Scalar {
    switch self {
    case .text(let scalar), .lineBreak(let scalar): scalar
    case .tab: "\t"
    }
  }
}

/// The text of a paste, as long as one with brackets may be.
private struct HeldPaste {
  private var scalars = String.UnicodeScalarView()
  private var room = PasteCollector.limit

  mutating func append(_ part: Part) {
    let scalar = part.scalar
    let length = UTF8.width(scalar)
    guard length <= room else {
      room = 0
      return
    }
    room -= length
    scalars.append(scalar)
  }

  var text: String { String(scalars) }
}
