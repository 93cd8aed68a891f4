// The elements and attributes of SpreadsheetML that are looked for, by their names there.
extension XMLName {
  // Relationships and the workbook.
  static let relationship = XMLName("Relationship")
  static let target = XMLName("Target")
  static let type = XMLName("Type")
  static let identifier = XMLName("Id")
  static let relationshipID = XMLName("id")
  static let sheet = XMLName("sheet")
  static let name = XMLName("name")
  static let state = XMLName("state")
  static let workbook = XMLName("workbook")
  static let workbookProperties = XMLName("workbookPr")
  static let date1904 = XMLName("date1904")

  static let calculation = XMLName("calcPr")
  static let fullCalculation = XMLName("fullCalcOnLoad")

  // Shared strings.
  static let sharedItem = XMLName("si")
  static let text = XMLName("t")
  static let phoneticRun = XMLName("rPh")
  static let run = XMLName("r")
  static let runProperties = XMLName("rPr")
  static let strike = XMLName("strike")
  static let setting = XMLName("val")

  // Styles.
  static let numberFormats = XMLName("numFmts")
  static let numberFormat = XMLName("numFmt")
  static let numberFormatID = XMLName("numFmtId")
  static let formatCode = XMLName("formatCode")
  static let fonts = XMLName("fonts")
  static let font = XMLName("font")
  static let fontID = XMLName("fontId")
  static let cellFormats = XMLName("cellXfs")
  static let format = XMLName("xf")

  // Sheets.
  static let column = XMLName("col")
  static let first = XMLName("min")
  static let last = XMLName("max")
  static let hidden = XMLName("hidden")
  static let row = XMLName("row")
  static let cell = XMLName("c")
  static let value = XMLName("v")
  static let formula = XMLName("f")
  static let reference = XMLName("r")
  static let cellType = XMLName("t")
  static let style = XMLName("s")
  static let mergedArea = XMLName("mergeCell")
  static let area = XMLName("ref")
}
