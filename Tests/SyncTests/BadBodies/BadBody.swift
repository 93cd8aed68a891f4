/// What has been found, or may be found, where a list of phrases was to be.
struct BadBody: Sendable {
  let name: String
  let bytes: [UInt8]

  private init(_ name: String, _ text: String) { self.init(name, Array(text.utf8)) }

  private init(_ name: String, _ bytes: some Sequence<UInt8>) {
    self.name = name
    self.bytes = Array(bytes)
  }

  /// The list that is in use: forty phrases of two departments.
  static let good = list(rows(0..<40))

  private static let header = "id,department,title,text,valid_from,valid_until,status\n"

  private static func list(_ rows: [String]) -> String { header + rows.joined() }

  private static func rows(_ numbers: some Sequence<Int>, _ word: String = "内容") -> [String] {
    numbers.map { number in
      let department = number < 30 ? "售后" : "售前"
      return "p\(number),\(department),标题\(number),\"\(word)\(number)，请稍等。\",,,\n"
    }
  }

  /// The good list with one more row.
  private static func with(_ row: String) -> String { good + row + "\n" }

  private static func utf16(_ text: String) -> [UInt8] {
    [0xFF, 0xFE] + text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
  }

  static let all = missing + cut + pages + otherTables + brokenRows + brokenJSON + otherFormats

  /// Nothing, or next to nothing.
  private static let missing = [
    BadBody("empty", ""),
    BadBody("blank lines", " \n\n\t\r\n"),
    BadBody("only a byte order mark", [0xEF, 0xBB, 0xBF]),
    BadBody("a header without rows", header),
    BadBody("an empty JSON list", "[]"),
    BadBody("an empty list of phrases", "{\"phrases\": []}"),
    BadBody("rows without text", list((0..<40).map { "p\($0),售后,标题\($0),,,,\n" })),
  ]

  /// A list that lost something on its way.
  private static let cut = [
    BadBody("half of the rows", list(rows(0..<20))),
    BadBody("cut inside a quoted cell", good.utf8.prefix(good.utf8.count - 12)),
    BadBody("cut inside a character", list(rows(0..<5)).utf8.dropLast(7)),
    BadBody("without a department", list(rows(0..<30))),
    BadBody("with two of ten in a department", list(rows(0..<32))),
  ]

  /// What servers answer with instead.
  private static let pages = [
    BadBody("a login page", "<!DOCTYPE html>\n<title>Log in</title><form></form>"),
    BadBody("a page in capitals after a blank line", "\n<HTML><BODY>502</BODY></HTML>"),
    BadBody("a page of XHTML", "<?xml version=\"1.0\"?>\n<html><body>503</body></html>"),
    BadBody(
      "an object store's refusal",
      "<?xml version=\"1.0\"?>\n<Error><Code>AccessDenied</Code><Message>no</Message></Error>"),
    BadBody("a JSON error", "{\"error\": \"not found\"}"),
    BadBody("a JSON error with a list", "{\"errors\": [{\"text\": \"rate limit\"}]}"),
    BadBody("JSON's null", "null"),
    BadBody("a JSON number", "404"),
    BadBody("a JSON string", "\"not found\""),
    BadBody("a status line", "404 Not Found\n"),
  ]

  /// Tables of something else.
  private static let otherTables = [
    BadBody("a price list", "name,price\n茶,12\n"),
    BadBody("a list without its header", rows(0..<40).joined()),
    BadBody(
      "another team's list", list(rows(0..<40, "别的").map { "x" + $0.replacing("标题", with: "问题") })),
    BadBody(
      "too many columns", "text," + (0..<200).map { "c\($0)" }.joined(separator: ",") + "\na\n"),
  ]

  private static let brokenRows = [
    BadBody("an id twice", with("p1,售后,又一,又一,,,")),
    BadBody("text behind a quote", with("p40,售后,标题,\"内容\"尾,,,")),
    BadBody("a comma without quotes", with("p40,售后,标题,内容,多,,,,余")),
    BadBody("a day that is none", with("p40,售后,标题,内容,2026-02-30,,")),
    BadBody("an end before the beginning", with("p40,售后,标题,内容,2026-05-01,2026-04-01,")),
    BadBody("a status that is none", with("p40,售后,标题,内容,,,done")),
    BadBody(
      "a text that is too long",
      with("p40,售后,标题,\(String(repeating: "长", count: 21_846)),,,")),
  ]

  private static let brokenJSON = [
    BadBody("JSON that breaks off", "[{\"text\": \"a\"},"),
    BadBody("JSON with a comma too many", "[{\"text\": \"a\"},]"),
    BadBody("an item that is no object", "[{\"text\": \"a\"}, \"b\"]"),
    BadBody("a text that is none", "[{\"text\": true}]"),
    BadBody("JSON that is too deep", String(repeating: "[", count: 100_000)),
  ]

  private static let otherFormats = [
    BadBody("a workbook", [0x50, 0x4B, 0x03, 0x04] + [UInt8](repeating: 0, count: 60)),
    BadBody("half a unit of UTF-16", utf16(good).dropLast()),
  ]
}
