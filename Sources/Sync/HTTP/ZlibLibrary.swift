import CCurl
import Glibc

/// zlib's functions, loaded with the first compressed file.
struct ZlibLibrary: @unchecked Sendable {
  /// Nil where it is not installed; libcurl brings it along.
  static let shared = ZlibLibrary()

  typealias Stream = UnsafeMutablePointer<ccurl_zstream>

  let start: @convention(c) (Stream, Int32, UnsafePointer<CChar>, Int32) -> Int32
  let inflate: @convention(c) (Stream, Int32) -> Int32
  let restart: @convention(c) (Stream) -> Int32
  let end: @convention(c) (Stream) -> Int32

  private init?() {
    guard let library = dlopen("libz.so.1", RTLD_NOW | RTLD_LOCAL),
      let start: @convention(c) (Stream, Int32, UnsafePointer<CChar>, Int32) -> Int32 =
        symbol("inflateInit2_", in: library),
      let inflate: @convention(c) (Stream, Int32) -> Int32 = symbol("inflate", in: library),
      let restart: @convention(c) (Stream) -> Int32 = symbol("inflateReset", in: library),
      let end: @convention(c) (Stream) -> Int32 = symbol("inflateEnd", in: library)
    else { return nil }
    self.start = start
    self.inflate = inflate
    self.restart = restart
    self.end = end
  }
}
