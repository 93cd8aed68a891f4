import Glibc

@testable import Phrases

/// A list of replies as a program writes it that saves in an old encoding.
enum EncodedList {
  /// The text in the encoding that the C library calls `name`; nil where a character is not in it.
  static func bytes(_ text: String, _ name: String) -> [UInt8]? {
    let converter = iconv_open(name, "UTF-8")
    guard converter != iconv_t(bitPattern: -1) else { return nil }
    defer { iconv_close(converter) }
    var input = text.utf8.map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: input.count * 4 + 16)
    var inputLeft = input.count
    var outputLeft = output.count
    let result = input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        var source = input.baseAddress
        var target = output.baseAddress
        return iconv(converter, &source, &inputLeft, &target, &outputLeft)
      }
    }
    guard result != Int(bitPattern: UInt.max) else { return nil }
    return output.dropLast(outputLeft).map { UInt8(bitPattern: $0) }
  }

  /// Replies by language, of three rows each.
  static let replies: [(language: String, encodings: [(TextEncoding, String)], rows: [String])] = [
    (
      "zh-Hans", [(.gb18030, "GBK"), (.gb18030, "GB18030")],
      ["退款进度,您好，退款已经提交，一到三个工作日原路退回。", "发货,亲，今天下午发出，请耐心等待", "地址,请把收件人和电话发给我们。"]
    ),
    (
      "zh-Hant", [(.big5, "BIG5"), (.gb18030, "GB18030")],
      ["退款進度,您好，退款已經送出，約三個工作天退回。", "出貨,今天下午寄出，請耐心等候", "地址,請提供收件人與電話。"]
    ),
    (
      "ja", [(.shiftJIS, "CP932"), (.eucJP, "EUC-JP"), (.gb18030, "GB18030")],
      ["返品,商品到着後七日以内にご連絡ください。", "ｷｬﾝｾﾙ,ご注文の取り消しを承りました。", "配送,本日の午後に発送いたします。"]
    ),
    (
      "ko", [(.eucKR, "EUC-KR"), (.eucKR, "UHC")],
      ["환불,환불은 영업일 기준 사흘 안에 처리됩니다.", "배송,오늘 오후에 발송해 드리겠습니다.", "주소,받는 분 성함과 전화번호를 알려 주세요."]
    ),
    (
      "de", [(.windows1252, "CP1252")],
      [
        "Rückgabe,Sie können die Ware zurückschicken.", "Größe,Die Tabelle hängt an.",
        "Gruß,Mit freundlichen Grüßen",
      ]
    ),
    (
      "fr", [(.windows1252, "CP1252")],
      [
        "Délai,Votre colis a été expédié hier.",
        "Échange,Nous vous renvoyons la pièce très bientôt.",
        "Reçu,Le reçu est joint à ce message.",
      ]
    ),
    (
      "es", [(.windows1252, "CP1252")],
      [
        "Envío,Su pedido llegará mañana por la mañana.", "Devolución,¿Podría indicarnos el número?",
        "Atención,Le atenderá un compañero.",
      ]
    ),
    (
      "pl", [(.windows1250, "CP1250"), (.latin2, "ISO-8859-2")],
      [
        "Wysyłka,Paczka została dziś wysłana.",
        "Zwrot,Proszę odesłać towar w ciągu czternastu dni.",
        "Pomoc,Przepraszamy za opóźnienie i już sprawdzamy.",
      ]
    ),
    (
      "cs", [(.windows1250, "CP1250"), (.latin2, "ISO-8859-2")],
      [
        "Doručení,Zásilka dorazí zítra dopoledne.", "Vrácení,Zboží můžete vrátit do čtrnácti dnů.",
        "Potíže,Omlouváme se a už to řešíme.",
      ]
    ),
    (
      "ru", [(.windows1251, "CP1251"), (.koi8, "KOI8-R")],
      [
        "Доставка,Ваш заказ отправлен сегодня утром.", "Возврат,Вы можете вернуть товар.",
        "Привет,Здравствуйте! Чем могу помочь?",
      ]
    ),
    (
      "tr", [(.windows1254, "CP1254")],
      [
        "Kargo,Siparişiniz bugün yola çıktı.", "İade,Ürünü on dört gün içinde iade edebilirsiniz.",
        "Özür,Gecikme için özür dileriz ve şimdi bakıyoruz.",
      ]
    ),
  ]
}
