extension Phrase {
  /// A phrase of an agent's own, as she writes it; nil where nothing of the text could be sent.
  ///
  /// The text is sanitised, since it is written to be sent; without a title its first words stand in.
  /// `keywords` are separated as in a cell of a knowledge base file. The store makes the id.
  ///
  ///     Phrase(own: "亲，已发货。", title: "", category: "售中", keywords: "发货, 物流")?.title  // "亲，已发货。"
  public init?(
    own text: String, title: String, department: String = "", category: String = "",
    subcategory: String = "", code: String = "", keywords: String = ""
  ) {
    let text = SafeText.sendable(text)
    guard SafeText.showsSomething(text) else { return nil }
    let title = title.trimmed()
    self.init(
      key: PhraseKey(source: PhraseKey.personalSource, id: ""),
      level: .personal, department: department,
      category: category.trimmed(), subcategory: subcategory.trimmed(),
      title: SafeText.showsSomething(title) ? title : StandInTitle.of(text), text: text,
      keywords: ItemList.keywords(keywords), code: code.trimmed())
  }
}

extension PhraseKey {
  /// In place of a list's name: the agent's own phrases.
  public static let personalSource = "personal"
}
