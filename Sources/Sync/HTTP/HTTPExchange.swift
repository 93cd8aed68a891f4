import CCurl
import Glibc
import Zlib

/// One request and what comes back, as libcurl's callbacks see it.
final class HTTPExchange {
  enum Answer {
    case unchanged
    case file([UInt8])
    case redirect(String)
  }

  private let request: HTTPRequest
  private let options: HTTPOptions
  private(set) var head = ResponseHead()
  /// What the answer is worth, once that is clear before its end.
  private var verdict: ResponseHead.Verdict?
  private var body: IncomingBody?
  private var headerBytes = 0
  /// Why the last address of the host was not connected to.
  private var refusal: FetchFailure.Reason?
  private var connectedScope: NetworkAddress.Scope?
  private var hasExcess = false
  private let message = UnsafeMutablePointer<CChar>.allocate(capacity: Int(CURL_ERROR_SIZE))

  init(_ request: HTTPRequest, _ options: HTTPOptions) {
    self.request = request
    self.options = options
    message.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
  }

  deinit { message.deallocate() }

  /// How far out the server lies.
  var scope: NetworkAddress.Scope { connectedScope ?? request.scopeOfName }

  func run(_ curl: CurlLibrary) throws(FetchFailure) -> Answer {
    if request.proxy != nil,
      let refusal = request.refusal(of: scope, allowsHTTP: options.allowsHTTP)
    {
      throw FetchFailure(refusal)
    }
    guard let handle = CurlHandle(curl), (try? setUp(handle)) != nil else {
      throw FetchFailure(.noLibrary)
    }
    let code = handle.perform()
    do throws(FetchFailure) {
      return try answer(code, handle)
    } catch {
      let retryAfter = head.retryAfter(now: time(nil)) { text in
        let date = curl.date(text, nil)
        return date < 0 ? nil : date
      }
      throw FetchFailure(error.reason, retryAfter: retryAfter)
    }
  }

  private func setUp(_ handle: CurlHandle) throws(CurlHandle.Refusal) {
    try handle.setUp(request, options)
    let context = Unmanaged.passUnretained(self).toOpaque()
    try handle.set(CURLOPT_ERRORBUFFER, pointer: UnsafeMutableRawPointer(message))
    try handle.set(CURLOPT_HEADERDATA, pointer: context)
    try handle.set(CURLOPT_HEADERFUNCTION) { data, size, count, context in
      let line = UnsafeRawBufferPointer(start: data, count: size * count)
      return HTTPExchange.of(context)?.receiveHeader(line) == true ? line.count : 0
    }
    try handle.set(CURLOPT_WRITEDATA, pointer: context)
    try handle.set(CURLOPT_WRITEFUNCTION) { data, size, count, context in
      let bytes = UnsafeRawBufferPointer(start: data, count: size * count)
      return HTTPExchange.of(context)?.receiveBody(bytes) == true ? bytes.count : 0
    }
    // That more came than was announced is said in libcurl's notes and nowhere else.
    try handle.set(CURLOPT_VERBOSE, true)
    try handle.set(CURLOPT_DEBUGDATA, pointer: context)
    try handle.setDebug { _, kind, data, count, context in
      if kind == CURLINFO_TEXT {
        HTTPExchange.of(context)?.receiveNote(UnsafeRawBufferPointer(start: data, count: count))
      }
      return 0
    }
    guard request.proxy == nil else { return }
    try handle.set(CURLOPT_OPENSOCKETDATA, pointer: context)
    try handle.setOpenSocket { context, _, wanted in
      guard let wanted, let exchange = HTTPExchange.of(context) else { return -1 }
      return exchange.openSocket(wanted)
    }
  }

  private static func of(_ context: UnsafeMutableRawPointer?) -> HTTPExchange? {
    context.map { Unmanaged<HTTPExchange>.fromOpaque($0).takeUnretainedValue() }
  }
}

// What libcurl calls. The answer "no" ends the transfer.
extension HTTPExchange {
  private func openSocket(_ wanted: UnsafeMutablePointer<curl_sockaddr>) -> Int32 {
    guard let scope = ccurl_socket_address(wanted).flatMap({ NetworkAddress($0) })?.scope else {
      return -1
    }
    refusal = request.refusal(of: scope, allowsHTTP: options.allowsHTTP)
    guard refusal == nil else { return -1 }
    if connectedScope != .world { connectedScope = scope }
    let kind = wanted.pointee.socktype | Int32(SOCK_CLOEXEC.rawValue)
    return socket(wanted.pointee.family, kind, wanted.pointee.protocol)
  }

