/// How the characters of a file are written as bytes.
public enum TextEncoding: Hashable, Sendable, CaseIterable {
  case utf8
  case utf8WithBOM
  /// With a byte order mark, or because somebody said so: without one it is not recognised.
  case utf16LittleEndian
  case utf16BigEndian
  /// GB18030, and so GBK and GB2312, which it contains.
  case gb18030
  case big5
  case shiftJIS
  case eucJP
  /// With what Windows adds to it (CP949).
  case eucKR
  /// With what it adds to Latin-1.
  case windows1252
  case windows1250
  case windows1251
  case windows1254
  case latin9
  case latin2
  /// KOI8-U, which has the letters of KOI8-R.
  case koi8
}

extension TextEncoding {
  /// Those that only what the text says can tell from each other; the more usual first.
  static let guessed: [TextEncoding] = [
    .gb18030, .big5, .shiftJIS, .eucJP, .eucKR, .windows1252, .windows1250, .windows1251,
    .windows1254, .latin9, .latin2, .koi8,
  ]

  /// As it is shown.
  public var name: String {
    switch self {
    case .utf8: "UTF-8"
    case .utf8WithBOM: "UTF-8 (BOM)"
    case .utf16LittleEndian, .utf16BigEndian: "UTF-16"
    default: option
    }
  }

  /// What one writes behind `--encoding`.
  public var option: String { names.first ?? "" }

  /// The encoding that people call so; nil where none is known.
  ///
  ///     TextEncoding(named: "cp932")   // .shiftJIS
  ///     TextEncoding(named: "Latin-1") // .windows1252
  ///
  /// Upper case, spaces, `-`, `_` and `.` mean nothing.
  public init?(named name: String) {
    let plain = TextEncoding.plain(name)
    let known = TextEncoding.allCases.first {
      $0.names.contains { TextEncoding.plain($0) == plain }
    }
    guard !plain.isEmpty, let known else { return nil }
    self = known
  }

  /// What one can write, the usual names only.
  static var listed: String {
    allCases.filter { !$0.names.isEmpty }.map(\.option).joined(separator: ", ")
  }

  private static func plain(_ name: String) -> String {
    let letters = name.lowercased().filter { !"-_. :".contains($0) }
    for prefix in ["windows", "win", "ms", "cp", "ibm"] where letters.hasPrefix(prefix) {
      let rest = letters.dropFirst(prefix.count)
      if !rest.isEmpty, rest.allSatisfy(\.isNumber) { return String(rest) }
    }
    return letters
  }

  private var names: [String] {
    switch self {
    case .utf8: ["UTF-8", "65001"]
    case .utf8WithBOM: ["UTF-8-BOM", "UTF-8-SIG"]
    case .utf16LittleEndian: ["UTF-16LE", "UTF-16", "UCS-2", "Unicode"]
    case .utf16BigEndian: ["UTF-16BE"]
    case .gb18030: ["GB18030", "GBK", "GB2312", "CP936", "54936", "EUC-CN"]
    case .big5: ["Big5", "CP950", "Big5-HKSCS", "Big5-ETEN", "CP951"]
    case .shiftJIS: ["Shift_JIS", "SJIS", "CP932", "Windows-31J", "CP943", "x-sjis", "MS_Kanji"]
    case .eucJP: ["EUC-JP", "UJIS", "EUC-JP-MS", "CP51932", "CP20932"]
    case .eucKR:
      ["EUC-KR", "CP949", "UHC", "KS_C_5601", "KS_C_5601-1987", "KSC5601", "KS X 1001", "CP51949"]
    case .windows1252:
      ["Windows-1252", "Latin-1", "ISO-8859-1", "8859-1", "L1", "ASCII", "US-ASCII", "Western"]
    case .windows1250: ["Windows-1250"]
    case .windows1251: ["Windows-1251", "Cyrillic"]
    case .windows1254: ["Windows-1254", "Latin-5", "ISO-8859-9", "8859-9"]
    case .latin9: ["ISO-8859-15", "Latin-9", "Latin-0", "8859-15"]
    case .latin2: ["ISO-8859-2", "Latin-2", "8859-2"]
    case .koi8: ["KOI8-U", "KOI8-R", "KOI8"]
    }
  }

  /// What the C library calls it, the best first.
  var libraryNames: [String] {
    switch self {
    case .utf8, .utf8WithBOM, .utf16LittleEndian, .utf16BigEndian: []
    case .gb18030: ["GB18030"]
    // The library's Big5 is that of Windows, without the characters of Hong Kong.
    case .big5: ["BIG5", "BIG5-HKSCS"]
    case .shiftJIS: ["CP932"]
    case .eucJP: ["EUC-JP-MS", "EUC-JP"]
    case .eucKR: ["UHC"]
    case .windows1252: ["CP1252"]
    case .windows1250: ["CP1250"]
    case .windows1251: ["CP1251"]
    case .windows1254: ["CP1254"]
    case .latin9: ["ISO-8859-15"]
    case .latin2: ["ISO-8859-2"]
    case .koi8: ["KOI8-U"]
    }
  }
}
