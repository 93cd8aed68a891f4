import Glibc
import Testing

@testable import Desk

@Suite struct WidthTests {
  /// The C library's own function, which Swift does not import, and which this program may have
  /// another of.
  private static func function<Function>(_ name: String, as type: Function.Type) -> Function? {
    guard let library = dlopen("libc.so.6", RTLD_LAZY | RTLD_NOLOAD),
      let address = dlsym(library, name)
    else { return nil }
    return unsafeBitCast(address, to: type)
  }

  /// Whether this is the library that the table was made from, that of Debian 12: another one may
  /// know another Unicode.
  static var isTablesLibrary: Bool {
    typealias Version = @convention(c) () -> UnsafePointer<CChar>
    let version = function("gnu_get_libc_version", as: Version.self)
    return version.map { String(cString: $0()) } == "2.36"
  }

  @Test(.enabled(if: isTablesLibrary, "the table is of glibc 2.36, and this is another"))
  func `The width of every scalar is what the C library says`() throws {
    typealias WidthFunction = @convention(c) (UInt32) -> Int32
    let wcwidth = try #require(Self.function("wcwidth", as: WidthFunction.self))
    let locale = try #require(newlocale(LC_CTYPE_MASK, "C.UTF-8", nil))
    let before = uselocale(locale)
    defer {
      uselocale(before)
      freelocale(locale)
    }
    var differences: [UInt32] = []
    for value in UInt32(1)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let width = cells(of: scalar) ?? -1
      if width != Int(wcwidth(value)) { differences.append(value) }
    }
    #expect(differences.isEmpty, "first: \(differences.prefix(5).map { String($0, radix: 16) })")
  }

  private func cells(of scalar: Unicode.Scalar) -> Int? { Width.cells(of: scalar) }

  @Test func `Ambiguous characters take two cells where the terminal draws them so, others not`() {
    func both(_ scalar: Unicode.Scalar) -> [Int?] {
      [false, true].map { Width.cells(of: scalar, ambiguousIsWide: $0) }
    }
    for scalar in "“”‘’…—·×①★→│─αя°é".unicodeScalars {
      #expect(both(scalar) == [1, 2], "\(scalar)")
    }
    for scalar in "发（。あ한".unicodeScalars { #expect(both(scalar) == [2, 2], "\(scalar)") }
    for scalar in "aｱ⟪␀ç".unicodeScalars { #expect(both(scalar) == [1, 1], "\(scalar)") }
    #expect(both("\u{301}") == [0, 0] && both("\u{7}") == [nil, nil])
  }

  @Test func `NUL cannot be printed`() {
    #expect(Width.cells(of: "\0") == nil)
  }
}
