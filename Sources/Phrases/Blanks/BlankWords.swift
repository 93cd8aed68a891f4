/// The words by which a blank in brackets is told from a heading, a button or a name.
///
/// In lower case, in both languages of the desk.
enum BlankWords {
  /// Whether what stands in brackets names something that is different for each customer: who, which
  /// number, when, where, how much.
  static func namesBlank(_ name: String) -> Bool {
    let name = name.lowercased()
    let scalars = Array(name.unicodeScalars)
    guard scalars.count <= 24 else { return false }
    if scalars.allSatisfy(\.isASCII) {
      let words = scalars.split { !$0.isASCIILetter }
      guard !verbs.contains(string(words.first ?? [])) else { return false }
      return words.contains { englishNouns.contains(string($0)) }
    }
    // 产品A and 特点2 are numbered.
    let stem = scalars[...].trimmingSuffix(while: \.isASCIIWordPart)
    guard stem.count <= 12, !verbs.contains(String(name.prefix(2))) else { return false }
    return nouns.contains(suffixOf: stem) || name.contains("xx") || name.contains("某")
  }

  /// Whether it is a heading: at the start of a line by what it ends in, elsewhere as a whole.
  static func isHeading(_ name: String, standsAtStart: Bool) -> Bool {
    let name = name.lowercased()
    let scalars = Array(name.unicodeScalars)
    return headings.contains(name) || headingEnds.contains(suffixOf: scalars[...])
      || standsAtStart && scalars.count <= 2 && !nouns.contains(suffixOf: scalars[...])
  }

  /// Whether a button is named behind this, in square brackets too, or only in those of headings.
  static func endsInPress(_ before: ArraySlice<Unicode.Scalar>, isLenticular: Bool) -> Bool {
    let end = before.trimmingSuffix(while: \.isWhitespace)
    return presses.contains(suffixOf: end) || isLenticular && steps.contains(suffixOf: end)
  }

  /// Whether a button is named so: by what it does.
  static func beginsWithVerb(_ name: String) -> Bool { verbs.contains(String(name.prefix(2))) }

  /// Whether a text is what a heading of that name has behind it, and not the sentence that goes on
  /// behind a blank: a number, a time or an account; a place behind an address; a name behind a person's.
  static func isValue(_ text: String, of name: String) -> Bool {
    let scalars = Array(text.unicodeScalars)
    guard !scalars.isEmpty, !text.contains(where: { "您你我亲咱".contains($0) }) else { return false }
    let literal = scalars.prefix { $0.isASCII && !$0.isWhitespace }
    if literal.count > 2, literal.contains(where: \.isASCIIWordPart) { return true }
    let stem = Array(name.unicodeScalars)[...]
    if addresses.contains(suffixOf: stem) {
      return scalars.prefix(12).contains { "省市区县镇乡路街道号楼座室村".unicodeScalars.contains($0) }
    }
    return persons.contains(suffixOf: stem) && (2...4).contains(scalars.count)
      && scalars.allSatisfy { (0x4E00...0x9FFF).contains($0.value) }
      && !scalars.contains { "好的了吗呢吧哦呀啦等谢迎歉已将正在是为有会可能先女士生".unicodeScalars.contains($0) }
  }

  private static let addresses = Suffixes("地址 地点 位置")

  private static let persons = Suffixes("姓名 名字 收件人 收货人 联系人 户名")

  static let headings: Set<String> = words(
    """
    温馨提示 温馨提醒 友情提示 友情提醒 特别提示 特别提醒 特别说明 特别声明 重要提示 重要提醒 重要通知 重要公告 紧急通知
    系统提示 官方通知 官方公告 安全提示 安全提醒 防骗提醒 公告 通知 提示 提醒 小贴士 贴士 声明 警告 注意 请注意 必读 重要
    置顶 官方 公司内部 内部 内部使用 售前 售中 售后 客服 自动回复 快捷回复 活动预告 限时活动 新品 热卖 爆款 包邮 问 答
    问题 答案 问答 答复 回复 说明 备注说明
    note notice important warning caution attention reminder tip hint info update faq internal external draft spam
    edited urgent action-required disclaimer announcement ps
    """)

  static let headingEnds = Suffixes(
    """
    提示 提醒 通知 公告 须知 声明 说明 指南 规则 流程 步骤 教程 攻略 方法 分析 介绍 事项 政策 服务 问题 解答 问答 答疑
    活动 福利 专区 旗舰店 官网 客服中心 公司 管理办法 条例 规定
    """)

