import CCurl

extension CurlHandle {
  /// What every request has in common; the callbacks are the exchange's own.
  ///
  /// Redirects are not left to the library: each is a new request, which is checked like the first.
  func setUp(_ request: HTTPRequest, _ options: HTTPOptions) throws(Refusal) {
    let limits = options.limits
    try set(CURLOPT_URL, request.address.text)
    do throws(Refusal) {
      try set(CURLOPT_PROTOCOLS_STR, "http,https")
    } catch {
      // Before 7.85.
      try set(CURLOPT_PROTOCOLS, Int(CURLPROTO_HTTP | CURLPROTO_HTTPS))
    }
    try set(CURLOPT_FOLLOWLOCATION, false)
    try set(CURLOPT_NOSIGNAL, true)
    try set(CURLOPT_NETRC, 0)

    try set(CURLOPT_CONNECTTIMEOUT_MS, min(limits.connectMilliseconds, request.milliseconds))
    try set(CURLOPT_TIMEOUT_MS, request.milliseconds)
    try set(CURLOPT_LOW_SPEED_LIMIT, limits.slowBytes)
    try set(CURLOPT_LOW_SPEED_TIME, limits.slowSeconds)

    // One file at a time gains nothing from later versions, and this one is tested with all faults.
    try set(CURLOPT_HTTP_VERSION, 2)  // CURL_HTTP_VERSION_1_1
    try set(CURLOPT_SUPPRESS_CONNECT_HEADERS, true)
    // Compressed files are decoded by ``IncomingBody``.
    try set(CURLOPT_HTTP_CONTENT_DECODING, false)
    try set(CURLOPT_USERAGENT, "phrasedesk/\(ProgramVersion.current)")
    try set(CURLOPT_HTTPHEADER, list: request.headers)

    try set(CURLOPT_SSLVERSION, 6)  // CURL_SSLVERSION_TLSv1_2, or later
    try set(CURLOPT_SSL_VERIFYPEER, true)
    try set(CURLOPT_SSL_VERIFYHOST, 2)
    if let file = options.certificates {
      try set(CURLOPT_CAINFO, file)
      try set(CURLOPT_PROXY_CAINFO, file)
    }
    if !request.hasTLSProxy, let sessions = TLSSessions.shared {
      try set(CURLOPT_SHARE, pointer: sessions.share)
    }

    // Empty texts, or the library would look into the environment once more.
    try set(CURLOPT_PROXY, request.proxy ?? "")
    try set(CURLOPT_NOPROXY, "")

    switch request.credentials {
    case .bearer(let token):
      try set(CURLOPT_HTTPAUTH, 1 << 6)  // CURLAUTH_BEARER
      try set(CURLOPT_XOAUTH2_BEARER, token.text)
    case .basic(let name, let password):
      try set(CURLOPT_HTTPAUTH, 1)  // CURLAUTH_BASIC
      try set(CURLOPT_USERNAME, name)
      try set(CURLOPT_PASSWORD, password.text)
    case nil: break
    }
  }
}
