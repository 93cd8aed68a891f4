import Phrases

extension [Phrase] {
  /// A small shop: every kind of phrase the desk treats differently.
  static let shop: [Phrase] = [
    .make("发货时间", "亲，{{订单号}} 已安排发货，揽收后物流信息会自动更新，请您留意。", in: "售中", "发货", code: "fhsj"),
    .make("发货延迟安抚", "非常抱歉让您久等了，仓库正在加紧处理，有进展马上告诉您。", in: "售中", "发货", code: "fhyc"),
    .make("发什么快递", "默认由合作快递承运，需要指定快递请提前说明。", in: "售中", "快递"),
    .make("优惠券使用", "下单时在结算页选择优惠券即可抵扣。", in: "售中", "优惠券", keywords: ["红包"]),
    .make("退款多久到账", "退款通过后按原路退回，到账时间以银行为准。", in: "售后", "退款", code: "tk"),
    .make(
      "退货地址",
      "退货地址：{{收货地址}}，收件人：{{收件人}}。\n请在包裹内附上纸条，写明订单号。\n运费由我们承担。", in: "售后", "退换货"),
    .make("双十一活动", "满三百减五十，可与店铺券叠加。", in: "售前", "活动内容", until: Day(iso: "2026-11-11")),
    .make("年货节预告", "年货节活动即将开始，敬请期待。", in: "售前", "活动内容", from: Day(iso: "2027-01-10")),
    .make(
      "Where is my order",
      "Hello {{customer name}}, your parcel is on its way. You will find the tracking number in your order history.",
      in: "Order", "Dispatch", code: "wimo"),
    .make("Thank you", "Thank you for your patience 😊 Have a lovely day!", in: "Order", "Closing"),
  ]

  /// So many phrases of one category, titled 话术 1, 话术 2 and so on.
  static func numbered(_ count: Int) -> [Phrase] {
    (1...count).map { .make("话术 \($0)", "第 \($0) 条内容", in: "大全", "其一") }
  }
}

extension Phrase {
  static func make(
    _ title: String, _ text: String, in category: String, _ subcategory: String,
    department: String = "", code: String = "", keywords: [String] = [], from: Day? = nil,
    until: Day? = nil
  ) -> Phrase {
    Phrase(
      key: PhraseKey(source: "file", id: title), department: department, category: category,
      subcategory: subcategory, title: title, text: text, keywords: keywords, code: code,
      validFrom: from, validUntil: until)
  }
}

extension [Phrase] {
  /// One title in several places, as real lists have it.
  static let repeated: [Phrase] = ["童装", "女装", "家电"].map { category in
    Phrase(
      key: PhraseKey(source: "file", id: category), category: category, subcategory: "售后",
      title: "退货处理", text: "\(category)退货说明")
  }

  /// A text that no screen holds, with a word at its end.
  static let long: [Phrase] = [
    .make("长文", (1...40).map { "第 \($0) 行" }.joined(separator: "\n") + "，末尾。", in: "测试", "其一")
  ]
}
