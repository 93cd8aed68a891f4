import CCurl
import Glibc

/// An address of the web, taken apart by the library that will go there.
///
/// Two parsers that disagree are how a check is passed for one host and another one is asked; so
/// there is only libcurl's.
struct WebAddress {
  /// Without name, password and fragment.
  let text: String
  let isTLS: Bool
  /// In lower case, an IPv6 address without its brackets.
  let host: String
  let port: String
  /// What the address says before `@`.
  let credentials: Credentials?

  /// - Throws: ``FetchFailure/Reason/notAnAddress`` for anything but http and https.
  init(_ text: String, _ curl: CurlLibrary) throws(FetchFailure) {
    guard let address = Self.parsed([text], curl) else { throw FetchFailure(.notAnAddress) }
    self = address
  }

  /// Where a redirect leads; name and password in it are ignored.
  ///
  /// - Throws: ``FetchFailure/Reason/badRedirect(_:)`` for anything but http and https.
  func redirected(to location: String, _ curl: CurlLibrary) throws(FetchFailure) -> WebAddress {
    guard let address = Self.parsed([text, location], curl) else {
      throw FetchFailure(.badRedirect(.notWeb))
    }
    return address
  }

  /// Whether both are of one server, as browsers understand it.
  func isSameOrigin(as other: WebAddress) -> Bool {
    isTLS == other.isTLS && host == other.host && port == other.port
  }

  var withoutQuery: Substring { text.prefix { $0 != "?" } }

  /// Each text is understood relative to the one before.
  private static func parsed(_ texts: [String], _ curl: CurlLibrary) -> WebAddress? {
    guard let url = curl.makeURL() else { return nil }
    defer { curl.freeURL(url) }
    for text in texts {
      let isWhole = !text.utf8.contains { $0 < 0x20 || $0 == 0x7F }
      guard isWhole, curl.setURL(url, CURLUPART_URL, text, UInt32(CURLU_URLENCODE)) == CURLUE_OK
      else { return nil }
    }
    return WebAddress(url, curl)
  }

  private init?(_ url: OpaquePointer, _ curl: CurlLibrary) {
    func part(_ part: CURLUPart, _ flags: Int32 = 0) -> String? {
      var text: UnsafeMutablePointer<CChar>?
      guard curl.getURL(url, part, &text, UInt32(flags)) == CURLUE_OK, let text else { return nil }
      defer { curl.free(text) }
      return String(cString: text)
    }
    guard let scheme = part(CURLUPART_SCHEME), ["http", "https"].contains(scheme),
      let host = part(CURLUPART_HOST), !host.isEmpty,
      let port = part(CURLUPART_PORT, CURLU_DEFAULT_PORT)
    else { return nil }
    let name = part(CURLUPART_USER, CURLU_URLDECODE)
    let password = part(CURLUPART_PASSWORD, CURLU_URLDECODE)
    for part in [CURLUPART_USER, CURLUPART_PASSWORD, CURLUPART_OPTIONS, CURLUPART_FRAGMENT] {
      guard curl.setURL(url, part, nil, 0) == CURLUE_OK else { return nil }
    }
    guard let text = part(CURLUPART_URL) else { return nil }
    self.text = text
    isTLS = scheme == "https"
    self.host = (host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host).lowercased()
    self.port = port
    credentials = name.flatMap { name in
      password.flatMap { Secret($0) }.map { .basic(name: name, password: $0) }
    }
  }
}
