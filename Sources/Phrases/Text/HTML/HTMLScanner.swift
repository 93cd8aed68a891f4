/// A piece of HTML.
package enum HTMLToken {
  /// A stretch of text, in bytes; its references are not resolved.
  case text(Range<Int>)
  /// A start tag, its name in lower case and where its attributes stand.
  case start(String, attributes: Range<Int>)
  case end(String)
}

/// Cuts a text into tags and what stands between them, as browsers do, in linear time.
///
/// Every `<` that begins no tag is text: `5 < 6`, `<3`, `<订单号>`, `<order number>`. Comments, and
/// scripts with what they hold, are left out.
package struct HTMLScanner {
  private static let nameLimit = 32

  let bytes: [UInt8]
  private var position = 0
  /// Where the last `>` stands: behind it no tag ends.
  private let lastClose: Int
  /// The names that have an end tag anywhere.
  private let ended: Set<String>
  /// Whether a `>` in quotes ends no tag: until a quote turns out to be open.
  private var honoursQuotes = true
  /// Elements whose end was looked for in vain.
  private var endless: Set<String> = []

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
    lastClose = bytes.lastIndex(of: UInt8(ascii: ">")) ?? -1
    ended = HTMLScanner.endedNames(in: bytes)
  }

  /// All of a text, in its order.
  package static func tokens(of bytes: [UInt8]) -> [HTMLToken] {
    var scanner = HTMLScanner(bytes)
    var tokens: [HTMLToken] = []
    var textStart = 0
    while let open = scanner.nextOpening() {
      scanner.position = open
      guard let token = scanner.tag() else {
        scanner.position = max(scanner.position, open + 1)
        // What was skipped, such as a comment, is no text.
        if scanner.position > open + 1 {
          if textStart < open { tokens.append(.text(textStart..<open)) }
          textStart = scanner.position
        }
        continue
      }
      if textStart < open { tokens.append(.text(textStart..<open)) }
      tokens.append(token)
      textStart = scanner.position
    }
    if textStart < bytes.count { tokens.append(.text(textStart..<bytes.count)) }
    return tokens
  }

  /// The value of an attribute within those of a tag, its references resolved.
  package static func value(of name: String, in attributes: Range<Int>, _ bytes: [UInt8]) -> String?
  {
    var index = attributes.lowerBound
    let end = attributes.upperBound
    while index < end {
      while index < end, bytes[index].isHTMLSpace || bytes[index] == UInt8(ascii: "/") {
        index += 1
      }
      let nameStart = index
      while index < end, !bytes[index].isHTMLSpace, bytes[index] != UInt8(ascii: "=") { index += 1 }
      let isWanted =
        String(decoding: bytes[nameStart..<index], as: UTF8.self).lowercased() == name
      while index < end, bytes[index].isHTMLSpace { index += 1 }
      guard index < end, bytes[index] == UInt8(ascii: "=") else {
        if index == nameStart { index += 1 }
        continue
      }
      index += 1
      while index < end, bytes[index].isHTMLSpace { index += 1 }
      let value = HTMLScanner.value(at: &index, end, bytes)
      if isWanted { return HTMLEntities.resolved(bytes[value]) }
    }
    return nil
  }

  private static func value(at index: inout Int, _ end: Int, _ bytes: [UInt8]) -> Range<Int> {
    let quote = index < end ? bytes[index] : 0
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      let start = index
      while index < end, !bytes[index].isHTMLSpace { index += 1 }
      return start..<index
    }
    let start = index + 1
    let stop = bytes[start..<end].firstIndex(of: quote) ?? end
    index = min(stop + 1, end)
    return start..<stop
  }

  private func nextOpening() -> Int? {
    guard position <= lastClose else { return nil }
    return bytes[position...].firstIndex(of: UInt8(ascii: "<"))
  }

  /// The tag at the position, behind which it then is; nil where there is none to tell of.
  private mutating func tag() -> HTMLToken? {
    guard position + 1 < bytes.count else { return nil }
    switch bytes[position + 1] {
    case UInt8(ascii: "!"), UInt8(ascii: "?"):
      skipDeclaration()
      return nil
    case UInt8(ascii: "/"):
      guard let name = HTMLScanner.name(in: bytes, at: position + 2),
        let close = close(from: position + 2)
      else { return nil }
      position = close + 1
      return .end(name.lowercased())
    default: return startTag()
    }
  }

  private mutating func startTag() -> HTMLToken? {
    guard let written = HTMLScanner.name(in: bytes, at: position + 1) else { return nil }
    let start = position + 1 + written.utf8.count
    guard start < bytes.count,
      bytes[start].isHTMLSpace || bytes[start] == UInt8(ascii: "/")
        || bytes[start] == UInt8(ascii: ">"),
      let close = close(from: start)
    else { return nil }
    let name = written.lowercased()
    let attributes = start..<close
    guard
      HTMLElements.certain.contains(name) || ended.contains(name)
        || bytes[attributes].contains(UInt8(ascii: "="))
    else { return nil }
    position = close + 1
    if HTMLElements.unseen.contains(name) { skipContent(of: name) }
    return .start(name, attributes: attributes)
  }

  /// The `>` that ends the tag whose name ends at `start`; nil where another `<` comes before it.
  private mutating func close(from start: Int) -> Int? {
    guard start <= lastClose else { return nil }
    var quote: UInt8?
    var last: UInt8 = 0
    if honoursQuotes {
      for index in start..<bytes.count {
        let byte = bytes[index]
        if let open = quote {
          if byte == open { quote = nil }
        } else if byte == UInt8(ascii: ">") {
          return index
        } else if byte == UInt8(ascii: "<") {
          return nil
        } else if last == UInt8(ascii: "="),
          byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
        {
          quote = byte
        }
        if !byte.isHTMLSpace { last = byte }
      }
      honoursQuotes = false
    }
    let end = bytes[start...].firstIndex { $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "<") }
    return end.flatMap { bytes[$0] == UInt8(ascii: ">") ? $0 : nil }
  }

  /// Goes behind a comment, a document type or an instruction, where one begins.
  private mutating func skipDeclaration() {
    let start = position + 2
    if bytes[start...].starts(with: "--".utf8) {
      position = HTMLScanner.end(of: "-->", in: bytes, from: start) ?? bytes.count
    } else if start < bytes.count, bytes[start].isASCIILetter || bytes[start] == UInt8(ascii: "[") {
      position = bytes[start...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? position
    }
  }

  /// Goes to the end tag of an element that shows nothing of what it holds.
  private mutating func skipContent(of name: String) {
    guard !endless.contains(name) else { return }
    if let end = HTMLScanner.end(of: "</" + name, in: bytes, from: position) {
      position = end - name.utf8.count - 2
    } else if name == "script" || name == "style" {
      position = bytes.count
    } else {
      endless.insert(name)
    }
  }

  /// The end behind the next `text`, which is in lower case.
  private static func end(of text: String, in bytes: [UInt8], from start: Int) -> Int? {
    let wanted = Array(text.utf8)
    guard bytes.count >= wanted.count, start <= bytes.count - wanted.count else { return nil }
    return (start...(bytes.count - wanted.count)).first { index in
      wanted.indices.allSatisfy { offset in
        let byte = bytes[index + offset]
        return wanted[offset].isASCIILetter
          ? byte | 0x20 == wanted[offset] : byte == wanted[offset]
      }
    }.map { $0 + wanted.count }
  }

  private static func endedNames(in bytes: [UInt8]) -> Set<String> {
    var names: Set<String> = []
    for index in bytes.indices where bytes[index] == UInt8(ascii: "<") {
      guard index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "/") else { continue }
      if let name = name(in: bytes, at: index + 2) { names.insert(name.lowercased()) }
    }
    return names
  }

  /// The name that begins at `start`: a letter, then letters, digits, `:` and `-`.
  private static func name(in bytes: [UInt8], at start: Int) -> String? {
    guard start < bytes.count, bytes[start].isASCIILetter else { return nil }
    let limit = min(start + nameLimit, bytes.count)
    let end =
      bytes[start..<limit].firstIndex {
        !$0.isASCIIWordPart && $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: "-")
      } ?? limit
    // `<http://…>` is an address.
    guard end < limit || limit == bytes.count, bytes[end - 1] != UInt8(ascii: ":") else {
      return nil
    }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }
}
