import CCurl

/// One transfer's handle, its options set one by one and its lists freed with it.
final class CurlHandle {
  private let curl: CurlLibrary
  private let handle: CurlLibrary.Handle
  private var lists: [CurlLibrary.List] = []

  /// An option that the library does not know, or not with this value.
  struct Refusal: Error {}

  init?(_ curl: CurlLibrary) {
    guard let handle = curl.open() else { return nil }
    self.curl = curl
    self.handle = handle
  }

  deinit {
    curl.close(handle)
    for list in lists { curl.freeList(list) }
  }

  func perform() -> CURLcode { curl.perform(handle) }

  func set(_ option: CURLoption, _ value: Int) throws(Refusal) {
    try check(ccurl_set_long(curl.set, handle, option, value))
  }

  func set(_ option: CURLoption, _ value: Bool) throws(Refusal) {
    try set(option, value ? 1 : 0)
  }

  /// The library keeps a copy.
  func set(_ option: CURLoption, _ value: String) throws(Refusal) {
    try check(value.withCString { ccurl_set_pointer(curl.set, handle, option, $0) })
  }

  func set(_ option: CURLoption, list: [String]) throws(Refusal) {
    var head: CurlLibrary.List?
    for item in list {
      guard let longer = curl.appendToList(head, item) else {
        curl.freeList(head)
        throw Refusal()
      }
      head = longer
    }
    if let head { lists.append(head) }
    try check(ccurl_set_pointer(curl.set, handle, option, head))
  }

  /// A callback's last argument, or a buffer, that lives longer than the transfer.
  func set(_ option: CURLoption, pointer: UnsafeMutableRawPointer) throws(Refusal) {
    try check(ccurl_set_pointer(curl.set, handle, option, pointer))
  }

  func set(_ option: CURLoption, _ value: @escaping curl_write_callback) throws(Refusal) {
    try check(ccurl_set_write(curl.set, handle, option, value))
  }

  func setOpenSocket(_ value: @escaping curl_opensocket_callback) throws(Refusal) {
    try check(ccurl_set_opensocket(curl.set, handle, value))
  }

  func setDebug(_ value: @escaping curl_debug_callback) throws(Refusal) {
    try check(ccurl_set_debug(curl.set, handle, value))
  }

  func number(_ info: CURLINFO) -> Int {
    var value = 0
    return ccurl_get_long(curl.get, handle, info, &value) == CURLE_OK ? value : 0
  }

  func offset(_ info: CURLINFO) -> Int {
    var value: curl_off_t = 0
    return ccurl_get_offset(curl.get, handle, info, &value) == CURLE_OK ? Int(value) : 0
  }

  private func check(_ code: CURLcode) throws(Refusal) {
    guard code == CURLE_OK else { throw Refusal() }
  }
}
