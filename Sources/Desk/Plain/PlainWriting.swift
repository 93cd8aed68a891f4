import Phrases

/// Writing a phrase of the agent's own: its title, then its text line after line.
struct PlainWriting: Sendable {
  enum Purpose: Sendable {
    case new
    /// New words for one of her own.
    case edit(Phrase)
    /// Her version of another's.
    case version(Phrase)
  }

  /// The line that ends the text.
  static let end = "."

  let purpose: Purpose
  private var title: String?
  private var lines: [String] = []

  init(_ purpose: Purpose) {
    self.purpose = purpose
    switch purpose {
    case .new: title = nil
    case .edit(let phrase), .version(let phrase): title = phrase.title
    }
  }

  /// What is to be typed now.
  var question: PlainSentence { title == nil ? .titleAsked : .textAsked(lines.count) }

  /// Takes a line; nil while there are more to come.
  ///
  /// - Returns: what is to be done, or nothing to do where there is no text.
  mutating func take(_ line: String) -> Ending? {
    guard title != nil else {
      if line.trimmed() == PlainWriting.end { return .nothing }
      title = line.trimmed()
      return nil
    }
    guard line.trimmed() == PlainWriting.end else {
      lines.append(line)
      return nil
    }
    return Phrase(own: lines.joined(separator: "\n"), title: title ?? "").map {
      .change(change($0))
    }
      ?? .nothing
  }

  enum Ending {
    case change(OwnChange)
    case nothing
  }

  private func change(_ written: Phrase) -> OwnChange {
    switch purpose {
    case .new: return .add(written, behind: nil, versionOf: nil)
    case .edit(var phrase):
      let before = phrase.text
      phrase.text = written.text
      return .edit(phrase, over: before)
    case .version(let original):
      var version = original
      version.key = written.key
      version.level = written.level
      version.text = written.text
      return .add(version, behind: original.key, versionOf: original)
    }
  }
}
