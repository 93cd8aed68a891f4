import Phrases

/// How the searchable units of a phrase's short fields follow each other: title, code, keywords.
///
/// The title and the code end with ``Unit/fieldEnd``, every keyword with ``Unit/keywordEnd``, and
/// nothing a query holds matches either, so one walk searches all of them.
enum FieldUnits {
  /// Tells whether all of the fields are plain; see ``UnitFolder/append(_:to:)``.
  static func appendHead(of phrase: Phrase, to units: inout [UInt16]) -> Bool {
    let folder = UnitFolder.shared
    var isPlain = folder.append(phrase.title, to: &units)
    units.append(Unit.fieldEnd)
    isPlain = folder.append(phrase.code, to: &units) && isPlain
    units.append(Unit.fieldEnd)
    for keyword in phrase.keywords {
      isPlain = folder.append(keyword, to: &units) && isPlain
      units.append(Unit.keywordEnd)
    }
    return isPlain
  }
}
