import Phrases

/// Reads the cells of one sheet of a workbook (ECMA-376, part 1, 18.3).
struct SheetReader: ~Copyable {
  private var xml: XMLReader
  private var sheet: Sheet
  private let shared: SharedStrings
  private let styles: CellStyles
  private let epoch: SerialDate.Epoch
  /// Whether what stands for the value of a formula may be nothing but a 0 in its place.
  private let isUnreckoned: Bool

  /// The row at hand, from 1, and the last cell of it, from 0.
  private var row = 0
  private var column = -1
  private var hiddenRows: Set<Int> = []
  private var hiddenColumns: [Range<Int>] = []
  private var merged: [CellArea] = []
  /// What stands in the cell at hand.
  private var value: [UInt8] = []

  /// What a cell holds: its `t`.
  private enum Kind {
    case number
    case shared
    case text
    case boolean
    case isoDate
  }

  /// How WPS keeps a picture in a cell: the formula is the cell's text as well.
  private static let pictureFormula = Array("=DISPIMG(".utf8)

  static func read(
    _ part: ZipPart, _ shared: SharedStrings, _ styles: CellStyles, _ epoch: SerialDate.Epoch,
    isUnreckoned: Bool
  ) throws(Finding.WorkbookProblem) -> Sheet {
    var reader = SheetReader(
      xml: XMLReader(part), sheet: Sheet(shared: shared), shared: shared, styles: styles,
      epoch: epoch, isUnreckoned: isUnreckoned)
    return try reader.read(part.size)
  }

  private init(
    xml: consuming XMLReader, sheet: Sheet, shared: SharedStrings, styles: CellStyles,
    epoch: SerialDate.Epoch, isUnreckoned: Bool
  ) {
    self.xml = xml
    self.sheet = sheet
    self.shared = shared
    self.styles = styles
    self.epoch = epoch
    self.isUnreckoned = isUnreckoned
  }

  private mutating func read(_ size: Int) throws(Finding.WorkbookProblem) -> Sheet {
    sheet.reserve(size)
    while let event = try xml.next() {
      guard event == .start else { continue }
      switch xml.name {
      case .row: try beginRow()
      case .cell: try readCell()
      case .column: noteColumn()
      case .mergedArea:
        guard merged.count < CellReference.mostRows else { throw xml.damaged }
        if let area = try xml.text(of: .area).flatMap(CellArea.init) { merged.append(area) }
      default: break
      }
    }
    sheet.finish(MergedCells(merged), hiddenRows: hiddenRows, hiddenColumns: hiddenColumns)
    return sheet
  }

  private mutating func noteColumn() {
    guard xml.isTrue(.hidden), let first = xml.number(of: .first), let last = xml.number(of: .last),
      first > 0, first <= last, hiddenColumns.count < CellReference.mostColumns
    else { return }
    hiddenColumns.append(first - 1..<last)
  }

  /// Rows may leave out their number and are counted on then.
  private mutating func beginRow() throws(Finding.WorkbookProblem) {
    try go(to: xml.number(of: .reference) ?? row + 1)
    column = -1
    if xml.isTrue(.hidden) { hiddenRows.insert(row) }
  }

  private mutating func go(to next: Int) throws(Finding.WorkbookProblem) {
    guard next > row, next <= CellReference.mostRows else { throw xml.damaged }
    row = next
  }

