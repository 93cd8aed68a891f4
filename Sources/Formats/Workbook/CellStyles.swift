import Phrases

/// How the cells of a workbook show numbers, by the number of their style.
struct CellStyles {
  private var formats: [NumberFormat] = []

  /// More than Excel allows.
  private static let mostFormats = 65_536

  init() {}

  init(_ part: ZipPart) throws(Finding.WorkbookProblem) {
    var codes: [Int: String] = [:]
    var known: [Int: NumberFormat] = [:]
    var list = XMLName()
    var xml = XMLReader(part)
    while let event = try xml.next() {
      guard event == .start else { continue }
      // There are such elements in other lists, too, which are for other things.
      if xml.depth == 2 { list = xml.name }
      if list == .numberFormats, xml.name == .numberFormat {
        guard let number = xml.number(of: .numberFormatID) else { throw xml.damaged }
        codes[number] = try xml.text(of: .formatCode)
      } else if list == .cellFormats, xml.name == .format {
        let number = xml.number(of: .numberFormatID) ?? 0
        let format =
          known[number] ?? codes[number].map { NumberFormat(code: $0) }
          ?? NumberFormat(builtIn: number) ?? .general
        known[number] = format
        guard formats.count < CellStyles.mostFormats else { throw xml.damaged }
        formats.append(format)
      }
    }
  }

  subscript(index: Int) -> NumberFormat {
    formats.indices.contains(index) ? formats[index] : .general
  }
}
