/// The knowledge base that is in the binary: what the desk opens before anything is connected.
///
/// General phrases of an online shop, as many in English as in Chinese, for every department, with
/// stable ids (`en-001`, `zh-001`). They are kept as the knowledge base file they are exported as,
/// in string literals because a resource would be a folder beside the binary, and are read by the
/// reader of every other file.
public enum Starter {
  /// The name of the source in the keys of these phrases.
  public static let source = "starter"

  static let header: StaticString = "id,department,category,subcategory,title,text,keywords,code"

  /// The phrases of all languages as one CSV file with one header, those of `own` first: UTF-8, lines
  /// ended by LF.
  ///
  /// What `phrasedesk export --starter` writes, a list to begin one's own from.
  public static func csv(startingWith own: Language) -> [UInt8] {
    let languages = [own] + Language.allCases.filter { $0 != own }
    return ([header] + languages.map(records)).flatMap { part in
      part.withUTF8Buffer { Array($0) } + [UInt8(ascii: "\n")]
    }
  }

  private static func records(in language: Language) -> StaticString {
    switch language {
    case .english: english
    case .chinese: chinese
    }
  }
}
