import Desk

/// The byte sequences that one terminal's description gives to keys.
///
/// Most terminals send what ``ControlSequence`` understands by itself; this is for the others (the
/// Linux console, rxvt, old ones), so it comes first.
struct KeySequences: Sendable {
  private var keys: [[UInt8]: Key] = [:]
  private var prefixes: Set<[UInt8]> = []
  private var longest = 0

  enum Match: Equatable {
    case key(Key, length: Int)
    /// All there is begins a sequence.
    case incomplete
    case none
  }

  init(_ sequences: [[UInt8]: Key] = [:]) {
    // Single bytes are control characters, which mean the same on every terminal.
    for (bytes, key) in sequences where bytes.count > 1 && bytes[0] == 0x1B {
      keys[bytes] = key
      longest = max(longest, bytes.count)
      for length in 1..<bytes.count { prefixes.insert(Array(bytes.prefix(length))) }
    }
  }

  /// The longest sequence that begins at the index.
  func match(_ bytes: [UInt8], at index: Int) -> Match {
    let available = bytes.count - index
    // A lone escape and what may become an Alt key is the decoder's to judge.
    if available > 2, prefixes.contains(Array(bytes[index...])) { return .incomplete }
    var length = min(longest, available)
    while length > 1 {
      if let key = keys[Array(bytes[index..<index + length])] { return .key(key, length: length) }
      length -= 1
    }
    return .none
  }
}

extension KeySequences {
  /// The keys of terminfo(5) by the name of their capability, and those of ncurses' extensions.
  static let capabilities: [String: Key] = {
    var keys: [String: Key] = [
      "kcuu1": Key(.up), "kcud1": Key(.down), "kcub1": Key(.left), "kcuf1": Key(.right),
      "khome": Key(.home), "kend": Key(.end), "kpp": Key(.pageUp), "knp": Key(.pageDown),
      "kich1": Key(.insert), "kdch1": Key(.delete), "kcbt": Key(.tab, .shift),
      "kbs": Key(.backspace), "kent": Key(.enter), "kfnd": Key(.home), "kslt": Key(.end),
      "kri": Key(.up, .shift), "kind": Key(.down, .shift),
    ]
    for number in 1...12 { keys["kf\(number)"] = Key(.function(UInt8(number))) }
    let shifted: [(String, Key.Code)] = [
      ("kUP", .up), ("kDN", .down), ("kLFT", .left), ("kRIT", .right), ("kHOM", .home),
      ("kEND", .end), ("kPRV", .pageUp), ("kNXT", .pageDown), ("kIC", .insert), ("kDC", .delete),
    ]
    for (name, code) in shifted {
      keys[name] = Key(code, .shift)
      for number in 3...8 { keys["\(name)\(number)"] = Key(code, .init(parameter: number)) }
    }
    return keys
  }()
}

extension Key.Modifiers {
  /// From the number that xterm and its followers send.
  ///
  /// It is one more than bits for Shift, Alt, Control and Meta. Meta is taken for Alt.
  init(parameter: Int) {
    let bits = max(parameter, 1) - 1
    self = []
    if bits & 1 != 0 { insert(.shift) }
    if bits & 0b1010 != 0 { insert(.alt) }
    if bits & 4 != 0 { insert(.control) }
  }
}
