import Phrases

extension Difference {
  /// A line for each phrase, and one for each column that changed; a summary at the end.
  ///
  /// Safe to print; what is long is cut.
  public func lines(_ language: Language) -> [String] {
    var lines: [String] = []
    for phrase in removed { lines.append("- \(phrase.place)") }
    for phrase in added {
      lines.append("+ \(phrase.place)")
      lines.append("    \(SafeText.visible(phrase.text.oneLine))")
    }
    for change in moved { lines.append("> \(change.old.place) -> \(change.new.place)") }
    for change in changed {
      lines.append("~ \(change.new.place)")
      for column in change.columns {
        let text = TextDifference(
          from: change.old.cell(column), to: change.new.cell(column))
        let name = language.says(column.name, column.names[1])
        lines.append("    \(name): \(text.marked.oneLine)")
      }
    }
    lines.append(summary(language))
    return lines
  }
}

extension TextDifference {
  /// On one line, with `[-what went-]` and `{+what came+}`, and a few words around each.
  fileprivate var marked: String {
    pieces.enumerated().map { index, piece in
      switch piece {
      case .removed(let text): "[-\(text)-]"
      case .added(let text): "{+\(text)+}"
      case .kept(let text):
        text.shortened(keepsStart: index > 0, keepsEnd: index < pieces.count - 1)
      }
    }.joined()
  }
}

extension String {
  fileprivate var oneLine: String {
    split(whereSeparator: \.isNewline).joined(separator: " ↵ ")
  }

  /// A long run of what did not change, cut in its middle or at the end that borders nothing.
  fileprivate func shortened(keepsStart: Bool, keepsEnd: Bool) -> String {
    let most = 24
    guard count > 2 * most + 4 else { return self }
    return (keepsStart ? prefix(most) : "") + "…" + (keepsEnd ? suffix(most) : "")
  }
}

extension Phrase {
  /// Where it stands and what it is called.
  fileprivate var place: String { (path + [title]).joined(separator: " / ") }
}
