import Phrases

extension ReleaseList {
  /// Reads the file; nil where it is none.
  ///
  /// Members that mean nothing here are left out, and so is a release without a number or a hash.
  public init?(_ bytes: [UInt8]) {
    guard bytes.count <= Self.mostBytes else { return nil }
    let found = bytes.withUnsafeBufferPointer { buffer -> [Release]? in
      guard let text = SourceBytes(checking: buffer) else { return nil }
      var reader = JSONReader(text, depthLimit: 8)
      return try? Self.releases(&reader)
    }
    guard let found else { return nil }
    self.init(found)
  }

  private static func releases(_ reader: inout JSONReader) throws(Fault) -> [Release] {
    var found: [Release] = []
    var isFirst = true
    try reader.openObject()
    while let member = try reader.nextMember(&isFirst) {
      guard member.name == "releases", try reader.kind() == .array else {
        try reader.skipValue()
        continue
      }
      var isFirstItem = true
      try reader.openArray()
      while try reader.nextElement(&isFirstItem) {
        guard try reader.kind() == .object else {
          try reader.skipValue()
          continue
        }
        found.append(try release(&reader))
      }
    }
    try reader.end()
    return found
  }

  private static func release(_ reader: inout JSONReader) throws(Fault) -> Release {
    var release = Release(hash: "", by: "", at: "", message: "", counts: [:])
    var isFirst = true
    try reader.openObject()
    while let member = try reader.nextMember(&isFirst) {
      switch (member.name, try reader.kind()) {
      case ("number", .number): release.number = Int(try reader.number()) ?? 0
      case ("hash", .string): release.hash = try reader.string()
      case ("base", .string): release.base = try reader.string()
      case ("by", .string): release.by = try reader.string()
      case ("at", .string): release.at = try reader.string()
      case ("message", .string): release.message = try reader.string()
      case ("counts", .object): release.counts = try counts(&reader)
      case ("accepted", .object): release.accepted = try counts(&reader)
      default: try reader.skipValue()
      }
    }
    return release
  }

  private static func counts(_ reader: inout JSONReader) throws(Fault) -> [String: Int] {
    var counts: [String: Int] = [:]
    var isFirst = true
    try reader.openObject()
    while let member = try reader.nextMember(&isFirst) {
      guard try reader.kind() == .number else {
        try reader.skipValue()
        continue
      }
      // No list has more phrases; what adds up must not overflow.
      counts[member.name] = Int(try reader.number()).map { min(max(0, $0), 1 << 32) }
    }
    return counts
  }

  /// The file, a release a line.
  var bytes: [UInt8] {
    let lines = releases.map { release in
      let text: [(String, String)] = [
        ("hash", release.hash), ("base", release.base), ("by", release.by), ("at", release.at),
        ("message", release.message),
      ]
      let members =
        ["\"number\": \(release.number)"]
        + text.map { "\"\($0)\": \(JSONText.quoted($1))" }
        + ["\"counts\": \(Self.object(release.counts))"]
        + ["\"accepted\": \(Self.object(release.accepted))"]
      return "  {" + members.joined(separator: ", ") + "}"
    }
    return Array("{\"releases\": [\n\(lines.joined(separator: ",\n"))\n]}\n".utf8)
  }

  private static func object(_ counts: [String: Int]) -> String {
    let members = counts.sorted { $0.key < $1.key }.map { "\(JSONText.quoted($0)): \($1)" }
    return "{" + members.joined(separator: ", ") + "}"
  }
}
