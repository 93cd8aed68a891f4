import Phrases

extension Template {
  /// Where the placeholders stand, in scalars of the text, braces included.
  var placeholderScalars: [Range<Int>] {
    var start = 0
    return segments.compactMap { segment in
      let end = start + text.unicodeScalars[segment.range].count
      defer { start = end }
      return segment.placeholder == nil ? nil : start..<end
    }
  }
}
