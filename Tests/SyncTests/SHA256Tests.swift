import Testing

@testable import Sync

struct SHA256Tests {
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
      "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
    ),
  ])
  func `the standard's examples`(text: String, digits: String) {
    #expect(SHA256(of: Array(text.utf8)).digits == digits)
  }

  @Test func `a million letters, the standard's long example`() {
    #expect(
      SHA256(of: [UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000)).digits
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  @Test func `every length around a block ends otherwise`() {
    let all = (0...130).map { SHA256(of: [UInt8](repeating: 0, count: $0)).digits }
    #expect(Set(all).count == all.count)
  }
}
