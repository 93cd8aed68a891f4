import Phrases

/// How the searchable units of a phrase's short fields follow each other: title, code, keywords.
///
/// The title and the code end with ``Unit/fieldEnd``, every keyword with ``Unit/keywordEnd``, and
/// nothing a query holds matches either, so one walk searches all of them.
enum FieldUnits {
  static func appendHead(of phrase: Phrase, to units: inout [UInt16]) {
    let folder = UnitFolder.shared
    folder.append(phrase.title, to: &units)
    units.append(Unit.fieldEnd)
    folder.append(phrase.code, to: &units)
    units.append(Unit.fieldEnd)
    for keyword in phrase.keywords {
      folder.append(keyword, to: &units)
      units.append(Unit.keywordEnd)
    }
  }
}
