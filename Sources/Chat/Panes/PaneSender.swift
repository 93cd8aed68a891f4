import Glibc

/// Puts texts into panes of tmux, as if they were pasted there.
///
/// By a buffer of its own and the pane's id, never by `send-keys`, which eats a trailing `;` and takes
/// a leading `-` for an option; and never with brackets made by hand, which newer versions of tmux
/// make visible.
struct PaneSender {
  let tmux: Tmux
  /// Whether Enter is pressed behind the text.
  var pressesEnter = false

  /// Pastes a sanitised text.
  ///
  /// - Throws: why the pane did not get it; nothing of it has gone there then.
  func send(_ text: [UInt8], to pane: Pane) throws(Refusal) {
    guard let facts = tmux.facts(ofPane: pane.id), facts.pane.isSame(as: pane), !facts.isDead else {
      throw .paneGone(pane.name)
    }
    guard !facts.takesNoInput else { throw .takesNoInput(pane.name) }
    // From 3.7 on tmux shows control characters of a buffer instead of passing them on; those
    // versions are also the ones that tell of brackets.
    let mayQuote = facts.isPasteBracketed == nil
    let pasted = try PaneText(
      text, for: LineDiscipline(device: facts.device) ?? .bytes,
      isPasteBracketed: facts.isPasteBracketed, mayQuote: mayQuote)
    let buffer = "phrasedesk-\(getpid())-\(PaneSender.next())"
    // One run of tmux for both: what cannot be pasted is not left behind as a buffer.
    let ending = tmux.running.feed(
      "tmux",
      [
        "-S", tmux.server, "load-buffer", "-b", buffer, "-", ";",
        "paste-buffer", "-p", "-r", "-d", "-b", buffer, "-t", pane.id,
      ] + (pressesEnter ? [";", "send-keys", "-t", pane.id, "Enter"] : []),
      pasted.bytes)
    guard case .exited(status: 0, _) = ending else {
      _ = tmux.succeeds(["delete-buffer", "-b", buffer])
      throw tmux.facts(ofPane: pane.id) == nil ? .paneGone(pane.name) : .toolFailed("tmux")
    }
  }

  /// Tells the buffers of one process apart: nanoseconds of a clock that only goes forward.
  private static func next() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }
}
