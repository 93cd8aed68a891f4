/// Simplified 汉字 and their traditional forms, of Unihan's variants, not of the engine's table.
struct TraditionalForms: Sendable {
  static let shared = TraditionalForms()

  private let traditional: [Unicode.Scalar: Unicode.Scalar]
  private let simplified: [Unicode.Scalar: Unicode.Scalar]

  private init() {
    let pairs = ReadingsText.traditional.description.split { $0 == " " || $0 == "\n" }
      .compactMap { token in
        token.unicodeScalars.count == 2
          ? token.unicodeScalars.first.flatMap { first in
            token.unicodeScalars.last.map { (first, $0) }
          } : nil
      }
    traditional = Dictionary(pairs) { first, _ in first }
    simplified = Dictionary(pairs.map { ($1, $0) }) { first, _ in first }
  }

  func traditional(_ scalar: Unicode.Scalar) -> Unicode.Scalar { traditional[scalar] ?? scalar }

  func simplified(_ scalar: Unicode.Scalar) -> Unicode.Scalar { simplified[scalar] ?? scalar }
}
