/// The variable of the environment that holds the token of a source.
///
/// No two names have the same: small letters stand there as capitals, digits as they are, and of everything
/// else the number of its Unicode scalar in hexadecimal digits between two underscores. `kb2` is
/// `PHRASEDESK_TOKEN_KB2`, `prod-eu` is `PHRASEDESK_TOKEN_PROD_2D_EU`, `公司` is
/// `PHRASEDESK_TOKEN__516C__53F8_`.
public struct TokenVariable: Sendable {
  private static let prefix = "PHRASEDESK_TOKEN_"

  public let name: String
  /// As it was before there was ``name``, an underscore for everything else: several names may have
  /// the same.
  public let formerName: String

  public init(_ source: String) {
    name =
      Self.prefix
      + source.unicodeScalars.map { scalar in
        switch scalar {
        case "a"..."z", "0"..."9": String(scalar).uppercased()
        default: "_" + String(scalar.value, radix: 16, uppercase: true) + "_"
        }
      }.joined()
    formerName =
      Self.prefix
      + source.uppercased().map { character in
        character.isASCII && (character.isLetter || character.isNumber) ? String(character) : "_"
      }.joined()
  }
}
