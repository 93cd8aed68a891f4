import Phrases

/// What a part of a workbook refers to (ECMA-376, part 2, 9.3).
struct Relationships {
  /// One of them.
  struct Relationship {
    /// The end of its type, as `worksheet`.
    ///
    /// What stands before it differs in strict workbooks.
    let kind: String
    /// The part's name in the archive.
    let target: String
  }

  private var byID: [String: Relationship] = [:]
  private var all: [Relationship] = []

  /// A few for each part that there may be.
  private static let most = 10_000

  /// Reads those of a part, or of the archive as a whole where that is empty; none where it has none.
  init(of part: String, in archive: ZipArchive) throws(Finding.WorkbookProblem) {
    let folder = part.split(separator: "/").dropLast()
    let file = part.split(separator: "/").last ?? ""
    let name = (folder + ["_rels", "\(file).rels"]).joined(separator: "/")
    guard let entry = archive[name] else { return }
    var xml = XMLReader(try archive.part(entry))
    while let event = try xml.next() {
      guard event == .start, xml.name == .relationship else { continue }
      guard let target = try xml.text(of: .target), let type = try xml.text(of: .type) else {
        throw xml.damaged
      }
      let relationship = Relationship(
        kind: type.split(separator: "/").last.map(String.init) ?? "",
        target: Relationships.resolve(target, in: Array(folder)))
      guard all.count < Relationships.most else { throw xml.damaged }
      all.append(relationship)
      if let id = try xml.text(of: .identifier) { byID[id] = relationship }
    }
  }

  subscript(id: String) -> Relationship? { byID[id] }

  /// The parts of a kind.
  func targets(kind: String) -> [String] { all.filter { $0.kind == kind }.map(\.target) }

  /// A name as it is seen from a folder, or from the archive where it begins with a slash.
  private static func resolve(_ target: String, in folder: [Substring]) -> String {
    let target = String(target.map { $0 == "\\" ? "/" : $0 })
    var path = target.hasPrefix("/") ? [] : folder
    for step in target.split(separator: "/") {
      switch step {
      case ".": break
      case "..": _ = path.popLast()
      default: path.append(step)
      }
    }
    return path.joined(separator: "/")
  }
}
