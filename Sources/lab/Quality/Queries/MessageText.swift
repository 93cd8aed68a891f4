/// Turns a title into what a customer might have written instead.
enum MessageText {
  private static let openers = [
    "你好，", "您好，请问", "在吗？", "请问一下，", "麻烦问下", "客服你好，", "亲，", "有人吗，我想问问", "",
  ]
  private static let closers = ["，谢谢", "？", "，急", "，麻烦帮我看看", "呢", "啊？", "，等你回复", ""]
  private static let englishOpeners = ["Hello, ", "Hi there! ", "Good morning. ", "Hey, ", ""]
  private static let englishClosers = [" Thanks.", " Please help!", " Thank you so much", "?", ""]

  /// What stands around a question when a person asks it.
  static func wrapped(_ words: String, _ random: inout SeededGenerator) -> String {
    Letters(words).all.contains(where: \.isHanzi)
      ? random.pick(openers) + words + random.pick(closers)
      : random.pick(englishOpeners) + words + random.pick(englishClosers)
  }

  /// A title with two letters, or a word, left out; nil for one too short to lose any.
  static func loose(_ title: String, _ random: inout SeededGenerator) -> String? {
    let letters = Letters(title).all
    if letters.contains(where: \.isHanzi) {
      guard letters.count > 7 else { return nil }
      let place = Int.random(in: 1..<letters.count - 2, using: &random)
      return Piece(letters[..<place]).asWritten + Piece(letters[(place + 2)...]).asWritten
    }
    var words = title.split(separator: " ")
    guard words.count > 3 else { return nil }
    words.remove(at: Int.random(in: 0..<words.count, using: &random))
    return words.joined(separator: " ")
  }

  /// A title with two and more of its words replaced by everyday ones; nil where it has too few.
  static func reworded(_ title: String) -> String? {
    var text = ""
    var count = 0
    var rest = title[...]
    while let next = rest.first {
      if let (word, other) = everyday.first(where: { rest.hasPrefix($0.0) }) {
        text += other
        rest = rest.dropFirst(word.count)
        count += 1
      } else {
        text.append(next)
        rest = rest.dropFirst()
      }
    }
    return count > 1 ? text : nil
  }

  /// Words of an office, and what people say; longer ones first where one begins another.
  private static let everyday: [(String, String)] = """
    互联网 网上  购票 买票  退票 把票退掉  改签 换一趟车  身份证 证件  注册 开账号  密码 口令  手机号 电话
    手机 电话  为什么 怎么会  怎么办 该咋处理  如何 怎样  哪些 什么样的  旅客 坐车的人  乘车 坐车  车票 票
    儿童 小孩子  学生 上学的  行李 随身带的东西  遗失 丢了  丢失 找不到  查询 查一下  办理 弄  是否 是不是
    可以 能  有效 能用  支付 付钱  退款 把钱退回来  网站 网上  订单 下的单  时间 钟点  费用 多少钱
    发票 报销凭证  取消 不要了  修改 改一下  快递 包裹  发货 寄出来  优惠 便宜  尺码 大小  短信 消息
    账户 账号  帐户 账号  座位 位子  联系 找  提供 给  需要 得  多少 几  收取 收  携带 带着  规定 要求
    残疾人 行动不便的人  宠物 小动物  补票 上车再买  窗口 柜台  提前 早一点  核验 验证  错误 不对  失败 不成功
    信息 资料  怎么 咋  什么 啥  客服 人工  使用 用  产品 东西  商品 东西  物流 送货  换货 换一个  退货 不想要了
    质量 做工  咨询 打听  推荐 帮我挑  确认 核对  通知 告诉我  处理 解决  包装 盒子  保养 打理  投诉 告状
    """
    .split { $0 == " " || $0 == "\n" }.map(String.init).paired
}

extension [String] {
  /// Neighbours as pairs.
  fileprivate var paired: [(String, String)] {
    stride(from: 0, to: count - 1, by: 2).map { (self[$0], self[$0 + 1]) }
  }
}
