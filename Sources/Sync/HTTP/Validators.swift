/// What a server said about the state of a file, to be sent back with the next question.
///
/// They hold for one address and one coding: the compressed file has another ETag than the plain
/// one, and another server's answer to either means nothing.
struct Validators: Equatable {
  var etag: String?
  var lastModified: String?
  /// A hash of where they came from: the address may hold a signature that is nobody's business.
  var place: UInt64

  /// What an answer says, with what reads its dates (seconds since 1970, nil for none).
  ///
  /// A date counts only where it is ``settledSeconds`` older than the answer: within its second the file
  /// may have changed once more. Where there is an ETag nobody needs it.
  init(_ head: ResponseHead, place: UInt64, date: (String) -> Int?) {
    var lastModified: String?
    if head["etag"]?.isEmpty ?? true, let modified = head["last-modified"],
      let then = date(modified), let now = head["date"].flatMap(date),
      now - then >= Validators.settledSeconds
    {
      lastModified = modified
    }
    self.init(etag: head["etag"], lastModified: lastModified, place: place)
  }

  /// Dates have whole seconds, and are of the disk's clock while the answer's is of the server's.
  private static let settledSeconds = 5

  init(etag: String?, lastModified: String?, place: UInt64) {
    self.etag = etag.flatMap { Self.isSendable($0) ? $0 : nil }
    self.lastModified = lastModified.flatMap { Self.isSendable($0) ? $0 : nil }
    self.place = place
  }

  /// Reads what ``tag`` wrote; nil for the tag of another transport.
  init?(_ tag: Tag) {
    let lines = tag.text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count == 4, lines[0] == Self.format, let place = UInt64(lines[1], radix: 16) else {
      return nil
    }
    func line(_ index: Int) -> String? { lines[index].isEmpty ? nil : String(lines[index]) }
    self.init(etag: line(2), lastModified: line(3), place: place)
  }

  /// Nil where the server said nothing.
  var tag: Tag? {
    guard etag != nil || lastModified != nil else { return nil }
    let lines = [Self.format, String(place, radix: 16), etag ?? "", lastModified ?? ""]
    return Tag(lines.joined(separator: "\n"))
  }

  /// The headers that ask for the file only if it has changed.
  ///
  /// A weak ETag goes back as it came: If-None-Match compares weakly (RFC 9110, 13.1.2). A date says
  /// only that nothing is newer, which the file of yesterday, put back, is not: it goes alone, where there
  /// is nothing better, and ``Tag/isDate`` lets who asks leave it out now and then.
  var conditions: [String] {
    if let etag { return ["If-None-Match: \(etag)"] }
    return lastModified.map { ["If-Modified-Since: \($0)"] } ?? []
  }

  /// The hash (FNV-1a) of an address and a coding.
  ///
  /// Behind a redirect the query is left out: object stores sign each one anew.
  static func place(_ address: WebAddress, coding: String, isRedirected: Bool) -> UInt64 {
    let text = isRedirected ? String(address.withoutQuery) : address.text
    return "\(isRedirected) \(coding) \(text)".utf8.reduce(0xCBF2_9CE4_8422_2325) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01B3
    }
  }

  private static let format = "http 1"

  private static func isSendable(_ value: String) -> Bool {
    !value.isEmpty && value.utf8.count <= 1_024
      && value.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
  }
}

extension Tag {
  /// Whether it is only a date, by which an older file that was put back looks unchanged.
  public var isDate: Bool {
    Validators(self).map { $0.etag == nil && $0.lastModified != nil } ?? false
  }
}