  private func receiveHeader(_ bytes: UnsafeRawBufferPointer) -> Bool {
    headerBytes += bytes.count
    guard headerBytes <= options.limits.headerBytes else {
      return stop(.failure(.broken(.headersTooLong(limit: options.limits.headerBytes))))
    }
    // What follows a chunked body looks like headers.
    guard body == nil else { return true }
    let line = String(decoding: bytes.prefix { $0 != 0x0D && $0 != 0x0A }, as: UTF8.self)
    guard line.isEmpty else {
      head.add(line: line)
      return true
    }
    let verdict = head.verdict(conditional: request.isConditional, limit: options.limits.bytes)
    switch verdict {
    case .interim: return true
    case .file(let isGzip, let length):
      let gzip = isGzip ? InflateStream(.gzip) : nil
      guard !isGzip || gzip != nil else { return stop(.failure(.broken(.coding("gzip")))) }
      body = IncomingBody(limits: options.limits, length: length, gzip: gzip)
      return true
    default: return stop(verdict)
    }
  }

  private func receiveBody(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard body != nil else { return stop(.failure(.broken(.notHTTP))) }
    guard let refusal = body?.append(bytes) else { return true }
    return stop(.failure(refusal))
  }

  private func receiveNote(_ bytes: UnsafeRawBufferPointer) {
    if bytes.starts(with: "Excess found".utf8) { hasExcess = true }
  }

  private func stop(_ verdict: ResponseHead.Verdict) -> Bool {
    self.verdict = verdict
    return false
  }
}

// What it comes to.
extension HTTPExchange {
  private func answer(_ code: CURLcode, _ handle: CurlHandle) throws(FetchFailure) -> Answer {
    switch verdict {
    case .unchanged: return .unchanged
    case .redirect(let location): return .redirect(location)
    case .failure(let reason): throw FetchFailure(reason)
    case .interim, .file, nil: break
    }
    guard code == CURLE_OK else { throw FetchFailure(reason(code, handle)) }
    guard let body else { throw FetchFailure(.broken(.noAnswer)) }
    if let flaw = body.flaw { throw FetchFailure(flaw) }
    if hasExcess { throw FetchFailure(.broken(.tooLong)) }
    return .file(body.bytes)
  }

  private func reason(_ code: CURLcode, _ handle: CurlHandle) -> FetchFailure.Reason {
    let text = String(cString: message)
    switch code {
    case CURLE_COULDNT_RESOLVE_HOST: return .noSuchHost(request.address.host)
    case CURLE_COULDNT_CONNECT:
      return refusal ?? request.proxyHost.map { .proxy(host: $0, status: nil) }
        ?? .noConnection(request.address.host)
    case CURLE_COULDNT_RESOLVE_PROXY, CURLE_PROXY:
      return .proxy(host: request.proxyHost ?? "", status: nil)
    case CURLE_OPERATION_TIMEDOUT:
      let microseconds = handle.offset(CURLINFO_TOTAL_TIME_T)
      return .timedOut(seconds: max(1, (microseconds + 500_000) / 1_000_000))
    case CURLE_PARTIAL_FILE: return .broken(.cutShort)
    case CURLE_GOT_NOTHING: return .broken(.noAnswer)
    case CURLE_UNSUPPORTED_PROTOCOL, CURLE_WEIRD_SERVER_REPLY: return .broken(.notHTTP)
    case CURLE_URL_MALFORMAT: return .notAnAddress
    case CURLE_OUT_OF_MEMORY where body == nil, CURLcode(100) where body == nil:
      // How libcurl says that a single header is longer than it takes, 100 kB.
      return .broken(.headersTooLong(limit: options.limits.headerBytes))
    case CURLE_PEER_FAILED_VERIFICATION: return .notTrusted(FetchFailure.Distrust(said: text))
    case CURLE_SSL_CACERT_BADFILE: return .notTrusted(.badCertificateFile)
    case CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CIPHER, CURLE_SSL_CERTPROBLEM,
      CURLE_SSL_ENGINE_INITFAILED, CURLE_USE_SSL_FAILED, CURLE_SSL_ISSUER_ERROR,
      CURLE_SSL_INVALIDCERTSTATUS:
      return .notTrusted(.other(text))
    case CURLE_RECV_ERROR, CURLE_SEND_ERROR:
      let status = handle.number(CURLINFO_HTTP_CONNECTCODE)
      if let proxy = request.proxyHost, status >= 300 { return .proxy(host: proxy, status: status) }
      if text.contains("chunked-encoding") { return .broken(.badChunks) }
      return .broken(body == nil ? .noAnswer : .cutShort)
    default: return .broken(.other(code: Int(code.rawValue)))
    }
  }
}
