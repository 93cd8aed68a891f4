/// Texts that are too long for their place.
extension Canvas {
  /// A category path on one line; where there is no room the upper names go, not the deepest.
  static func path(_ names: [String], width: Int) -> String {
    for dropped in names.indices {
      let lead = dropped == 0 ? "" : "\(cutMark)/ "
      let path = lead + names[dropped...].joined(separator: " / ")
      let run = GlyphRun(path, width: width)
      if !run.isCut, run.width <= width { return path }
    }
    return names.last ?? ""
  }

  /// A text that is no wider than that, its cut marked.
  static func cut(_ text: String, width: Int) -> String {
    let run = GlyphRun(text, width: width)
    guard run.isCut || run.width > width else { return text }
    var kept = String.UnicodeScalarView()
    var used = cutMark.count
    for glyph in run.glyphs {
      used += glyph.width
      guard used <= width else { break }
      kept.append(glyph.scalar)
      kept.append(contentsOf: glyph.marks)
    }
    return String(kept) + cutMark
  }
}

extension Canvas {
  /// As many of the hints of a line, which two blanks set apart, as have room: none is cut, and the first are the
  /// ones that matter.
  static func hints(_ line: String, width: Int) -> String {
    var shown = ""
    for hint in line.split(separator: "  ") {
      let longer = shown.isEmpty ? String(hint) : shown + "  " + hint
      guard GlyphRun(longer).width <= width else { break }
      shown = longer
    }
    return shown
  }
}
