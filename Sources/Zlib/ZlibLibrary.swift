import CZlib
import Glibc

/// zlib's functions, loaded with the first compressed file.
struct ZlibLibrary: @unchecked Sendable {
  /// Nil where it is not installed; libcurl brings it along.
  static let shared = ZlibLibrary()

  typealias Stream = UnsafeMutablePointer<czlib_stream>

  let startInflating: @convention(c) (Stream, Int32, UnsafePointer<CChar>, Int32) -> Int32
  let inflate: @convention(c) (Stream, Int32) -> Int32
  let restartInflating: @convention(c) (Stream) -> Int32
  let endInflating: @convention(c) (Stream) -> Int32

  let startDeflating:
    @convention(c) (Stream, Int32, Int32, Int32, Int32, Int32, UnsafePointer<CChar>, Int32) -> Int32
  let deflate: @convention(c) (Stream, Int32) -> Int32
  let endDeflating: @convention(c) (Stream) -> Int32

  let crc32: @convention(c) (UInt, UnsafePointer<UInt8>?, UInt32) -> UInt

  private init?() {
    guard let library = dlopen("libz.so.1", RTLD_NOW | RTLD_LOCAL),
      let startInflating: @convention(c) (Stream, Int32, UnsafePointer<CChar>, Int32) -> Int32 =
        symbol("inflateInit2_", in: library),
      let inflate: @convention(c) (Stream, Int32) -> Int32 = symbol("inflate", in: library),
      let restartInflating: @convention(c) (Stream) -> Int32 = symbol("inflateReset", in: library),
      let endInflating: @convention(c) (Stream) -> Int32 = symbol("inflateEnd", in: library),
      let startDeflating:
        @convention(c) (Stream, Int32, Int32, Int32, Int32, Int32, UnsafePointer<CChar>, Int32) ->
          Int32 = symbol("deflateInit2_", in: library),
      let deflate: @convention(c) (Stream, Int32) -> Int32 = symbol("deflate", in: library),
      let endDeflating: @convention(c) (Stream) -> Int32 = symbol("deflateEnd", in: library),
      let crc32: @convention(c) (UInt, UnsafePointer<UInt8>?, UInt32) -> UInt =
        symbol("crc32", in: library)
    else { return nil }
    self.startInflating = startInflating
    self.inflate = inflate
    self.restartInflating = restartInflating
    self.endInflating = endInflating
    self.startDeflating = startDeflating
    self.deflate = deflate
    self.endDeflating = endDeflating
    self.crc32 = crc32
  }
}

private func symbol<Function>(_ name: String, in library: UnsafeMutableRawPointer) -> Function? {
  dlsym(library, name).map { unsafeBitCast($0, to: Function.self) }
}

/// Whether zlib is installed; without it nothing that is compressed can be read.
package var hasZlib: Bool { ZlibLibrary.shared != nil }

/// What zlib's functions return and take.
enum ZlibCode {
  static let ok: Int32 = 0
  static let streamEnd: Int32 = 1
  static let noProgress: Int32 = -5
  /// For `flush`: nothing follows.
  static let finish: Int32 = 4
}