  static let nouns = Suffixes(
    """
    姓名 名字 称呼 昵称 名称 品名 店名 客户名 用户名 会员名 买家名 收件人 收货人 联系人 客户 顾客 买家 商家 卖家 先生 女士
    客服名 工号 订单号 单号 编号 编码 序列号 流水号 卡号 账号 帐号 户名 号码 验证码 优惠码 兑换码 取件码 手机号 手机 电话 邮箱
    微信号 微信 qq号 qq 身份证 身份证号 车次 车号 座位号 航班号 型号 规格 款式 颜色 尺码 尺寸 重量 数量 件数 个数 次数 人数
    金额 价格 原价 现价 售价 单价 总价 优惠价 活动价 价 运费 差价 费用 余额 积分 折扣 比例 百分比
    日期 时间 年 月 日 年月日 时 天数 小时数 时长 时效 期限 有效期 保质期 星期 地址 地点 地区 省份 城市 省 市 区 县 街道 门店
    店铺 店铺名 站名 车站 出发站 到达站 仓库 网点 位置 链接 网址 快递 快递公司 物流公司 承运商 物流状态 状态 进度 银行 开户行
    原因 理由 商品 产品 赠品 礼品 商品名 产品名 品牌 变量 xx 部门 职位 公司名 物品 具体情况 截图
    """)

  /// What a button begins with.
  static let verbs: Set<String> = words(
    """
    查看 查询 查找 填写 修改 更改 变更 输入 点击 立即 选择 确认 复制 添加 新增 删除 取消 申请 提交 保存 关于 我的 如何 怎么
    设置 管理 绑定 更新 上传 下载 分享 联系 领取 使用 返回 进入 打开 没有 忘记 发送 获取 其他 其它 更多 全部 所有
    my view edit add manage track change update create save submit cancel check see open show
    """)

  static let englishNouns: Set<String> = words(
    """
    name names firstname lastname surname customer client agent user username order ticket case number no id code
    tracking carrier courier invoice account date day days time times hour hours week weeks month year deadline
    address city country state street location place store branch amount price cost fee total discount percent
    percentage currency quantity qty size color colour model product item brand company department team phone
    telephone mobile fax email mail link url website reason status title topic subject insert your variable
    placeholder signature
    """)

  /// What stands before the name of a button.
  static let presses = Suffixes(
    """
    点击 点开 点选 单击 双击 轻点 点按 click press tap click_on tap_on
    """)

  /// What else stands before the name of a button or a page, and before many blanks.
  static let steps = Suffixes(
    """
    点 按 按下 选择 勾选 进入 打开 找到 select choose open go_to → -> => 】- 】— 】> ]- ]>
    """)

  /// What a way through menus begins behind.
  static let ways = Suffixes(
    """
    点击 点开 单击 双击 轻点 进入 打开 前往 click tap tap_on click_on open go_to navigate_to
    """)

  /// Keys that are pressed with others.
  static let keys: Set<String> = [
    "ctrl", "control", "alt", "shift", "cmd", "command", "win", "fn", "option",
  ]

  /// What stands for a part of an address where programs are told of one.
  static let interface: Set<String> = [
    "id", "uuid", "slug", "path", "file", "filename", "version", "lang", "locale", "page",
  ]

  static let instructions = ["insert ", "插入", "此处填", "待填", "填入"]

  /// Variables of Windows, which belong into the text of a help desk.
  static let environment: Set<String> = [
    "APPDATA", "LOCALAPPDATA", "PROGRAMDATA", "PROGRAMFILES", "SYSTEMROOT", "TEMP", "TMP",
    "USERPROFILE", "WINDIR", "PATH", "HOMEPATH",
  ]

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars))
  }

  static func words(_ text: String) -> Set<String> {
    Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
  }
}

/// Ends of words, which are found by looking up each end of a text.
struct Suffixes: Sendable {
  private let words: Set<[Unicode.Scalar]>
  private let lasts: Set<Unicode.Scalar>
  private let longest: Int

  /// Reads words with white space between; `_` is a space within one.
  init(_ text: String) {
    words = Set(
      text.split(whereSeparator: \.isWhitespace).map { word in
        word.unicodeScalars.map { $0 == "_" ? " " : $0 }
      })
    lasts = Set(words.compactMap(\.last))
    longest = words.map(\.count).max() ?? 0
  }

  func contains(suffixOf text: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let last = text.last, lasts.contains(last) else { return false }
    return (1...min(longest, text.count)).contains { words.contains(Array(text.suffix($0))) }
  }
}

extension ArraySlice<Unicode.Scalar> {
  fileprivate func trimmingSuffix(while belongs: (Unicode.Scalar) -> Bool) -> Self {
    guard let last = lastIndex(where: { !belongs($0) }) else {
      return self[startIndex..<startIndex]
    }
    return self[startIndex...last]
  }
}
