import Testing

@testable import Sync

struct BodyTests {
  static let file = Array((0..<400).map { "问候\($0),您好，请问有什么可以帮您？\($0)\n" }.joined().utf8)

  enum Framing: CaseIterable {
    case length
    case chunks
    case gzip
    case gzipInChunks
    /// The compressed file is cut, but the headers are right about what is left of it.
    case cutGzipOfRightLength
  }

  @Test(arguments: Framing.allCases)
  func `A body cut anywhere is never a short file`(_ framing: Framing) throws {
    let packed = try gzip(Self.file)
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<40 {
      let isPacked = ![.length, .chunks].contains(framing)
      let body = isPacked ? packed : Self.file
      let cut = Int.random(in: 0..<body.count, using: &generator)
      let kept = Array(body[..<cut])
      let coding = isPacked ? ["Content-Encoding: gzip"] : []
      let server = FaultServer { _, client in
        switch framing {
        case .length, .gzip:
          client.send(head(coding + ["Content-Length: \(body.count)"]))
          client.send(kept)
        case .cutGzipOfRightLength:
          client.send(head(coding + ["Content-Length: \(kept.count)"]))
          client.send(kept)
        case .chunks, .gzipInChunks:
          client.send(head(coding + ["Transfer-Encoding: chunked"]))
          client.send(chunks(kept))
        }
      }
      let reason = fetch(server.url).reason
      #expect(
        reason == .broken(.cutShort) || cut == 0 && reason == .broken(.empty),
        "\(framing) cut at \(cut) of \(body.count)")
    }
  }

  @Test func `A compressed file arrives as it was`() throws {
    let packed = try gzip(Self.file)
    let server = FaultServer(answer(packed, "Content-Encoding: gzip"))
    #expect(fetch(server.url).file?.bytes == Self.file)
    #expect(server.requests.first?.contains("Accept-Encoding: gzip\r\n") == true)
    // As parallel packers write it.
    let twice = FaultServer(answer(packed + packed, "Content-Encoding: gzip"))
    #expect(fetch(twice.url).file?.bytes == Self.file + Self.file)
  }

  @Test func `A compressed file with a wrong checksum is refused`() throws {
    var packed = try gzip(Self.file)
    packed[packed.count - 6] ^= 1
    let server = FaultServer(answer(packed, "Content-Encoding: gzip"))
    #expect(fetch(server.url).reason == .broken(.badGzip))
  }

  @Test func `A gzip bomb is stopped at a hundred times its size`() throws {
    let bomb = try gzip([UInt8](repeating: 0x61, count: 3_900_000))
    let server = FaultServer(answer(bomb, "Content-Encoding: gzip"))
    #expect(fetch(server.url).reason == .broken(.inflates(limit: 100)))
  }

  @Test func `A compressed file is held to the limit of the decoded one`() throws {
    let rows = Array(
      (0..<400_000).map { "\($0 &* 2_654_435_761 % 1_000_003),text\n" }.joined().utf8)
    let server = FaultServer(answer(try gzip(rows), "Content-Encoding: gzip"))
    #expect(rows.count > 4_000_000)
    #expect(fetch(server.url).reason == .unpacksTooLarge(limit: 4_000_000))
  }

  @Test func `A file of exactly the limit arrives, one byte more does not`() {
    let limit = smallLimits().bytes
    let whole = FaultServer(answer([UInt8](repeating: 0x61, count: limit)))
    #expect(fetch(whole.url).file?.bytes.count == limit)
    let larger = FaultServer(answer([UInt8](repeating: 0x61, count: limit + 1)))
    #expect(fetch(larger.url).reason == .tooLarge(limit: limit))
  }

  @Test func `Chunks with trailers and interim answers are a file`() {
    let server = FaultServer(
      "HTTP/1.1 103 Early\r\nLink: </x>\r\n\r\n" + head(["Transfer-Encoding: chunked"])
        + "5\r\ntext\n\r\n3\r\nhi\n\r\n0\r\nETag: \"no\"\r\n\r\n")
    let result = fetch(server.url)
    #expect(result.text == "text\nhi\n")
    #expect(result.file?.tag == nil)
  }

  @Test func `Text that speaks of pages is a file`() {
    let server = FaultServer(answer("text\nwrite <html> first\n", "Content-Type: text/csv"))
    #expect(fetch(server.url).text == "text\nwrite <html> first\n")
  }
}

private func head(_ headers: [String]) -> String {
  (["HTTP/1.1 200 OK"] + headers).joined(separator: "\r\n") + "\r\n\r\n"
}

private func chunks(_ bytes: [UInt8]) -> [UInt8] {
  stride(from: 0, to: bytes.count, by: 700).flatMap { start -> [UInt8] in
    let chunk = bytes[start..<min(start + 700, bytes.count)]
    return Array("\(String(chunk.count, radix: 16))\r\n".utf8) + chunk + [0x0D, 0x0A]
  }
}
