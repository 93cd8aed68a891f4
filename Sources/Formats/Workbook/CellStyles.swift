import Phrases

/// How the cells of a workbook show numbers, by the number of their style.
struct CellStyles {
  private var formats: [NumberFormat] = []
  /// The styles whose whole text is struck out.
  private var struck: Set<Int> = []

  /// More than Excel allows.
  private static let mostFormats = 65_536

  init() {}

  init(_ part: ZipPart) throws(Finding.WorkbookProblem) {
    var codes: [Int: String] = [:]
    var known: [Int: NumberFormat] = [:]
    var struckFonts: Set<Int> = []
    var fontCount = 0
    var list = XMLName()
    var xml = XMLReader(part)
    while let event = try xml.next() {
      guard event == .start else { continue }
      // There are such elements in other lists, too, which are for other things.
      if xml.depth == 2 { list = xml.name }
      if list == .numberFormats, xml.name == .numberFormat {
        guard let number = xml.number(of: .numberFormatID) else { throw xml.damaged }
        codes[number] = try xml.text(of: .formatCode)
      } else if list == .fonts, xml.name == .font {
        fontCount += 1
      } else if list == .fonts, xml.isStrike {
        struckFonts.insert(fontCount - 1)
      } else if list == .cellFormats, xml.name == .format {
        if let font = xml.number(of: .fontID), struckFonts.contains(font) {
          struck.insert(formats.count)
        }
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

  func isStruck(_ index: Int) -> Bool { struck.contains(index) }

  subscript(index: Int) -> NumberFormat {
    formats.indices.contains(index) ? formats[index] : .general
  }
}
