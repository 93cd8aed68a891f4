/// What a file is, by its bytes: its name may say anything.
public enum FileKind: String, Hashable, Sendable, CaseIterable {
  case png, jpeg, gif, webp, bmp
  case pdf
  /// Also what office programs write, which are archives of a kind.
  case archive
  case video, audio
  case text
  /// Something that runs when it is opened.
  case program
  case other

  /// Recognises a file by how it begins.
  ///
  /// The signatures are those of the formats' specifications: PNG (RFC 2083), JPEG (ITU T.81), GIF89a, WebP
  /// (RFC 9649), PDF (ISO 32000), ZIP (APPNOTE), ISO base media (ISO 14496-12), ELF, PE.
  ///
  /// - Parameter bytes: the file, or its first 512 bytes.
  public init(of bytes: some Collection<UInt8>) {
    let head = Array(bytes.prefix(512))
    func begins(_ signature: [UInt8], at offset: Int = 0) -> Bool {
      head.dropFirst(offset).starts(with: signature)
    }
    func begins(_ signature: String, at offset: Int = 0) -> Bool {
      begins(Array(signature.utf8), at: offset)
    }
    self =
      if begins([0x89] + Array("PNG\r\n\u{1A}\n".utf8)) {
        .png
      } else if begins([0xFF, 0xD8, 0xFF]) {
        .jpeg
      } else if begins("GIF87a") || begins("GIF89a") {
        .gif
      } else if begins("RIFF"), begins("WEBP", at: 8) {
        .webp
      } else if begins("BM"), head.count >= 26, begins([0, 0, 0, 0], at: 6) {
        .bmp
      } else if begins("%PDF-") {
        .pdf
      } else if begins([0x7F] + Array("ELF".utf8)) || begins("MZ") || begins("#!") {
        .program
      } else if begins("PK\u{3}\u{4}") || begins("Rar!\u{1A}\u{7}")
        || begins([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]) || begins([0x1F, 0x8B])
        || begins([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
      {
        .archive
      } else if begins("ftyp", at: 4) || begins([0x1A, 0x45, 0xDF, 0xA3])
        || begins("RIFF") && begins("AVI ", at: 8)
      {
        .video
      } else if begins("ID3") || begins([0xFF, 0xFB]) || begins("OggS") || begins("fLaC")
        || begins("#!AMR") || begins("RIFF") && begins("WAVE", at: 8)
      {
        .audio
      } else if !head.isEmpty,
        !head.contains(where: { $0 < 0x20 && ![9, 10, 12, 13].contains($0) })
      {
        .text
      } else {
        .other
      }
  }

  public var isPicture: Bool { mediaType != nil }

  /// What pictures are called on a clipboard; nil for what is no picture.
  public var mediaType: String? {
    switch self {
    case .png, .jpeg, .gif, .webp, .bmp: "image/\(rawValue)"
    case .pdf, .archive, .video, .audio, .text, .program, .other: nil
    }
  }
}
