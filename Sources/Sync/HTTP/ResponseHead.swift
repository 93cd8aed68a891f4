/// The status line and the headers of one answer, collected line by line.
struct ResponseHead {
  private(set) var status = 0
  private var fields: [String: String] = [:]
  /// The values of `Set-Cookie`, of which there may be several.
  private(set) var cookies: [String] = []

  enum Verdict: Equatable {
    /// Not the answer yet, such as 103.
    case interim
    case file(isGzip: Bool, length: Int?)
    case unchanged
    case redirect(String)
    case failure(FetchFailure.Reason)
  }

  /// A line with or without its end; a status line begins a new head.
  mutating func add(line: String) {
    if line.hasPrefix("HTTP/") {
      let words = line.split(separator: " ", maxSplits: 2)
      self = ResponseHead()
      status = words.count > 1 ? Int(words[1].prefix(3)) ?? 0 : 0
      return
    }
    guard let colon = line.utf8.firstIndex(of: UInt8(ascii: ":")) else { return }
    let name = line[..<colon].lowercased()
    let value = line[line.utf8.index(after: colon)...]
      .drop { $0 == " " || $0 == "\t" }
    let end = value.lastIndex { !$0.isWhitespace }
    fields[name] = end.map { String(value[...$0]) } ?? ""
    if name == "set-cookie" { cookies.append(fields[name] ?? "") }
  }

  subscript(_ name: String) -> String? { fields[name] }

  /// What the head says is to come.
  ///
  /// "Unchanged" is an answer only to a `conditional` request.
  func verdict(conditional: Bool, limit: Int) -> Verdict {
    switch status {
    case 100, 102..<200: .interim
    case 200: body(limit: limit)
    case 204: .failure(.broken(.empty))
    case 304 where conditional: .unchanged
    case 101, 206, 304: .failure(.broken(.unasked(status: status)))
    case 301, 302, 303, 307, 308:
      fields["location"].map { .redirect($0) } ?? .failure(.badRedirect(.toNowhere))
    case 401, 403: .failure(.needsCredentials(status: status))
    case 404, 410: .failure(.notFound)
    case 429: .failure(.tooManyRequests)
    case 500..<600: .failure(.serverError(status: status))
    case 0: .failure(.broken(.notHTTP))
    default: .failure(.refused(status: status))
    }
  }

  private func body(limit: Int) -> Verdict {
    let type = fields["content-type"]?.lowercased() ?? ""
    if ["text/html", "application/xhtml+xml"].contains(where: type.hasPrefix) {
      return .failure(.isPage)
    }
    let transfer = fields["transfer-encoding"]?.lowercased()
    guard transfer == nil || transfer == "chunked" else {
      return .failure(.broken(.coding(transfer ?? "")))
    }
    let length = transfer == nil ? fields["content-length"].flatMap { Int($0) } : nil
    guard transfer != nil || length != nil else { return .failure(.broken(.noLength)) }
    if let length, length > limit { return .failure(.tooLarge(limit: limit)) }
    switch fields["content-encoding"]?.lowercased() {
    case nil, "", "identity": return .file(isGzip: false, length: length)
    case "gzip", "x-gzip": return .file(isGzip: true, length: length)
    case let coding?: return .failure(.broken(.coding(coding)))
    }
  }

  /// The seconds that `Backoff` asks to stay away, whatever the answer; at most a week.
  var backoff: Int? { fields["backoff"].flatMap(Self.seconds) }

  /// The longer of `Retry-After` and `Backoff`, in seconds.
  ///
  /// A date counts from the server's own where it says one: clocks differ.
  func retryAfter(now: Int, date: (String) -> Int?) -> Int? {
    let asked = fields["retry-after"].flatMap { value -> Int? in
      if let seconds = Self.seconds(value) { return seconds }
      let start = fields["date"].flatMap(date) ?? now
      return date(value).map { min(max($0 - start, 0), Self.week) }
    }
    return [asked, backoff].compactMap { $0 }.max()
  }

  private static let week = 604_800

  private static func seconds(_ value: String) -> Int? {
    guard !value.isEmpty, value.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return min(Int(value) ?? week, week)
  }
}
