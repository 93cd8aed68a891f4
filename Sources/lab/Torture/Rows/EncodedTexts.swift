/// Replies in the languages that old encodings are for, in pieces that a list is put together of.
///
/// Our own words: what a shop writes, short and long, with names, figures and the rarer characters that
/// real lists have among the usual ones.
enum EncodedTexts: CaseIterable {
  case simplified, traditional, japanese, korean, western, central, cyrillic

  /// Whole sentences, or short ones, as they follow each other in a reply.
  var pieces: [String] {
    switch self {
    case .simplified:
      [
        "您好，请问有什么可以帮您？", "亲，在的", "您的订单今天发出，单号稍后更新。", "退款已提交，一到三个工作日到账", "这款有货，喜欢可以直接拍下哦",
        "请提供收件人、电话和详细地址。", "尺码偏小，建议拍大一码", "抱歉让您久等了", "运费险已赠送", "电子发票请在订单页申请", "质保一年，非人为损坏免费维修",
        "麻烦您拍一张吊牌的照片", "满三百减五十，可叠加优惠券", "晚安，祝您好梦", "鑫达仓库，周一至周六发货", "顺丰或者中通都可以", "棉麻面料，建议手洗",
        "您反馈的问题已登记，专员会联系您", "谢谢支持！", "缺货，预计下周到", "换货请先寄回，我们收到后补发", "不掉色，可机洗", "好评返现的都是骗子，请勿相信",
        "翡翠手镯附鉴定证书", "请核对颜色与数量：藏青、米白",
      ]
    case .traditional:
      [
        "您好，請問需要什麼協助？", "親，有貨喔", "訂單今天寄出，單號稍後更新。", "退款已送出，約三個工作天入帳", "這款喜歡可以直接下單", "請提供收件人、電話與地址。",
        "尺寸偏小，建議大一號", "抱歉讓您久等了", "超商取貨免運費", "電子發票請至會員中心查詢", "保固一年，人為損壞除外", "麻煩您拍一張吊牌的照片",
        "滿千折百，可併用折價券", "晚安，祝您好夢", "倉庫週一至週六出貨", "黑貓宅急便或郵局皆可", "棉麻材質，建議手洗", "您反映的問題已登記，專員會與您聯繫",
        "謝謝支持！", "缺貨，預計下週到", "換貨請先寄回，收到後補寄", "不褪色，可機洗", "請勿相信來路不明的電話", "翡翠手鐲附鑑定證書",
        "請核對顏色與數量：藏青、米白",
      ]
    case .japanese:
      [
        "お問い合わせありがとうございます。", "はい、在庫がございます", "ご注文の商品は本日発送いたします。", "返金は三営業日以内に完了します",
        "お届け先のご住所とお電話番号をお知らせください。", "サイズは小さめですので、ワンサイズ上をお勧めします", "大変お待たせいたしました", "送料無料です",
        "領収書はマイページから発行できます", "保証期間は一年間です", "タグの写真を撮ってお送りください", "ｸｰﾎﾟﾝは併用できません", "おやすみなさいませ",
        "倉庫は月曜から土曜まで営業しています", "ヤマト運輸でお届けします", "綿素材ですので手洗いをお願いします", "担当者より折り返しご連絡いたします",
        "ありがとうございました！",
        "申し訳ございませんが、品切れです", "交換品は返送の確認後に発送します", "色落ちしません", "翡翠の腕輪には鑑定書が付きます", "色と数量をご確認ください：紺、生成り",
        "齋藤様、高島屋での受け取りも可能です", "東京都渋谷区から出荷",
      ]
    case .korean:
      [
        "안녕하세요, 무엇을 도와드릴까요?", "네, 재고 있습니다", "주문하신 상품은 오늘 출고됩니다.", "환불은 영업일 기준 사흘 안에 완료됩니다",
        "받는 분 성함과 주소, 전화번호를 알려 주세요.", "사이즈가 작게 나와 한 치수 크게 추천드립니다", "오래 기다리게 해서 죄송합니다", "배송비는 무료입니다",
        "영수증은 마이페이지에서 발급됩니다", "보증 기간은 일 년입니다", "라벨 사진을 찍어 보내 주세요", "쿠폰은 함께 쓸 수 없습니다", "좋은 하루 보내세요",
        "창고는 월요일부터 토요일까지 운영합니다", "택배 또는 우체국으로 보내 드립니다", "면 소재라 손세탁을 권합니다", "담당자가 다시 연락드리겠습니다",
        "감사합니다!", "죄송하지만 품절입니다",
        "교환품은 반송 확인 뒤에 보내 드립니다", "물이 빠지지 않습니다", "비취 팔찌에는 감정서가 들어 있습니다", "색과 수량을 확인해 주세요: 남색, 아이보리",
        "뭐든 물어보세요",
        "서울 중구에서 출고",
      ]
    case .western:
      [
        "Guten Tag, wie können wir helfen?", "Größe fällt klein aus",
        "Die Rückzahlung dauert drei Werktage.", "Schöne Grüße",
        "Ihre Bestellung wird heute verschickt; die Nummer folgt später.",
        "Für Rückfragen stehen wir gerne zur Verfügung",
        "Bonjour, que puis-je faire pour vous ?", "Votre commande a été expédiée ce matin.",
        "Désolé pour l’attente", "À bientôt",
        "Nous vous remboursons sous trois jours ouvrés.",
        "Veuillez vérifier la taille et la quantité commandées",
        "¿En qué puedo ayudarle?", "El pedido saldrá mañana", "Devolución gratuita durante un año",
        "Señora, ¡gracias por su paciencia!",
        "Não temos em estoque, só na próxima semana", "A sua encomenda já foi enviada",
        "Kan jag hjälpa dig?", "Vi skickar på måndag, även på lördagar",
        "Pakken er på vej, tak for tålmodigheden", "È già esaurito, più tardi sarà disponibile",
        "Hier finden Sie die Maßtabelle: Brust, Hüfte, Länge",
        "Livraison offerte dès 30 €", "Natürlich übernehmen wir die Kosten",
      ]
    case .central:
      [
        "Dzień dobry, w czym możemy pomóc?", "Wysyłka następnego dnia",
        "Zwrot pieniędzy potrwa trzy dni robocze.", "Przepraszamy za opóźnienie",
        "Proszę podać imię, nazwisko i dokładny adres.",
        "Rozmiar jest zaniżony, proszę wybrać większy", "Dziękujemy!",
        "Brak w magazynie, będzie za tydzień",
        "Dobrý den, jak vám můžeme pomoci?", "Zboží odešleme zítra", "Peníze vrátíme do tří dnů",
        "Omlouváme se za zpoždění", "Děkujeme za trpělivost",
        "Velikost je menší, doporučujeme větší", "Prosíme o fotografii štítku",
        "Reklamaci vyřídíme během týdne",
        "Üdvözöljük, miben segíthetünk?", "A csomag holnap érkezik",
        "Elnézést a késésért, köszönjük a türelmét", "Kérjük, ellenőrizze a méretet és a színt",
        "Książka gwarancyjna jest w pudełku", "Łączymy się z kurierem",
        "Výměna je zdarma, pošlete nám zboží zpět", "Źle dobrany kolor można wymienić",
        "Nejsou potřeba žádné další údaje",
      ]
    case .cyrillic:
      [
        "Здравствуйте, чем можем помочь?", "Да, есть в наличии",
        "Ваш заказ отправлен сегодня, номер пришлём позже.", "Деньги вернутся за три рабочих дня",
        "Напишите имя получателя, телефон и адрес.", "Размер маломерит, возьмите на один больше",
        "Извините за ожидание", "Доставка бесплатная",
        "Чек придёт на почту", "Гарантия один год", "Сфотографируйте ярлык, пожалуйста",
        "Скидки не складываются", "Спокойной ночи", "Склад работает с понедельника по субботу",
        "Отправим почтой или курьером", "Хлопок, лучше стирать вручную",
        "Специалист вам перезвонит", "Спасибо!", "К сожалению, закончилось",
        "Обмен вышлем после возврата", "Не линяет", "К браслету приложен сертификат",
        "Проверьте цвет и количество: синий, белый", "Объясните, что случилось",
        "Ждём вас снова",
      ]
    }
  }
}
