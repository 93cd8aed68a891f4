extension Finding {
  /// Why a workbook, or what looks like one, is not read.
  ///
  /// A part is a file inside the archive that a workbook is, by its name there.
  public enum WorkbookProblem: Error, Hashable, Sendable {
    // Something else, as its content tells.
    case kind(OfficeKind)
    /// It opens with a password only.
    case encrypted

    // The archive and what is in it.
    /// A part cannot be what it should be; nil: the archive itself.
    case damaged(part: String?)
    case doctype(part: String)
    case encoding(String, part: String)
    case tooManyParts(limit: Int)
    case unpacksTooLarge(limit: Int)
    /// It unpacks to more than so many times its size.
    case inflates(part: String, limit: Int)
    /// What unpacks it is not installed.
    case noZlib

    // Sheets.
    case noSheet(named: String, found: [String])
    case allSheetsHidden([String])
    case emptySheets
  }

  /// What office programs write that is not read.
  public enum OfficeKind: Hashable, Sendable, CaseIterable {
    /// `.xls` of Excel before 2007.
    case oldExcel
    /// `.xlsb`.
    case binaryExcel
    /// `.ods` of LibreOffice and OpenOffice.
    case openDocument
    /// Apple's Numbers.
    case numbers
    /// A text or slides.
    case otherDocument
    /// A zip archive of anything else.
    case archive
  }

  /// What is worth knowing of the sheets that were read, and of those that were not.
  public enum SheetRemark: Hashable, Sendable {
    /// Sheets that are hidden and therefore were not read.
    case hiddenSheets([String])
    /// Rows and columns that are hidden and were read all the same.
    case hiddenCells(sheet: String, rows: Int, columns: Int)
    /// Cells whose formula has no value with it, as libraries write them: they are empty here.
    case formulasWithoutValue(sheet: String, Int)
    /// Whole numbers of more than 15 digits, of which spreadsheets keep no more.
    case cutNumbers(sheet: String, Int)
    /// Cells with a text that is struck out, in whole or in part: that part was left out.
    case struckOut(sheet: String, Int)
    /// Cells that show a picture of the workbook, as WPS has them.
    case picturesInCells(sheet: String, Int)
    /// Sheets that look like no list, beside others that do.
    case passedOver([String])
    /// Sheets that were read though their columns are called otherwise than those of the first.
    case otherColumns([String], first: String)
    /// From this column on, as letters, the sheet has another table, which was not read.
    case tableBeside(sheet: String, column: String)
  }
}
