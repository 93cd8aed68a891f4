/// The faces that chats write as words in square brackets, `[微笑]` and `[Smile]`: WeChat, QQ, 旺旺, Weibo,
/// and what Douyin and Bilibili have besides.
///
/// A chat shows them as pictures, so they belong to the text. In lower case.
enum Faces {
  /// Whether a face is called so, or so behind the name of the chat, as `旺旺笑脸`.
  static func isName(_ name: String) -> Bool {
    names.contains(name) || name.hasPrefix("旺旺") && names.contains(String(name.dropFirst(2)))
  }

  static let names: Set<String> = BlankWords.words(
    """
    微笑 撇嘴 色 发呆 得意 流泪 害羞 闭嘴 睡 睡觉 大哭 尴尬 发怒 调皮 呲牙 龇牙 惊讶 难过 酷 冷汗 囧 抓狂 吐 偷笑 愉快
    可爱 白眼 傲慢 饥饿 困 惊恐 流汗 憨笑 悠闲 大兵 奋斗 咒骂 疑问 嘘 晕 折磨 疯了 衰 骷髅 敲打 再见 擦汗 抠鼻 鼓掌
    糗大了 坏笑 左哼哼 右哼哼 哈欠 鄙视 委屈 快哭了 阴险 亲亲 吓 可怜 菜刀 西瓜 啤酒 篮球 乒乓 咖啡 饭 猪头 玫瑰 凋谢
    嘴唇 示爱 爱心 心碎 蛋糕 闪电 炸弹 刀 足球 瓢虫 便便 月亮 太阳 礼物 拥抱 强 弱 握手 胜利 抱拳 勾引 拳头 差劲 爱你
    no ok 爱情 飞吻 跳跳 发抖 怄火 转圈 磕头 回头 跳绳 投降 激动 乱舞 献吻 左太极 右太极 嘿哈 捂脸 奸笑 机智 皱眉 耶
    吃瓜 加油 汗 天啊 emm 社会社会 旺柴 好的 打脸 哇 翻白眼 666 让我看看 叹气 苦涩 裂开 合十 發 福 红包 烟花 爆竹 鸡
    笑脸 生病 破涕为笑 吐舌 脸红 恐惧 失望 无语 庆祝 礼花 强壮 双手合十 拜托 抱抱
    双喜 鞭炮 灯笼 麻将 麦克风 礼品袋 信封 帅 祈祷 棒棒糖 喝奶 面条 香蕉 飞机 左车头 车厢 右车头 多云 下雨 熊猫 灯泡 风车
    闹钟 彩球 钻戒 沙发 纸巾 手枪 青蛙 药 茶 棒棒 河蟹 羊驼 幽灵 笑哭 doge 泪奔 无奈 托腮 卖萌 斜眼笑 喷血 惊喜 骚扰
    小纠结 我最美 菊花 茶杯 花朵 献花 给力 小样儿 飙泪 我酸了 太南了 辣椒酱 汪汪 火 加油必胜 魔鬼笑 大笑 嗯嗯 呵呵 哦
    呵呵哒 敲开心 比心 问号 鲜花 头秃 眨眼睛 期待 拿到红包 真好 拜谢 元宝 牛啊 胖三斤 好闪 左拜年 右拜年 红包包 右亲亲
    牛气冲天 喵喵 打call 变形 仔细分析 菜汪 崇拜 庆祝一下 老色痞 拒绝 嫌弃 吃糖 忙到飞起 超级赞 击掌 点赞 大拇指 给花
    哈哈 嘻嘻 泪 偷乐 爱你哦 亲吻 馋嘴 鼻屎 挖鼻 挖鼻屎 怒 怒骂 哼 钱 抱一抱 感冒 思考 生气 懒得理你 左抱抱 右抱抱
    失望了 悲伤 伤心 心 赞 good 来 不要 弱了 握手了 作揖 haha ok了 威武 赞啊 给你小心心 中国赞 挤眼 黑线 阴脸 怒火 可怜巴巴
    允悲 笑cry 摊手 跪了 并不简单 费解 憧憬 喵喵汪 二哈 摸头 顶 互粉 围观 蜡烛 绿丝带 飞个吻 干杯 风扇 话筒 礼花筒 音乐
    奥特曼 兔子 神马 浮云 织 围脖 温暖帽子 手套 雪人 雪花 落叶 许愿 圣诞树 圣诞帽 最右 男孩儿 女孩儿 微风 下雨了
    酸 苦涩脸 哆啦a梦微笑 色眯眯 口罩 云 沙尘暴 看涨 看跌 666脸 舔屏 污 吃惊 开学季 抱头 拳 不好意思
    天使 安慰 花痴 尴尬笑 无聊 加油哦 惊愕 财迷 流口水 晕倒 鬼脸 忍住 迷惑 吐血 恭喜发财 谢谢 成交 成交了 老大 欢迎
    欢迎光临 亲 么么 么么哒 一朵花 一颗心 单挑 大哭了 悄悄地 抱大腿 服务员 收邮件 小二 招财猫 皇冠 红唇 举杯庆祝 叹息 好主意
    捂脸哭 灵机一动 耶耶 听歌 舔 吐彩虹 送心 爱慕 不失礼貌的微笑 绝望的凝视 泪目 我想静静 互相伤害 凝视 做鬼脸 尬笑 大金牙
    小鼓掌 感谢 星星眼 妙啊 歪嘴 辣眼睛 热 冷 脱单doge 藏狐 喜欢 嗑瓜子 笑 吃瓜群众 支持 滑稽 口罩脸 抠鼻子 喜极而泣
    害羞笑 墨镜 疼 响指 保佑 捂眼 嫌弃脸 打卡 干饭 高兴 开心 喜悦

    smile grimace drool scowl coolguy sob shy silent sleep cry awkward angry tongue grin surprise frown ruthless
    blush scream puke chuckle joyful slight smug hungry drowsy panic sweat laugh commando determined scold shocked
    shhh dizzy tormented toasted skull hammer wave bye speechless nosepick clap shame trick bah!l bah!r yawn
    pooh-pooh shrunken tearingup sly kiss wrath whimper cleaver watermelon beer basketball pingpong coffee rice pig
    rose wilt lips heart brokenheart cake lightning bomb dagger soccer ladybug poop moon sun hug thumbsup
    thumbsdown shake peace fight beckon fist pinky rockon nuh-uh inlove blowkiss waddle tremble aaagh! twirl
    kotow dramatic jumprope surrender hooray meditate smooch facepalm smirk smart concerned yeah! onlooker
    goforit sweats omg respect noprob mybad keepfighting wow boring awesome letmesee sigh hurt broken flushed happy
    lol fireworks firecracker party packet bless blessing rich terror duh letdown sick emoji sticker worship victory
    strong weak salute handshake
    """
  ).union(["taichi l", "taichi r"])
}
