/// Words that say nothing about what a customer wants.
///
/// How rare a word is in the knowledge base tells most of that, but not in a small one, and not for
/// greetings, which customers write and titles hardly ever hold.
struct Commonplaces: Sendable {
  static let shared = Commonplaces()

  /// Sequences of tokens that are courtesies, by the first one's hash, the longest first.
  private let courtesies: [UInt32: [[UInt32]]]
  /// Sequences that only hold a sentence together: question words, auxiliaries, pronouns.
  private let fillers: [UInt32: [[UInt32]]]

  enum Kind {
    case courtesy
    case filler
  }

  init() {
    courtesies = Commonplaces.sequences(
      """
      您好|你好|您好呀|你好呀|你好啊|嗨|哈喽|哈啰|喂|亲|亲亲|亲爱的|宝|宝子|在吗|在嘛|在么|在不在|在的吗|有人吗|有人在吗
      客服您好|客服你好|你好客服|您好客服|小姐姐|小哥哥|老板|早上好|上午好|中午好|下午好|晚上好|早安|晚安
      请问|请问一下|请问下|想问一下|想问下|问一下|问下|我想问|我想问一下|我想问下|我想请问|请教|请教一下|咨询一下|想咨询一下|想咨询
      麻烦|麻烦您|麻烦你|麻烦了|麻烦问一下|帮我|帮忙|帮忙看下|帮我看看|帮我看下|帮我查一下|看一下|看下|一下
      谢谢|谢谢您|谢谢你|谢谢啦|多谢|感谢|辛苦|辛苦了|不好意思|打扰了|打扰一下|拜托|拜托了|再见|拜拜|祝您生活愉快
      好的|嗯|嗯嗯|哦|哦哦|ok|okay|hi|hello|hey|hiya|howdy|dear|sir|madam|good morning|good afternoon
      good evening|please|pls|plz|thanks|thank you|thx|many thanks|thanks in advance|kindly|regards|best regards
      cheers|sorry|excuse me|bye|goodbye
      """)
    fillers = Commonplaces.sequences(
      """
      的|了|吗|嘛|么|呢|啊|呀|吧|哦|哈|啦|我|你|您|他|她|它|们|我们|你们|这|那|这个|那个|这边|那边|是|就|都|也|很|太
      但是|不过|所以|因为|如果|要是|然后|现在|已经|一个|一直|的话|没有
      怎么|怎样|怎么样|怎么办|怎么弄|怎么回事|如何|什么|为什么|为啥|咋|咋办|咋回事|啥|哪里|哪儿|哪个|哪些|多少|几个|什么时候
      可以|能不能|可不可以|是不是|有没有|会不会|要不要|是否|能否|应该|需要|想要|知道|告诉|觉得|感觉
      a|an|the|i|me|my|mine|myself|we|our|us|you|your|yours|he|she|it|its|they|them|their|this|that|these|those|is|am|are|was
      were|be|been|being|do|does|did|done|have|has|had|having|can|could|will|would|shall|should|may|might|must|to|of|in|on|at
      by|for|with|from|as|into|about|and|or|but|if|so|than|then|there|here|what|which|who|whom|when|where|why|how|not|no|im|ive
      id|ill|dont|doesnt|didnt|cant|couldnt|isnt|wasnt|arent|wont|wouldnt|want|wanted|need|needed|like|just|some|any|know|tell
      help|get|got|let|lets|ask|question|still|also|very|really|too|one|all|out|up|now|because
      """)
  }

  /// How many tokens from `index` on are a commonplace, and of which kind; nil when none are.
  func length(
    in tokens: [TokenReader.Token], from index: Int
  ) -> (count: Int, kind: Kind)? {
    if let count = length(of: courtesies, in: tokens, from: index),
      count > 1 || !Commonplaces.touches(index, in: tokens)
    {
      return (count, .courtesy)
    }
    if let count = length(of: fillers, in: tokens, from: index) { return (count, .filler) }
    return nil
  }

  private func length(
    of sequences: [UInt32: [[UInt32]]], in tokens: [TokenReader.Token], from index: Int
  ) -> Int? {
    sequences[tokens[index].hash]?.first { sequence in
      sequence.count <= tokens.count - index
        && sequence.indices.allSatisfy { tokens[index + $0].hash == sequence[$0] }
    }?.count
  }

  /// Whether a token touches one before or behind it: 亲 is a courtesy alone, not in 亲属.
  private static func touches(_ index: Int, in tokens: [TokenReader.Token]) -> Bool {
    index > 0 && tokens[index - 1].end == tokens[index].start
      || index + 1 < tokens.count && tokens[index].end == tokens[index + 1].start
  }

  private static func sequences(_ list: StaticString) -> [UInt32: [[UInt32]]] {
    let entries = String(describing: list).split { $0 == "|" || $0 == "\n" }.map { entry in
      var units: [UInt16] = []
      UnitFolder.shared.append(String(entry), to: &units)
      return TokenReader.shared.tokens(of: units).map(\.hash)
    }
    return Dictionary(grouping: entries.filter { !$0.isEmpty }) { $0[0] }
      .mapValues { $0.sorted { $0.count > $1.count } }
  }
}
