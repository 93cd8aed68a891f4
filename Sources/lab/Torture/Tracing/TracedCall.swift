/// One system call, as a line of `strace -y -xx` tells it.
struct TracedCall: Equatable {
  let name: String
  /// The file of the first descriptor, or the first path.
  let path: String
  /// The last string, such as what was written.
  let bytes: [UInt8]
  /// The arguments, strings still escaped.
  let arguments: [String]
  /// What it returned; nil where the process ended in it.
  let result: Int?
  /// How many calls of that name the thread had made with this one: what `when=` counts.
  var ordinal = 0

  /// Nil for lines that are no calls: signals, and how a process ended.
  init?(line: ArraySlice<UInt8>) {
    guard let open = line.firstIndex(of: UInt8(ascii: "(")), open > line.startIndex,
      line[..<open].allSatisfy(TracedCall.isOfName)
    else { return nil }
    let close = TracedCall.end(of: line)
    name = String(decoding: line[..<open], as: UTF8.self)
    let parts = line[(open + 1)..<close].split(separator: UInt8(ascii: ","))
      .map { $0.drop { $0 == UInt8(ascii: " ") } }
    arguments = parts.map { String(decoding: $0, as: UTF8.self) }
    let strings = parts.filter { $0.first == UInt8(ascii: "\"") }.map(TracedCall.unquoted)
    bytes = strings.last ?? []
    let isByName = parts.first?.starts(with: "AT_FDCWD".utf8) ?? true
    path = String(
      decoding: isByName
        ? strings.first ?? []
        : parts.first.flatMap(TracedCall.descriptorFile) ?? strings.first ?? [],
      as: UTF8.self)
    let tail = line[close...].drop { $0 != UInt8(ascii: "=") }.dropFirst()
    let number = tail.drop { $0 == UInt8(ascii: " ") }
      .prefix { $0 == UInt8(ascii: "-") || TracedCall.isDigit($0) }
    result = Int(String(decoding: number, as: UTF8.self))
  }

  /// An argument that is a number.
  func number(_ index: Int) -> Int? {
    arguments.indices.contains(index) ? Int(arguments[index]) : nil
  }

  /// Whether it may bring a file into being or change one.
  var opensForWriting: Bool {
    switch name {
    case "openat", "open":
      ["O_WRONLY", "O_RDWR", "O_CREAT", "O_TRUNC"].contains { flag in
        arguments.contains { $0.split(separator: "|").contains { $0 == flag } }
      }
    case "creat", "mknod", "mknodat", "rename", "renameat", "renameat2", "link", "linkat",
      "symlink", "symlinkat", "truncate":
      true
    default: false
    }
  }

  /// The parenthesis behind the arguments, which an equals sign follows.
  ///
  /// Strings are all escapes, so nothing in them looks like it.
  private static func end(of line: ArraySlice<UInt8>) -> Int {
    var index = line.startIndex
    while let close = line[index...].firstIndex(of: UInt8(ascii: ")")) {
      index = close + 1
      let next = line[index...].first { $0 != UInt8(ascii: " ") }
      if next == UInt8(ascii: "=") { return close }
    }
    return line.lastIndex(of: UInt8(ascii: ")")) ?? line.endIndex
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    isDigit(byte) || byte == UInt8(ascii: "_")
      || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func unquoted(_ text: ArraySlice<UInt8>) -> [UInt8] {
    let end = text.lastIndex(of: UInt8(ascii: "\"")) ?? text.endIndex
    return decoded(text[..<end].dropFirst())
  }

  /// The file of a descriptor: `4<\x2f\x74…>`.
  private static func descriptorFile(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    guard let open = text.firstIndex(of: UInt8(ascii: "<")),
      let close = text.lastIndex(of: UInt8(ascii: ">"))
    else { return nil }
    return decoded(text[(open + 1)..<close])
  }

  /// Undoes `-xx`, by which every byte is `\x` and two hexadecimal digits.
  private static func decoded(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count / 4)
    var index = text.startIndex
    while index < text.endIndex {
      if text[index] == UInt8(ascii: "\\"), index + 3 < text.endIndex,
        let high = nibble(text[index + 2]), let low = nibble(text[index + 3])
      {
        bytes.append(high << 4 | low)
        index += 4
      } else {
        bytes.append(text[index])
        index += 1
      }
    }
    return bytes
  }

  private static func nibble(_ digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}
