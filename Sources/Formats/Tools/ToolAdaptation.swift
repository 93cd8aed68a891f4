import Phrases

/// Makes ours of what another tool's rows say, and counts what is lost.
///
/// A class, since the builder asks it for each row while the reader goes on.
final class ToolAdaptation {
  private let tool: Tool?
  private let placeholders: ToolPlaceholders
  private let keepsMarkup: Bool
  private(set) var losses = Losses()

  /// The status of a row whose text is for colleagues.
  static let internalNote = "internal note"

  /// What could not be carried over.
  struct Losses {
    /// What the file lost of a kind: how often, up to three samples, and where the first stands.
    private var found:
      [Finding.ForeignProblem.NotCarried: (count: Int, samples: [String], at: Int)] =
        [:]

    mutating func add(
      _ kind: Finding.ForeignProblem.NotCarried, _ sample: String, at offset: Int
    ) {
      var entry = found[kind] ?? (0, [], offset)
      entry.count += 1
      if entry.samples.count < 3, !entry.samples.contains(sample) { entry.samples.append(sample) }
      found[kind] = entry
    }

    func report(to log: inout FindingLog) {
      // In an order of their own: what is found at one place is said in the same order each time.
      for kind in Finding.ForeignProblem.NotCarried.allCases {
        guard let entry = found[kind] else { continue }
        log.add(
          .foreign(.notCarried(kind, count: entry.count, samples: entry.samples)), at: entry.at)
      }
    }
  }

  /// Without a tool only what every program may say is understood: days.
  init(_ tool: Tool?, _ hints: ReadingHints) {
    self.tool = tool
    placeholders = ToolPlaceholders(styles: tool?.placeholders ?? [])
    keepsMarkup = hints.markup == .keep
  }

  func adapt(_ row: inout Row) {
    for column in [PhraseColumn.validFrom, .validUntil] where !row[column].text.isEmpty {
      row[column].text = ForeignDay.iso(row[column].text)
    }
    guard let tool else { return }
    let isInternal = row[.status].text == ToolAdaptation.internalNote
    if !tool.off.isEmpty {
      row[.status].text = tool.off.contains(row[.status].text.lowercased()) ? "draft" : ""
    }
    if !tool.levels.isEmpty { splitLevels(&row, tool) }
    if let folder = tool.pictures { placePictures(&row, in: folder) }
    row[.text].text = text(of: row, tool, &row[.status].text)
    if isInternal {
      losses.add(.internalNotes, row[.title].text, at: row.range.lowerBound)
      row[.status].text = "draft"
    }
  }

  private func text(of row: Row, _ tool: Tool, _ status: inout String) -> String {
    var text = row[.text].text
    if !keepsMarkup, tool.markup == .all || tool.markup == .some && HTMLText.isMarkup(text) {
      text = HTMLText.plain(text)
    }
    let rewritten = placeholders.rewrite(text)
    let offset = row[.text].range?.lowerBound ?? row.range.lowerBound
    if let first = rewritten.conditions.first {
      losses.add(.conditions, first, at: offset)
      status = "draft"
    }
    if rewritten.hasCursor { losses.add(.cursor, row[.code].text, at: offset) }
    return rewritten.text
  }

  private func splitLevels(_ row: inout Row, _ tool: Tool) {
    var path = levels(of: row[.category].text, tool)
    if tool.levelsInTitle {
      let parts = levels(of: row[.title].text, tool)
      guard parts.count > 1, let last = parts.last else { return }
      row[.title].text = last
      path += parts.dropLast()
    }
    guard path.count > 1 || tool.levelsInTitle else { return }
    row[.category].text = path.first ?? ""
    row[.subcategory].text = path.dropFirst().joined(separator: " / ")
  }

  private func levels(of text: String, _ tool: Tool) -> [String] {
    var parts = [text]
    for separator in tool.levels {
      parts = parts.flatMap { $0.split(separator: separator).map(String.init) }
    }
    return parts.map { $0.trimmed() }.filter { !$0.isEmpty }
  }

  private func placePictures(_ row: inout Row, in folder: String) {
    let names = row[.attachments].text.split { "|;；,，".contains($0) }
      .map { String($0).trimmed() }.filter { !$0.isEmpty }
    guard !names.isEmpty else { return }
    row[.attachments].items = names.map { $0.contains("/") ? $0 : "\(folder)/\($0)" }
  }
}
