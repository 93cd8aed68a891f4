import Phrases
import Testing

@testable import TOML

private func read(_ text: String) throws(TOMLFault) -> TOMLTable {
  try TOMLDocument(Array(text.utf8)).root
}

/// `kind line:column`, or `fine`.
private func fault(_ text: String) -> String {
  do throws(TOMLFault) {
    _ = try read(text)
    return "fine"
  } catch {
    return "\(error.kind) \(error.position.line):\(error.position.column)"
  }
}

struct TOMLTests {
  @Test(arguments: [
    ("a = 1", TOMLValue.integer(1)),
    ("a=-1_000", .integer(-1000)),
    ("a = 0xDEAD_beef", .integer(0xDEAD_BEEF)),
    ("a = 0o17", .integer(15)),
    ("a = 0b101", .integer(5)),
    ("a = 1.5e3", .float(1500)),
    ("a = -inf", .float(-.infinity)),
    ("a = true # yes", .boolean(true)),
    ("a = \"x\\t\\\"\\u53d1\\U0001F600\"", .string("x\t\"发😀")),
    ("a = 'C:\\new'", .string("C:\\new")),
    ("a = \"\"\"\nb\r\n\\\n   c\"\"\"", .string("b\nc")),
    ("a = '''''x'''''", .string("''x''")),
    ("a = 2026-11-11 10:00:00.5+08:00", .moment("2026-11-11 10:00:00.5+08:00")),
    ("a = [ 1, # one\n 2,\n]", .array([.integer(1), .integer(2)])),
    ("\u{FEFF}a = \"\"", .string("")),
    ("\"a\" = []", .array([])),
  ])
  func `A value is what it says`(text: String, value: TOMLValue) throws {
    #expect(try read(text)["a"] == value)
  }

  @Test func `Tables come from headers, dots and braces alike`() throws {
    let written = ["[a.b]\nc = 1", "a.b.c = 1", "a = { b = { c = 1 } }", "a.b = {c=1}"]
    for text in written {
      guard case .table(let a) = try read(text)["a"], case .table(let b) = a["b"] else {
        Issue.record("\(text)")
        continue
      }
      #expect(b["c"] == .integer(1))
    }
    guard case .tables(let sources) = try read("[[s]]\nn=1\n[[s]]\nn=2\n[s.t]\nu=3")["s"] else {
      Issue.record("no tables")
      return
    }
    #expect(sources.map { $0["n"] } == [.integer(1), .integer(2)])
    #expect(sources.map { $0["t"] == nil } == [true, false])
  }

  @Test(arguments: [
    ("a = 1\na = 2", "duplicate 2:1"),
    ("[a]\n[a]", "duplicate 2:2"),
    ("a = {b = 1}\na.c = 2", "duplicate 2:1"),
    ("a = {b = 1}\n[a.c]", "duplicate 2:2"),
    ("a = 1\n[a.b]", "duplicate 2:2"),
    ("[a.b]\n[a]\nb.c = 1", "duplicate 3:1"),
    ("a = []\n[[a]]", "duplicate 2:3"),
    ("language = zh", "unquotedText 1:12"),
    ("a = 01", "badNumber 1:5"),
    ("a = 1__0", "badNumber 1:5"),
    ("a = 9223372036854775808", "badNumber 1:5"),
    ("a = +0x1", "badNumber 1:5"),
    ("a = 2026-02-30", "badMoment 1:5"),
    ("a = 25:00:00", "badMoment 1:5"),
    ("发 = 1", "expectedKey 1:1"),
    ("= 1", "expectedKey 1:1"),
    ("[=", "expectedKey 1:2"),
    ("a 1", "expectedEquals 1:3"),
    ("a =", "expectedValue 1:4"),
    ("a = 1 b = 2", "expectedLineEnd 1:7"),
    ("a = \"发\" x", "expectedLineEnd 1:9"),
    ("a = \"x\nb = 1", "unclosedText 1:5"),
    ("\na = '''x\n\n", "unclosedText 2:5"),
    ("a = \"\\e\"", "badEscape 1:6"),
    ("a = \"\\ud800\"", "badEscape 1:6"),
    ("a = \"\\u+123\"", "badEscape 1:6"),
    ("a = [1\nb = 2", "unclosedArray 1:5"),
    ("a = {b = 1", "unclosedTable 1:5"),
    ("[a\n", "unclosedTable 1:3"),
    ("a = 1\r", "controlCharacter 1:6"),
    ("a = \"\u{1B}[2J\"", "controlCharacter 1:6"),
    ("a = 1\u{0}", "controlCharacter 1:6"),
  ])
  func `A fault is named with its line and column`(text: String, expected: String) {
    #expect(fault(text) == expected)
  }

  @Test func `A byte that is no UTF-8 is found, and columns are characters`() {
    for (tail, place) in [([0xFF], "1:7"), ([0xE5, 0x8F], "1:7"), ([0xED, 0xA0, 0x80], "1:7")] {
      let bytes = Array("a = '发".utf8) + tail.map { UInt8($0) }
      do throws(TOMLFault) {
        _ = try TOMLDocument(bytes)
        Issue.record("accepted")
      } catch {
        #expect(error.kind == .notUTF8)
        #expect("\(error.position.line):\(error.position.column)" == place)
      }
    }
  }

  @Test func `Nesting is bounded, however the file does it`() {
    let many = 100_000
    let dotted = Array(repeating: "a", count: many).joined(separator: ".")
    #expect(fault("a = " + String(repeating: "[", count: many)).hasPrefix("tooDeep"))
    #expect(fault("a = " + String(repeating: "{a=", count: many)).hasPrefix("tooDeep"))
    #expect(fault("\(dotted) = 1").hasPrefix("tooDeep"))
    #expect(fault("[\(dotted)]").hasPrefix("tooDeep"))
    let allowed = String(repeating: "[", count: 60) + String(repeating: "]", count: 60)
    #expect(fault("a = \(allowed)") == "fine")
  }

  @Test func `Every fault has a clause in both languages`() {
    for kind in TOMLFault.Kind.allCases {
      #expect(kind.clause(.english).unicodeScalars.allSatisfy { $0.isASCII }, "\(kind)")
      #expect(kind.clause(.chinese).unicodeScalars.contains { $0.value > 0x4E00 }, "\(kind)")
    }
  }

  @Test func `The place of a key is where it stands, not where its letters first occur`() throws {
    let text = "x = \"\"\"\ny = 1\n\"\"\"\n# y = 2\n\n  y = 3\n[z]\ny = 4\n"
    let document = try TOMLDocument(Array(text.utf8))
    let entry = try #require(document.root.entries["y"])
    #expect(document.position(of: entry) == TOMLPosition(line: 6, column: 3))
  }
}
