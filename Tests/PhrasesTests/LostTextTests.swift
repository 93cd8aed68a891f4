import Testing

@testable import Phrases

struct LostTextTests {
  @Test(arguments: [
    "? 买二送一", "亲，感谢！?\n方便好评", "发货了?请查收", "Thanks a lot. ?", "Mit freundlichen Gr??en",
    "优惠\n? 第一条", "????????",
  ])
  func `a question mark that ends no question was something else`(text: String) {
    #expect(LostText(in: text) == .questionMarks)
  }

  @Test(arguments: [
    "在吗?亲", "您需要帮忙吗?", "Is it 9 a.m.?", "what!?", "?", "??", "?!", "Comment allez-vous ?",
    "看 https://example.org/list?page=2", "Really?? Yes", "是不是这个?我看看", "怎么退款?请看下面", "真的???",
    "E+10", "A#1", "第一步：打开？第二步", "4.5E+3",
  ])
  func `a question is one`(text: String) {
    #expect(LostText(in: text) == nil)
  }

  @Test func `what a spreadsheet or a decoder left is known`() {
    for text in ["#NAME?", "#REF!", " #VALUE! ", "########", "#N/A"] {
      #expect(LostText(in: text) == .spreadsheetErrors)
    }
    for text in ["4.00821E+11", "6.22E+18", "4,00821E+11", "4E+11"] {
      #expect(LostText(in: text) == .scientificNumbers)
    }
    #expect(LostText(in: "请\u{FFFD}查收") == .replacementCharacters)
  }

  @Test(arguments: [
    "#NOM?", "#ERROR!", "#NV", "#WERT!", "#BEZUG!", "#¿NOMBRE?", "#ИМЯ?", "#Н/Д", "#ZAHL!",
    "Err:504",
    "#VALEUR!", "#溢出!",
  ])
  func `spreadsheets write their errors in every language`(text: String) {
    #expect(LostText(in: text) == .spreadsheetErrors)
    #expect(LostText(in: "see \(text)") == nil)
  }

  @Test(arguments: [
    "æ‚¨å¥½", "äº²ï¼Œè¯·ç¨\u{8D}ç\u{AD}‰", "ÄúºÃ£¬ÇëÉÔµÈ", "CafÃ© ouvert", "Donâ€™t worry",
    "It costs 25 â‚¬",
    "GrÃ¶ÃŸe", "dÃ©jÃ\u{A0} vu", "Ð¿Ñ€Ð¸Ð²ÐµÑ‚", "Thanks ðŸ˜Š", "25Â°C", "Prix :Â\u{A0}20",
    "Ã¤Ã¶Ã¼", "订单ÄúµÄ¿ì¼þ已发",
  ])
  func `text that was decoded as Latin-1 is known`(text: String) {
    #expect(LostText(in: text) == .mojibake)
  }

  @Test(arguments: [
    "« Terminé\u{A0}», “arrivé…”", "Créée l’été ; où ça ? À côté, naïve",
    "Größe, daß“, groß…, Straße–",
    "„Übermäßig“ – Ärger, Öl", "ÄÖÜß äöüß", "IRMÃ» e MAÇÃ”, não, São João",
    "¿Qué? ¡Así! Ñandú — año",
    "voir l’œuvre déjà\u{A0}€", "„Máš“ …íš“ Žluťoučký kůň", "Ångström på 5\u{A0}°C, 20 m²",
    "Türkçe ğüşöç İ",
    "Việt Nam: đổi trả được ạ", "5 × 3 ÷ 2 = ½ … ±", "××××", "°°°°", "亲·您好", "éé", "Привет, ёлка",
    "£20 – ¥300 • ™",
    "à", "Ã", "¾½¼", "Crème brûlée », « Noël », « Où ? »",
  ])
  func `texts with accents and their punctuation are as they should be`(text: String) {
    #expect(LostText(in: text) == nil)
  }

  @Test func `signs of a kind are one warning with a count and samples`() throws {
    let base = try read(
      "title,text,code\na,#NAME?,x\nb,#REF!,y\nc,call us,4.00821E+11\nd,? gift,z\ne,fine,w\n")
    #expect(
      base.warnings.map(\.problem) == [
        .lostText(.spreadsheetErrors, count: 2, samples: ["#NAME?", "#REF!"]),
        .lostText(.scientificNumbers, count: 1, samples: ["4.00821E+11"]),
        .lostText(.questionMarks, count: 1, samples: ["? gift"]),
      ])
    #expect(base.warnings.map(\.row) == [2, 4, 5])
    #expect(base.phrases.count == 5)
  }

  @Test func `merge conflicts are errors, and the cause is said first`() {
    let list =
      "id,text\n<<<<<<< HEAD\n1,We pack today.\n=======\n1,We pack tomorrow.\n>>>>>>> prices\n2,x\n"
    let error = refusal(of: list)
    #expect(error?.problems == [.conflictMarker, .conflictMarker, .conflictMarker])
    #expect(error?.places == ["2:1", "4:1", "6:1"])
    #expect(refusal(of: "text\n\"a\n<<<<<<< mine\nb\"\n")?.problems == [.conflictMarker])
    #expect(refusal(of: "text\na\n>>>>>>> theirs\n")?.problems == [.conflictMarker])
    #expect(
      refusal(of: "[\n<<<<<<< HEAD\n{\"text\":\"a\"}\n]")?.problems == [.conflictMarker])
    for text in ["text\n\"a\n=======\nb\"\n", "text\n>>>>>>>>>> look\n", "text\n<<<<<<<\n"] {
      #expect(refusal(of: text) == nil)
    }
  }

  @Test func `the place of a file in Git LFS is no list`() {
    let pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 12\n"
    #expect(refusal(of: pointer)?.problems == [.keptInLFS])
  }

  /// Each mark looks at its line: of a line that never ends only the beginning is looked at.
  @Test func `a long line is looked at in part`() {
    func text(_ count: Int) -> String { String(repeating: "a", count: count) + "，?b" }
    #expect(LostText(in: text(1_990)) == .questionMarks)
    #expect(LostText(in: text(2_000)) == nil)
  }
}
