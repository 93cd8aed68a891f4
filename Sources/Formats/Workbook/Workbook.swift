import Phrases

/// A workbook of Excel 2007 and later: what its parts say, found by their relationships and not by names.
struct Workbook {
  /// One sheet of cells.
  struct SheetEntry {
    let name: String
    let isHidden: Bool
    /// The part that holds it.
    fileprivate let part: ZipArchive.Entry
  }

  /// Sheets of cells; those of charts and dialogs are none.
  private(set) var sheets: [SheetEntry] = []
  private let archive: ZipArchive
  private let relationships: Relationships
  private var epoch = SerialDate.Epoch.from1900
  /// Whether its formulas are reckoned when it is opened: the program that wrote it could not.
  private var isUnreckoned = false

  /// Opens a workbook in an archive, whose bytes stay where they are meanwhile.
  init(_ archive: ZipArchive) throws(Finding.WorkbookProblem) {
    self.archive = archive
    let root = try Relationships(of: "", in: archive)
    guard let target = root.targets(kind: "officeDocument").first else {
      throw .kind(OfficeContent.kind(of: archive))
    }
    if target.hasSuffix(".bin") { throw .kind(.binaryExcel) }
    guard let entry = archive[target] else { throw .damaged(part: target) }
    relationships = try Relationships(of: target, in: archive)
    var xml = XMLReader(try archive.part(entry))
    while let event = try xml.next() {
      guard event == .start else { continue }
      if xml.depth == 1, xml.name != .workbook { throw .kind(.otherDocument) }
      if xml.name == .workbookProperties, xml.isTrue(.date1904) { epoch = .from1904 }
      if xml.name == .calculation { isUnreckoned = xml.isTrue(.fullCalculation) }
      if xml.name == .sheet { try add(xml) }
    }
  }

  private mutating func add(_ xml: borrowing XMLReader) throws(Finding.WorkbookProblem) {
    guard let id = try xml.text(of: .relationshipID), let relationship = relationships[id],
      relationship.kind == "worksheet"
    else { return }
    guard let part = archive[relationship.target] else {
      throw .damaged(part: relationship.target)
    }
    guard sheets.count < ZipLimits().parts else { throw .tooManyParts(limit: ZipLimits().parts) }
    let state = try xml.text(of: .state)?.lowercased() ?? "visible"
    sheets.append(
      SheetEntry(name: try xml.text(of: .name) ?? "", isHidden: state != "visible", part: part))
  }

  /// What the cells of all sheets refer to, which is read when the first of them is.
  struct Contents {
    fileprivate let archive: ZipArchive
    fileprivate let shared: SharedStrings
    fileprivate let styles: CellStyles
    fileprivate let epoch: SerialDate.Epoch
    fileprivate let isUnreckoned: Bool

    /// Reads the cells of a sheet.
    func cells(of sheet: SheetEntry) throws(Finding.WorkbookProblem) -> Sheet {
      try SheetReader.read(
        archive.part(sheet.part), shared, styles, epoch, isUnreckoned: isUnreckoned)
    }
  }

  func contents() throws(Finding.WorkbookProblem) -> Contents {
    // Without its styles a workbook shows other numbers; without texts, cells that name one refuse it.
    let styles = try relationships.targets(kind: "styles").first.map {
      target throws(Finding.WorkbookProblem) in
      guard let entry = archive[target] else { throw .damaged(part: target) }
      return try CellStyles(archive.part(entry))
    }
    let shared = try relationships.targets(kind: "sharedStrings").first.flatMap { archive[$0] }.map
    {
      entry throws(Finding.WorkbookProblem) in try SharedStrings(archive.part(entry))
    }
    return Contents(
      archive: archive, shared: shared ?? SharedStrings(), styles: styles ?? CellStyles(),
      epoch: epoch, isUnreckoned: isUnreckoned)
  }
}
