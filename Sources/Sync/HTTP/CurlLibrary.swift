import CCurl
import Glibc

/// libcurl's functions, loaded when the first address is fetched.
///
/// Linked, it would double the time the desk takes to start, for something that a desk on a shared
/// folder never uses.
struct CurlLibrary: @unchecked Sendable {
  /// Nil where the library is not installed, or older than 7.62.
  static let shared = CurlLibrary()

  typealias Handle = UnsafeMutableRawPointer
  typealias List = UnsafeMutablePointer<curl_slist>
  typealias Text = UnsafePointer<CChar>

  let open: @convention(c) () -> Handle?
  let close: @convention(c) (Handle) -> Void
  let perform: @convention(c) (Handle) -> CURLcode
  /// Variadic: called through the functions of the shim.
  let set: UnsafeMutableRawPointer
  let get: UnsafeMutableRawPointer

  let makeShare: @convention(c) () -> Handle?
  let freeShare: @convention(c) (Handle) -> CURLSHcode
  /// Variadic, too.
  let setShare: UnsafeMutableRawPointer

  let appendToList: @convention(c) (List?, Text) -> List?
  let freeList: @convention(c) (List?) -> Void
  /// Seconds since 1970 for a date in any form that HTTP allows, -1 for none.
  let date: @convention(c) (Text, UnsafePointer<time_t>?) -> time_t

  let makeURL: @convention(c) () -> OpaquePointer?
  let freeURL: @convention(c) (OpaquePointer) -> Void
  let setURL: @convention(c) (OpaquePointer, CURLUPart, Text?, UInt32) -> CURLUcode
  let getURL:
    @convention(c) (
      OpaquePointer, CURLUPart, UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>, UInt32
    ) -> CURLUcode
  let free: @convention(c) (UnsafeMutableRawPointer?) -> Void

  private init?() {
    // Debian's second one is there wherever git is.
    let names = ["libcurl.so.4", "libcurl-gnutls.so.4"]
    let library = names.lazy.compactMap { dlopen($0, RTLD_NOW | RTLD_LOCAL) }.first
    guard let library,
      let globalInit: @convention(c) (Int) -> CURLcode = symbol("curl_global_init", in: library),
      let open: @convention(c) () -> Handle? = symbol("curl_easy_init", in: library),
      let close: @convention(c) (Handle) -> Void = symbol("curl_easy_cleanup", in: library),
      let perform: @convention(c) (Handle) -> CURLcode = symbol("curl_easy_perform", in: library),
      let set = dlsym(library, "curl_easy_setopt"),
      let get = dlsym(library, "curl_easy_getinfo"),
      let makeShare: @convention(c) () -> Handle? = symbol("curl_share_init", in: library),
      let freeShare: @convention(c) (Handle) -> CURLSHcode =
        symbol("curl_share_cleanup", in: library),
      let setShare = dlsym(library, "curl_share_setopt"),
      let appendToList: @convention(c) (List?, Text) -> List? =
        symbol("curl_slist_append", in: library),
      let freeList: @convention(c) (List?) -> Void = symbol("curl_slist_free_all", in: library),
      let date: @convention(c) (Text, UnsafePointer<time_t>?) -> time_t =
        symbol("curl_getdate", in: library),
      let makeURL: @convention(c) () -> OpaquePointer? = symbol("curl_url", in: library),
      let freeURL: @convention(c) (OpaquePointer) -> Void =
        symbol("curl_url_cleanup", in: library),
      let setURL: @convention(c) (OpaquePointer, CURLUPart, Text?, UInt32) -> CURLUcode =
        symbol("curl_url_set", in: library),
      let getURL:
        @convention(c) (
          OpaquePointer, CURLUPart, UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>, UInt32
        ) -> CURLUcode = symbol("curl_url_get", in: library),
      let free: @convention(c) (UnsafeMutableRawPointer?) -> Void =
        symbol("curl_free", in: library),
      globalInit(Int(CURL_GLOBAL_ALL)) == CURLE_OK
    else { return nil }
    self.open = open
    self.close = close
    self.perform = perform
    self.set = set
    self.get = get
    self.makeShare = makeShare
    self.freeShare = freeShare
    self.setShare = setShare
    self.appendToList = appendToList
    self.freeList = freeList
    self.date = date
    self.makeURL = makeURL
    self.freeURL = freeURL
    self.setURL = setURL
    self.getURL = getURL
    self.free = free
  }
}

/// The function of that name as the type it has in C; nil where the library has none.
func symbol<Function>(_ name: String, in library: UnsafeMutableRawPointer) -> Function? {
  dlsym(library, name).map { unsafeBitCast($0, to: Function.self) }
}
