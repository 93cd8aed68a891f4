extension Desk {
  /// Where the phrases come from, in the most words that fit in `width` cells.
  func sourceFact(width: Int) -> (text: String, role: Role) {
    if let expectedCount = list.expectedCount {
      return (Label.indexing(library.count, of: expectedCount).sentence(language), .faint)
    }
    if waiting != nil {
      let count = news.marks.count + news.removed.count
      return (SourceLabel.waiting(count).sentence(language), .warning)
    }
    guard origin != .loading, let source = news.mostUrgent else {
      return (Label.origin(origin).sentence(language), .faint)
    }
    let role = source.standing <= .held ? Role.warning : .faint
    let others = news.sources.count > 1 ? " +\(news.sources.count - 1)" : ""
    let whole = source.statusSentence(language) + others
    guard GlyphRun(whole).width > width else { return (whole, role) }
    let short = source.statusSentence(language, isShort: true) + others
    let excess = GlyphRun(short).width - width
    guard excess > 0 else { return (short, role) }
    let room = max(GlyphRun(source.name).width - excess, 4)
    return (source.statusSentence(language, isShort: true, nameWidth: room) + others, role)
  }
}
