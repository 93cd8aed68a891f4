extension Desk {
  /// Whether the status line tells that phrases have changed: until that has been looked at.
  var announcesNews: Bool { waiting != nil || news.unseenCount > 0 && news.visit == nil }

  /// Where the phrases come from, in the most words that fit in `width` cells.
  func sourceFact(width: Int) -> (text: String, role: Role) {
    if let expectedCount = list.expectedCount {
      return (Label.indexing(library.count, of: expectedCount).sentence(language), .faint)
    }
    let role: Role = waiting == nil ? .text : .warning
    if announcesNews {
      let changed = SourceLabel.waiting(news.unseenCount).sentence(language)
      // What waits for a yes, or fails, is not to be forgotten for what only came.
      let urgent = news.mostUrgent.flatMap { $0.standing <= .undecided ? $0 : nil }
      guard let urgent else { return (changed, role) }
      let both = changed + "; " + urgent.statusSentence(language, isShort: true)
      return (GlyphRun(both).width <= width ? both : changed, .warning)
    }
    guard origin != .loading, let source = news.mostUrgent else {
      return (Label.origin(origin).sentence(language), .faint)
    }
    let sourceRole = source.standing <= .undecided ? Role.warning : .faint
    let others =
      news.sources.count > 1
      ? SourceLabel.ofSources(news.sources.count).sentence(language) : ""
    let whole = source.statusSentence(language)
    let short = source.statusSentence(language, isShort: true)
    // How many others there are is the first to go, then words, then most of the name.
    for sentence in [whole + others, short + others, short]
    where GlyphRun(sentence).width <= width {
      return (sentence, sourceRole)
    }
    let room = max(GlyphRun(source.name).width - (GlyphRun(short).width - width), 4)
    return (source.statusSentence(language, isShort: true, nameWidth: room), sourceRole)
  }
}
