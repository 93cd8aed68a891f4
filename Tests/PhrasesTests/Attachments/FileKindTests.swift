import Phrases
import Testing

@Suite struct FileKindTests {
  private static func png(_ columns: Int, _ rows: Int) -> [UInt8] {
    [0x89] + Array("PNG\r\n\u{1A}\n".utf8) + [0, 0, 0, 13] + Array("IHDR".utf8)
      + big(columns, 4) + big(rows, 4) + [8, 6, 0, 0, 0]
  }

  private static func big(_ number: Int, _ count: Int) -> [UInt8] {
    (0..<count).reversed().map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
  }

  private static func little(_ number: Int, _ count: Int) -> [UInt8] {
    big(number, count).reversed()
  }

  /// With a table before the frame, and a thumbnail of another size in the first segment.
  private static let jpeg: [UInt8] =
    [0xFF, 0xD8, 0xFF, 0xE1, 0, 10, 0xFF, 0xC0, 0, 9, 0, 1, 0, 2] + [0xFF, 0xC4, 0, 4, 1, 2]
    + [0xFF, 0xFF, 0xC2, 0, 17, 8] + big(600, 2) + big(800, 2) + [3]
  private static let gif: [UInt8] = Array("GIF89a".utf8) + little(320, 2) + little(200, 2)
  private static let bmp: [UInt8] =
    Array("BM".utf8) + little(70, 4) + [0, 0, 0, 0] + little(54, 4) + little(40, 4) + little(64, 4)
    + little(-48, 4)

  private static func webp(_ chunk: [UInt8]) -> [UInt8] {
    Array("RIFF".utf8) + [0, 0, 0, 0] + Array("WEBP".utf8) + chunk
  }

  private static let lossy = webp(
    Array("VP8 ".utf8) + [0, 0, 0, 0, 0, 0, 0, 0x9D, 0x01, 0x2A] + little(1_280, 2) + little(720, 2)
  )
  private static let lossless = webp(
    Array("VP8L".utf8) + [0, 0, 0, 0, 0x2F] + little(99 | 49 << 14, 4))
  private static let extended = webp(
    Array("VP8X".utf8) + [10, 0, 0, 0, 0, 0, 0, 0] + little(3_999, 3) + little(2_999, 3))

  @Test(arguments: [
    (png(800, 600), FileKind.png, 800, 600), (jpeg, .jpeg, 800, 600), (gif, .gif, 320, 200),
    (bmp, .bmp, 64, 48), (lossy, .webp, 1_280, 720), (lossless, .webp, 100, 50),
    (extended, .webp, 4_000, 3_000),
  ])
  func `A picture says its size`(bytes: [UInt8], kind: FileKind, columns: Int, rows: Int) {
    #expect(FileKind(of: bytes) == kind)
    #expect(PictureSize(of: bytes, as: kind) == PictureSize(columns: columns, rows: rows))
    // Cut anywhere it has either that size or none, and nothing breaks.
    for length in 0..<bytes.count {
      let cut = Array(bytes.prefix(length))
      let size = PictureSize(of: cut, as: kind)
      #expect(size == nil || size == PictureSize(columns: columns, rows: rows))
    }
  }

  @Test(arguments: [
    ("%PDF-1.7", FileKind.pdf), ("PK\u{3}\u{4}....", .archive), ("\u{7F}ELF\u{2}", .program),
    ("MZ\u{90}", .program), ("#!/bin/sh\nrm", .program), ("....ftypmp42", .video),
    ("ID3\u{3}", .audio),
    ("退货地址\n", .text), ("", .other), ("\u{1}\u{2}\u{3}", .other),
  ])
  func `What is no picture is known by how it begins`(text: String, kind: FileKind) {
    #expect(FileKind(of: Array(text.utf8)) == kind)
    #expect(!kind.isPicture && PictureSize(of: Array(text.utf8), as: kind) == nil)
  }

  @Test func `A name or an end that says something else counts for nothing`() {
    // A program that calls itself a picture has a program's bytes.
    #expect(FileKind(of: Array("MZ".utf8) + Self.png(1, 1)) == .program)
    #expect(FileKind(of: Self.png(1, 1)).mediaType == "image/png")
  }

  @Test func `A bomb is known before it is decoded`() {
    #expect(PictureSize(of: Self.png(20_000, 20_000), as: .png)?.isModest == false)
    #expect(PictureSize(of: Self.png(4_000, 3_000), as: .png)?.isModest == true)
    #expect(PictureSize(of: Self.png(0xFFFF_FFFF, 0xFFFF_FFFF), as: .png)?.isModest == false)
    #expect(PictureSize(columns: .max, rows: .max).isModest == false)
    #expect(PictureSize(of: Self.png(0, 5), as: .png) == nil)
  }

  @Test func `Heads of random bytes break nothing`() {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<2_000 {
      let tail = (0..<40).map { _ in UInt8.random(in: 0...255, using: &generator) }
      for (head, kind) in [
        (Array("BM".utf8), FileKind.bmp), ([0xFF, 0xD8, 0xFF], .jpeg), (Self.webp([]), .webp),
        (Array("GIF89a".utf8), .gif), (Array(Self.png(1, 1).prefix(12)), .png),
      ] {
        let size = PictureSize(of: head + tail, as: kind)
        #expect(size.map { $0.columns > 0 && $0.rows > 0 } ?? true)
      }
    }
  }
}
