/// A place in a workbook as one number, which rises through it.
struct SheetPlace {
  /// The sheet's place in the workbook, from 0.
  let sheet: Int
  /// As the sheet has it, from 1; 0: the sheet as a whole.
  let row: Int
  /// From 0.
  let column: Int

  init(sheet: Int, row: Int, column: Int) {
    self.sheet = sheet
    self.row = row
    self.column = column
  }

  init(offset: Int) {
    self.init(sheet: offset >> 40, row: offset >> 16 & 0xFF_FFFF, column: offset & 0xFFFF)
  }

  var offset: Int { sheet << 40 | row << 16 | column }
}
