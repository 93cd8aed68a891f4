/// What stands in the slots of the corpus: made up, or too common to belong to anybody.
enum Vocabulary {
  static let openers = [
    "亲，", "您好，", "亲爱的顾客，", "你好呀，", "您好😊，", "不好意思，", "", "", "", "", "",
  ]
  static let closers = ["。", "哦。", "，谢谢您！", "😊", "🌹", "～", "，请放心。", "！", "", "，有问题随时找我。"]

  /// A value for a slot, `product` for `<product>`.
  static func value(of slot: Substring, _ random: inout SeededGenerator) -> String {
    switch slot {
    case "product": random.pick(products)
    case "item": random.pick(items)
    case "spec": random.pick(specs)
    case "city": random.pick(cities)
    case "courier": random.pick(couriers)
    case "payment": random.pick(payments)
    case "event": random.pick(events)
    case "gift": random.pick(gifts)
    case "agent": random.pick(agents)
    case "close": random.pick(closers)
    case "hour": String(Int.random(in: 8...22, using: &random))
    case "number": String(Int.random(in: 2...99, using: &random))
    case "price": String(Int.random(in: 1...40, using: &random) * 50 - 1)
    case "sku": sku(&random)
    case "waybill":
      random.pick(["YD", "ZX", "KH"])
        + String(Int.random(in: 10_000_000_000...99_999_999_999, using: &random))
    default: preconditionFailure("no such slot: \(slot)")
    }
  }

  /// A product code such as `GL-4207-B3`.
  static func sku(_ random: inout SeededGenerator) -> String {
    let letters = random.pick(["GL", "HX", "MT", "QD", "RS", "TP", "WK", "ZN"])
    let number = Int.random(in: 1_000...9_999, using: &random)
    let version = random.pick(["A", "B", "C", "S"]) + String(Int.random(in: 1...9, using: &random))
    return "\(letters)-\(number)-\(version)"
  }

  static let products = words(
    """
    折叠雨伞 竹炭毛巾 恒温水壶 懒人沙发 静音闹钟 护颈枕 防滑拖鞋 电热饭盒 车载吸尘器 迷你风扇 棉麻围裙 陶瓷餐具
    珊瑚绒睡袍 羊毛围巾 登山手杖 折叠推车 婴儿背带 早教积木 数据硬盘 蓝牙音箱 降噪耳塞 桌面绿植 手冲咖啡壶 龙井茶叶
    五香牛肉干 手工饼干 有机燕麦 桂花蜂蜜 真丝眼罩 抗菌砧板 不锈钢锅 硅胶铲 香薰蜡烛 瑜伽弹力带 跳绳 骑行头盔 钓鱼竿
    画架 毛笔套装 宠物饮水机 猫抓板 狗狗牵引绳 记忆棉坐垫 防蓝光眼镜 USB-C扩展坞 4K摄像头 LED台灯 T恤 Wi-Fi插座
    """)
  private static let items = [
    "kettle", "desk lamp", "folding umbrella", "travel pillow", "tea set", "yoga band", "backpack",
    "bicycle helmet", "wool scarf", "coffee grinder", "notebook", "USB-C hub",
  ]
  private static let specs = words("雾蓝色 米白色 炭灰色 XL码 M码 S码 大号 中号 小号 750ml 1.2L 两件装 礼盒装 二代 40码")
  private static let cities = words("绍兴 嘉兴 泉州 惠州 潍坊 南通 芜湖 赣州 绵阳 遵义 桂林 襄阳 洛阳 唐山 包头 齐齐哈尔")
  private static let couriers = words("顺丰 中通 圆通 申通 韵达 极兔 邮政EMS 德邦")
  private static let payments = words("微信支付 支付宝 银行卡 信用卡 店铺余额")
  private static let events = words("年中大促 周年庆 开学季 双十二 会员日 新品首发")
  private static let gifts = words("洗漱包 便签本 钥匙扣 试用装 帆布袋")
  private static let agents = words("小禾 阿宁 小满 木子 Lily Amy")

  private static func words(_ text: String) -> [String] {
    text.split { $0 == " " || $0 == "\n" }.map(String.init)
  }
}
