/// What the columns of a table are, by what stands in them.
///
/// Told only where nothing else comes into question: of two or three columns the one with the long texts is
/// the text, one with few values a category, one with many short ones the title.
struct ColumnContents {
  /// The column of each number, from 0; nil where it is not plain, or the first record is rather a header.
  let columns: [PhraseColumn: Int]?
  /// A mapping to be typed, where a text column at least can be guessed.
  let suggestion: String

  init(_ records: [TableRecord]) {
    let width = records.map(\.cells.count).max() ?? 0
    let samples = (0..<width).map { index in Sample(index, records) }.filter { !$0.isIndex }
    guard let text = samples.max(by: { $0.meanLength < $1.meanLength }), records.count > 1 else {
      columns = nil
      suggestion = ""
      return
    }
    let others = samples.filter { $0.index != text.index && $0.filled * 2 > records.count }
    let category = others.first { $0.isGroup }
    let title = others.first { $0.index != category?.index && $0.meanLength <= 60 }
    var found: [PhraseColumn: Int] = [.text: text.index]
    found[.title] = title?.index
    found[.category] = category?.index
    let firstIsLikeOthers = Double(text.first.count) * 3 >= text.meanLength
    let isPlain =
      records.count >= 3 && firstIsLikeOthers && samples.count == found.count && found.count > 1
      && samples.allSatisfy { $0.filled * 10 >= records.count * 9 }
      && others.allSatisfy { text.meanLength >= $0.meanLength * 1.5 }
    columns = isPlain ? found : nil
    let header = records[0]
    suggestion = found.sorted { $0.key.rawValue < $1.key.rawValue }.map { column, index in
      let name = header.text(index)
      let isName = !firstIsLikeOthers && !name.isEmpty && !name.contains(",") && name.count <= 40
      return "\(column.name)=\(isName ? name : "\(index + 1)")"
    }.joined(separator: ",")
  }

  private struct Sample {
    let index: Int
    let filled: Int
    /// In characters, over the records that have something.
    let meanLength: Double
    let first: String
    /// Whether it counts its rows.
    let isIndex: Bool
    /// Whether few values stand there again and again.
    let isGroup: Bool

    init(_ index: Int, _ records: [TableRecord]) {
      self.index = index
      let values = records.map { $0.text(index) }
      let texts = values.filter { !$0.isEmpty }
      filled = texts.count
      meanLength = texts.isEmpty ? 0 : Double(texts.reduce(0) { $0 + $1.count }) / Double(filled)
      first = values.first ?? ""
      let numbers = texts.compactMap { Int($0) }
      isIndex =
        texts.isEmpty
        || !numbers.isEmpty && numbers.count >= texts.count - 1 && numbers == numbers.sorted()
      isGroup = filled >= 4 && Set(texts).count * 2 <= filled
    }
  }
}
