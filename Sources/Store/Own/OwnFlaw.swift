import Phrases

/// Why the store does not keep what an agent wrote.
public enum OwnFlaw: Hashable, Sendable, CaseIterable {
  case noTitle
  case noText
  /// Its texts together are longer than ``Connection/phraseLimit``.
  case phraseTooLong
  /// Longer than ``codeLimit``.
  case codeTooLong
  /// Longer than ``nameLimit``.
  case nameTooLong
  /// Longer than ``valueLimit``.
  case valueTooLong
  /// Longer than ``remarkLimit``.
  case remarkTooLong

  /// In Unicode scalars, as all of these: what is typed to find one phrase.
  public static let codeLimit = 64
  /// As long as the name of a placeholder may be.
  public static let nameLimit = 64
  public static let valueLimit = 500
  public static let remarkLimit = 500
}

extension OwnChange {
  /// Found before anything is written.
  var flaw: OwnFlaw? {
    switch self {
    case .add(let phrase, _, _), .edit(let phrase, _): phrase.ownFlaw
    case .code(_, let code):
      code.unicodeScalars.count > OwnFlaw.codeLimit ? .codeTooLong : nil
    case .value(let value, let name):
      if name.unicodeScalars.count > OwnFlaw.nameLimit {
        .nameTooLong
      } else {
        value.unicodeScalars.count > OwnFlaw.valueLimit ? .valueTooLong : nil
      }
    case .bin, .restore, .takeOriginal, .keepVersion, .pin, .unpin, .hide, .show, .order,
      .orderCategories, .dropOrder, .dropValue:
      nil
    }
  }
}

extension Phrase {
  fileprivate var ownFlaw: OwnFlaw? {
    if title.isEmpty { return .noTitle }
    if text.isEmpty { return .noText }
    // Each is a cell of a list once it is exported, and that has to be read again.
    let cells = [title, text, category, subcategory, department, code, keywords.joined()]
    let isTooLong = cells.contains { $0.utf8.count > Limits().fieldBytes }
    return isTooLong || bytes > Connection.phraseLimit ? .phraseTooLong : nil
  }
}
