import Phrases

/// Tells what an office program wrote that is no workbook of Excel 2007, by what is in it.
enum OfficeContent {
  /// What a zip archive is that says nothing of an office document.
  static func kind(of archive: ZipArchive) -> Finding.OfficeKind {
    if let entry = archive["mimetype"], let type = try? archive.contents(entry) {
      let type = String(decoding: type, as: UTF8.self)
      if type.hasPrefix("application/vnd.oasis.opendocument.spreadsheet") { return .openDocument }
      if type.hasPrefix("application/vnd.oasis.opendocument") { return .otherDocument }
    }
    let isOfApple = archive.names.contains { $0.hasSuffix(".iwa") || $0.hasSuffix("Index.zip") }
    return isOfApple ? .numbers : .archive
  }

  /// What an OLE container is, which begins with ``containerMark``: the names of what it holds are in UTF-16.
  static func problem(ofContainer bytes: UnsafeBufferPointer<UInt8>) -> Finding.WorkbookProblem {
    func holds(_ name: String) -> Bool {
      let wanted = name.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      return entries(of: bytes).contains { $0.starts(with: wanted + [0, 0]) }
    }
    if holds("EncryptedPackage") || holds("EncryptionInfo") { return .encrypted }
    if holds("Workbook") || holds("Book") { return .kind(.oldExcel) }
    return .kind(.otherDocument)
  }

  /// What an OLE container begins with: `.xls`, and workbooks with a password.
  static let containerMark: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0]
  /// What a zip archive begins with.
  static let archiveMark: [UInt8] = [0x50, 0x4B, 0x03, 0x04]

  /// Every piece of 128 bytes that may be an entry of the container's directory, which may be anywhere.
  private static func entries(
    of bytes: UnsafeBufferPointer<UInt8>
  ) -> some Sequence<Slice<UnsafeBufferPointer<UInt8>>> {
    stride(from: 512, to: bytes.count, by: 128).lazy.map { bytes[$0..<min($0 + 128, bytes.count)] }
  }
}
