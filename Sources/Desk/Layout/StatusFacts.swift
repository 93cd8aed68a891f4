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
    let others =
      news.sources.count > 1
      ? SourceLabel.ofSources(news.sources.count).sentence(language) : ""
    let whole = source.statusSentence(language)
    let short = source.statusSentence(language, isShort: true)
    // How many others there are is the first to go, then words, then most of the name.
    for sentence in [whole + others, short + others, short]
    where GlyphRun(sentence).width <= width {
      return (sentence, role)
    }
    let room = max(GlyphRun(source.name).width - (GlyphRun(short).width - width), 4)
    return (source.statusSentence(language, isShort: true, nameWidth: room), role)
  }
}
