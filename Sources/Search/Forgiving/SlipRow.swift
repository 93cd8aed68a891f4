/// What one unit of a text does to a search for one word that forgives a slip.
///
/// ``Row`` with three more of its kind: what the unit may consume with a slip inside it, and the
/// two halves of a slip between it and its neighbour.
struct SlipRow: Sendable {
  /// Without a slip.
  var exact = Row()
  /// With one.
  ///
  /// The lengths are those of the letters typed; `pass` says where a Latin letter was left out.
  var edit = Row()
  /// Where seven letters may be consumed: one typed twice in a syllable of six.
  var edit7: UInt64 = 0
  /// Consumes some letters, leaves one out and consumes the next.
  ///
  /// So 退 consumes t, u, i of `tukiuan`, its last letter having changed places with the first of
  /// what follows. The length is that of the letters before the one left out; `pass` stands for
  /// none.
  var out = Row()
  /// Consumes the letter left out, jumps the one consumed before, and goes on.
  ///
  /// So 款 consumes k, u, a, n of it. The length is that of the letters consumed.
  var into = Row()
}

extension Row {
  /// The offsets from which it allows anything.
  var from: UInt64 { take1 | take2 | take3 | take4 | take5 | take6 | pass }

  /// Whether `length` units may be consumed from `offset` on.
  func allows(_ length: Int, at offset: Int) -> Bool {
    let takes = [pass, take1, take2, take3, take4, take5, take6]
    return takes[length] >> UInt64(offset) & 1 != 0
  }
}

/// How far a search for one word has come: bit i of each says that i units of it are consumed.
struct SlipState {
  /// Without a slip.
  var exact: UInt64 = 0
  /// i units and the one after the next, which was typed too early.
  var pending: UInt64 = 0
  /// With one slip, and with two.
  var once: UInt64 = 0
  var twice: UInt64 = 0

  static let start = SlipState(exact: 1)

  var isDead: Bool { exact | pending | once | twice == 0 }

  /// The fewest slips with which everything is consumed.
  @inline(__always)
  func slips(_ accept: UInt64) -> Int? {
    guard (exact | once | twice) & accept != 0 else { return nil }
    return exact & accept != 0 ? 0 : once & accept != 0 ? 1 : 2
  }

  /// The state after one more unit; `second` is all ones when a second slip is forgiven, else 0.
  @inline(__always)
  func advanced(by row: SlipRow, second: UInt64) -> SlipState {
    let edited = row.edit.advance(exact) | (exact & row.edit7) << 7
    return SlipState(
      exact: row.exact.advance(exact),
      pending: row.out.advance(exact) | pending & row.exact.pass,
      once: row.exact.advance(once) | edited | row.into.advance(pending) << 1,
      twice: row.exact.advance(twice) | row.edit.advance(once & second))
  }
}