  private mutating func readCell() throws(Finding.WorkbookProblem) {
    try placeCell()
    let kind = kind()
    let style = xml.number(of: .style) ?? 0
    value.removeAll(keepingCapacity: true)
    var isCollecting = false
    var isPhonetic = false
    var isFormula = false
    var isStruck = false
    var hasStruckPart = false
    var isRich = false
    while let event = try xml.next() {
      switch event {
      case .text: if isCollecting { xml.appendText(to: &value) }
      case .start:
        if xml.name == .phoneticRun { isPhonetic = true }
        if xml.name == .formula { isFormula = true }
        if xml.name == .run { isStruck = false }
        if xml.name == .runProperties { isRich = true }
        if xml.isStrike {
          isStruck = true
          hasStruckPart = true
        }
        isCollecting = (xml.name == .value || xml.name == .text) && !isPhonetic && !isStruck
      case .end:
        isCollecting = false
        if xml.name == .phoneticRun { isPhonetic = false }
        guard xml.name == .cell else { continue }
        if isFormula, isUnreckoned, value == [UInt8(ascii: "0")] { value = [] }
        // A text that a formula makes may be empty.
        if isFormula, value.isEmpty, kind != .text { sheet.noteFormulaWithoutValue() }
        if isFormula, value.starts(with: SheetReader.pictureFormula) { return sheet.notePicture() }
        if hasStruckPart { sheet.noteStruck() }
        return try keep(kind, style, isRich: isRich)
      }
    }
  }

  /// Takes the cell's place from its name, or counts on.
  private mutating func placeCell() throws(Finding.WorkbookProblem) {
    var reference = CellReference()
    var hasName = false
    xml.forEachByte(of: .reference) {
      reference.append($0)
      hasName = true
    }
    guard hasName else {
      column += 1
      guard row > 0, column < CellReference.mostColumns else { throw xml.damaged }
      return
    }
    guard reference.isInSheet, reference.column > column || reference.row > row else {
      throw xml.damaged
    }
    // A row without a number may have cells that know it.
    if reference.row > row, column < 0 { try go(to: reference.row) }
    guard reference.row == row else { throw xml.damaged }
    column = reference.column
  }

  private func kind() -> Kind {
    var first: UInt8 = 0
    var length = 0
    xml.forEachByte(of: .cellType) {
      if length == 0 { first = $0 }
      length += 1
    }
    switch (first, length) {
    case (UInt8(ascii: "s"), 1): return .shared
    case (UInt8(ascii: "b"), 1): return .boolean
    case (UInt8(ascii: "d"), 1): return .isoDate
    // Texts of formulas, texts in place, errors: as they stand.
    case (UInt8(ascii: "s"), _), (UInt8(ascii: "i"), _), (UInt8(ascii: "e"), _): return .text
    default: return .number
    }
  }

  private mutating func keep(_ kind: Kind, _ style: Int, isRich: Bool) throws(Finding
    .WorkbookProblem)
  {
    guard !value.isEmpty else { return }
    if styles.isStruck(style), !isRich,
      !(kind == .shared && sharedIndex.map(shared.isRich) ?? false)
    {
      return sheet.noteStruck()
    }
    guard !sheet.isFull else { throw .unpacksTooLarge(limit: ZipLimits().bytes) }
    switch kind {
    case .shared:
      guard let index = sharedIndex, let range = shared[index] else { throw xml.damaged }
      if shared.hasStruckPart(index) { sheet.noteStruck() }
      sheet.add(shared: range, row: row, column: column)
      return
    case .text: WorkbookEscapes.resolve(&value)
    case .boolean: value = Array((value == [UInt8(ascii: "0")] ? "FALSE" : "TRUE").utf8)
    case .isoDate: value = Array(SerialDate.shown(iso: String(decoding: value, as: UTF8.self)).utf8)
    case .number: showNumber(styles[style])
    }
    try sheet.add(value, row: row, column: column, in: xml.part)
  }

  /// The number of a shared text that the cell holds; nil where it is none.
  private var sharedIndex: Int? {
    guard value.count <= 9 else { return nil }
    var index = 0
    for byte in value {
      guard (0x30...0x39).contains(byte) else { return nil }
      index = index * 10 + Int(byte - 0x30)
    }
    return index
  }

  private mutating func showNumber(_ format: NumberFormat) {
    let isPlain = value.count <= 15 && value.allSatisfy { (0x30...0x39).contains($0) }
    if isPlain, case .general = format { return }
    if value.count > 15, DecimalNumber(value)?.isCutShort == true { sheet.noteCutNumber() }
    value = Array(format.show(value, epoch).utf8)
  }
}
