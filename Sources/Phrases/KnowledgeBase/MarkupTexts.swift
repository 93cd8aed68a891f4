/// Texts of a list that are HTML or have their line breaks spelt out: whether the list is so, and what
/// customers would read.
///
/// Helpdesks keep replies as HTML, and a lossy export spells the breaks of every text that has any: then a
/// good share of the texts is so. In other lists a tag, or `\n`, is what an agent tells a customer to type.
struct MarkupTexts {
  private struct Kind {
    var count = 0
    var first: (offset: Int, row: Int)?

    mutating func note(_ row: Row) {
      count += 1
      if first == nil { first = (row.offset(of: .text), row.number) }
    }
  }

  /// A text that may be read otherwise.
  struct Text {
    /// The index of its phrase.
    let phrase: Int
    /// As the file has it.
    let text: String
    let isMarkup: Bool
    /// Where it stands.
    let offset: Int
    let row: Int
  }

  private var found: [Text] = []
  private var markup = Kind()
  private var spelt = Kind()

  /// One of so many texts makes the list so.
  private static let share = 5

  /// Takes the text of the phrase with that index, as the file has it.
  mutating func note(_ text: String, _ signs: TextSigns, ofPhrase index: Int, _ row: Row) {
    guard !signs.isDisjoint(with: [.angle, .ampersand, .escape]) else { return }
    let isSpelt = LiteralBreaks.plain(text).utf8.count != text.utf8.count
    let isMarkup = signs.contains(.angle) && HTMLText.isMarkup(text)
    // `a < b` stays what it is, whatever the other texts are.
    let mayHaveEntities = signs.isDisjoint(with: .angle) && signs.contains(.ampersand)
    guard isSpelt || isMarkup || mayHaveEntities else { return }
    found.append(
      Text(
        phrase: index, text: text, isMarkup: isMarkup || mayHaveEntities,
        offset: row.offset(of: .text), row: row.number))
    if isSpelt { spelt.note(row) }
    if isMarkup { markup.note(row) }
  }

  /// Gives each text that is to be read otherwise as it is to be read, and tells what was done.
  func plain(
    of total: Int, _ choice: ReadingHints.Markup?, _ columnName: String?,
    _ set: (_ text: Text, _ plain: String) -> Void
  ) -> [FindingLog.Entry] {
    guard choice != .keep else { return [] }
    func isRead(_ kind: Kind) -> Bool {
      kind.count > 0 && (choice == .plain || kind.count * MarkupTexts.share >= total)
    }
    let (readsMarkup, readsSpelt) = (isRead(markup), isRead(spelt))
    if readsMarkup || readsSpelt {
      for text in found {
        let broken = readsSpelt ? LiteralBreaks.plain(text.text) : text.text
        set(text, readsMarkup && text.isMarkup ? HTMLText.plain(broken) : broken)
      }
    }
    let said: [(Kind, Finding.Problem)] = [
      (markup, .markup(markup.count, isRead: readsMarkup)),
      (spelt, .speltBreaks(spelt.count, isRead: readsSpelt)),
    ]
    return said.compactMap { kind, problem in
      kind.first.map { first in
        FindingLog.Entry(
          problem: problem, offset: first.offset, columnName: columnName, row: first.row)
      }
    }
  }
}
