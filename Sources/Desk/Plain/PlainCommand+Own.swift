import Phrases

extension PlainCommand {
  /// What begins with a colon: everything of the agent's own, which no query is taken for.
  enum Own: Equatable {
    /// `:x`
    case nextCustomer
    /// `:s`, what was given in this conversation.
    case slip
    /// `:take`, what a pasted message offers.
    case takeOffers
    /// `:forget name`
    case forget(name: String)
    /// `:h`
    case history
    /// `:v`
    case news
    /// `:pin`, `:pin 3 1`, `:unpin 1`
    case pins
    case pin(hit: Int, row: Int)
    case unpin(row: Int)
    /// `:new`
    case write
    /// `:edit 3`: a version of a company's phrase, or new words of an own one.
    case edit(Int)
    /// `:del 3`
    case bin(Int)
    /// `:bin`, what is in the bin or hidden; `:restore 1` has it back.
    case putAside
    case restore(Int)
    /// `:code 3 abc`, without one none.
    case code(Int, String)
    /// `:hide 3`
    case hide(Int)
    /// `:up 3`, `:down 3`
    case move(Int, by: Int)
    /// `:report 3 wrong …`
    case report(Int, PhraseReport.Kind, String)
    /// `:report missing …`
    case reportMissing(String)
    /// `:values`, `:value name=text`, without a text none.
    case values
    case value(name: String, String)
    /// Something else behind a colon.
    case unknown(String)

    /// A number as it is read aloud: up to four digits and nothing else.
    private static func number(_ text: String) -> Int? {
      text.count <= 4 && text.allSatisfy { ("0"..."9").contains($0) } ? Int(text) : nil
    }

    /// Reads what stands behind the colon.
    init(_ text: String) {
      let words = text.split(separator: " ", omittingEmptySubsequences: true).map(String.init)
      let rest = words.dropFirst(2).joined(separator: " ")
      let number = words.dropFirst().first.flatMap(Own.number)
      switch (words.first ?? "", number) {
      case ("x", nil): self = .nextCustomer
      case ("s", nil): self = .slip
      case ("take", nil): self = .takeOffers
      case ("forget", _) where words.count > 1:
        self = .forget(name: words.dropFirst().joined(separator: " "))
      case ("h", nil): self = .history
      case ("v", nil): self = .news
      case ("pin", nil) where words.count == 1: self = .pins
      case ("pin", let hit?): self = .pin(hit: hit, row: Own.number(rest) ?? 0)
      case ("unpin", let row?): self = .unpin(row: row)
      case ("new", nil): self = .write
      case ("edit", let hit?): self = .edit(hit)
      case ("del", let hit?): self = .bin(hit)
      case ("bin", nil): self = .putAside
      case ("restore", let number?): self = .restore(number)
      case ("code", let hit?): self = .code(hit, rest)
      case ("hide", let hit?): self = .hide(hit)
      case ("up", let hit?): self = .move(hit, by: -1)
      case ("down", let hit?): self = .move(hit, by: 1)
      case ("report", nil) where words.count > 2 && words[1] == PhraseReport.Kind.missing.rawValue:
        self = .reportMissing(rest)
      case ("report", let hit?):
        let kind = PhraseReport.Kind(rawValue: words.dropFirst(2).first ?? "")
        self =
          kind.flatMap {
            $0 == .missing ? nil : .report(hit, $0, words.dropFirst(3).joined(separator: " "))
          } ?? .unknown(text)
      case ("values", nil): self = .values
      case ("value", nil):
        let pair = text.dropFirst("value".count).split(
          separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard pair.count == 2, !String(pair[0]).trimmed().isEmpty else {
          self = .unknown(text)
          return
        }
        self = .value(name: String(pair[0]).trimmed(), String(pair[1]).trimmed())
      case _: self = .unknown(text)
      }
    }
  }
}
