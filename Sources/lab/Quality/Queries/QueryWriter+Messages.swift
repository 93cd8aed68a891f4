// Customers' messages.
extension QueryWriter {
  /// Messages that share words with the titles they are about.
  func messages(_ random: inout SeededGenerator) -> [QualityQuery] {
    written(\.shared, .message)
      + collect(from: ownHalf(book.hasIntents ? book.intents : book.titles), &random) {
        group, random in
        let title = book.phrases[random.pick(group.members)].title
        guard let words = MessageText.loose(title, &random) else { return nil }
        let message = MessageText.wrapped(words, &random)
        return [QualityQuery(.message, message, relevant: Set(group.members))]
      }
  }

  /// Messages that say it in other words.
  func paraphrases(_ random: inout SeededGenerator) -> [QualityQuery] {
    if book.hasIntents { return heldOut(&random) }
    return written(\.paraphrased, .paraphrase)
      + collect(from: ownHalf(book.titles), &random) { group, random in
        let title = book.phrases[group.members[0]].title
        guard let words = MessageText.reworded(title) else { return nil }
        let message = MessageText.wrapped(words, &random)
        return [QualityQuery(.paraphrase, message, relevant: Set(group.members))]
      }
  }

  /// The titles of phrases that are not in the library when they are asked for: what another
  /// customer said who wanted the same.
  private func heldOut(_ random: inout SeededGenerator) -> [QualityQuery] {
    collect(from: ownHalf(book.intents), &random) { group, random in
      let (out, kept) = (
        group.members.filter { book.isHeldOut($0) }, group.members.filter { !book.isHeldOut($0) }
      )
      guard !out.isEmpty, !kept.isEmpty else { return nil }
      var query = QualityQuery(
        .paraphrase, book.phrases[random.pick(out)].title, relevant: Set(kept))
      query.isHeldOut = true
      return [query]
    }
  }

  /// Those that were written by hand for a title of this book.
  private func written(
    _ part: KeyPath<CustomerMessage, String>, _ stratum: Stratum
  ) -> [QualityQuery] {
    let messages = Dictionary(
      CustomerMessage.all.flatMap { message in message.titles.map { ($0, message) } }
    ) { first, _ in first }
    return ownHalf(book.titles).compactMap { group in
      messages[group.name].map {
        QualityQuery(stratum, $0[keyPath: part], relevant: Set(group.members))
      }
    }
  }
}

extension Book {
  /// Whether a phrase is left out for the messages that are titles of others: one in ten.
  func isHeldOut(_ index: Int) -> Bool { Checksum(of: phrases[index].title).value >> 20 % 10 == 0 }
}
