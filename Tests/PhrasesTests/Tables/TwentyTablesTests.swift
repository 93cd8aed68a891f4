import Testing

@testable import Phrases

/// Headers as twenty tools and teams write them, with words of our own below.
struct TwentyTablesTests {
  struct Table: CustomTestStringConvertible, Sendable {
    let file: String
    let columns: String
    var testDescription: String { String(file.prefix(60)) }
  }

  static let tables: [Table] = [
    Table(
      file: "快捷短语编码,快捷短语,快捷短语分组\nfh,亲，今天发货哦,发货\n",
      columns: "category=快捷短语分组,text=快捷短语,code=快捷短语编码"),
    Table(
      file: "序号,问题,答案\n1,几天到？,一般三天到。\n2,能退吗？,七天内可以退。\n", columns: "title=问题,text=答案"),
    Table(
      file: "*分类（必填）,标题（选填）,*话术内容(必填)\n发货,时间,今天发。\n",
      columns: "category=*分类（必填）,title=标题（选填）,text=*话术内容(必填)"),
    Table(
      file: "id;name;keywords;content;note;active\n3;Hello;hi;How can I help?;;true\n",
      columns: "id=id,title=name,text=content,keywords=keywords,status=active"),
    Table(file: "question\tanswer\nWhen?\tToday.\n", columns: "title=question,text=answer"),
    Table(file: "Q,A\nWhen?,Today.\n", columns: "title=Q,text=A"),
    Table(
      file: "short_code,content\nship,We ship today.\n", columns: "text=content,code=short_code"),
    Table(
      file: "Folder,Macro Name,Reply Text,Tags\nPost,Late,Sorry it is late.,\"late,sorry\"\n",
      columns: "category=Folder,title=Macro Name,text=Reply Text,keywords=Tags"),
    Table(
      file: "登记日期,分组,快捷编码,快捷短语,是否加入团队\n2026-1-1,活动,hd,满三百减四十,是\n",
      columns: "category=分组,text=快捷短语,code=快捷编码"),
    Table(
      file: "产品,问题,回答\n灯,会频闪吗,不会频闪。\n", columns: "category=产品,title=问题,text=回答"),
    Table(file: "標題,內容\n寄送,今天寄出。\n", columns: "title=標題,text=內容"),
    Table(
      file: "カテゴリ,質問,回答\n配送,いつ届きますか,三日で届きます。\n",
      columns: "category=カテゴリ,title=質問,text=回答"),
    Table(file: "카테고리,질문,답변\n배송,언제 와요,사흘 걸립니다.\n", columns: "category=카테고리,title=질문,text=답변"),
    Table(
      file: "Kategorie;Frage;Antwort\nVersand;Wann?;Heute.\n",
      columns: "category=Kategorie,title=Frage,text=Antwort"),
    Table(
      file: "场景,客户问题,标准话术,相似问法\n售后,坏了,马上为您换新。,破损|有裂\n",
      columns: "category=场景,title=客户问题,text=标准话术,keywords=相似问法"),
    Table(
      file: "一级分类,二级分类,话术标题,话术内容,快捷码\n售前,尺码,怎么选,按身高选。,cm\n",
      columns: "category=一级分类,subcategory=二级分类,title=话术标题,text=话术内容,code=快捷码"),
    Table(
      file: "Title,Body,Category,Status\nHi,Hello there.,Greeting,Published\n",
      columns: "category=Category,title=Title,text=Body,status=Status"),
    Table(
      file: "客服常用话术\n\n部门,类别,问题标题,回复内容,有效期至\n售后,退货,怎么退,点申请售后。,2026/12/31\n",
      columns: "department=部门,category=类别,title=问题标题,text=回复内容,valid_until=有效期至"),
    Table(
      file: "sep=;\nabbreviation;snippet;label\nbrb;Be right back.;Pause\n",
      columns: "title=label,text=snippet,code=abbreviation"),
    Table(
      file: "shortcut, text, tags\nhi, Hello there., greeting\n",
      columns: "text=text,keywords=tags,code=shortcut"),
  ]

  @Test(arguments: tables)
  func `each opens with the right columns, nothing typed`(table: Table) throws {
    let base = try read(table.file)
    #expect(base.mapped.argument == table.columns)
    #expect(base.phrases.count >= 1)
    #expect(base.phrases.allSatisfy { !$0.text.isEmpty && !$0.text.hasPrefix(" ") })
  }

  @Test func `of two columns for the text one is taken, and the line for the other is said`() throws
  {
    let base = try read("标题,回复,话术内容\n发货,甲,乙\n")
    #expect(base.phrases.map(\.text) == ["乙"])
    let warning = try #require(base.warnings.first)
    #expect(warning.problem == .columnsCompete(.text, taken: "话术内容", others: ["回复"]))
    #expect(warning.sentence(.english).contains("--columns 'text=回复'"))
    let other = try read("标题,回复,话术内容\n发货,甲,乙\n", mapping: ColumnMapping("text=回复"))
    #expect(other.phrases.map(\.text) == ["甲"])
  }

  @Test func `what cannot be told ends with the line to type, which then opens it`() throws {
    let file =
      "Kennung,Spalte,Wert\n1,Versand,Wir versenden noch heute, danke\n"
      .replacing(", danke", with: " danke")
      + "2,Rückgabe,Sie haben dreißig Tage Zeit.\n"
    let error = try #require(refusal(of: file))
    guard case .missingTextColumn(_, let suggestion)? = error.findings.first?.problem else {
      Issue.record("\(error)")
      return
    }
    #expect(suggestion == "title=Spalte,text=Wert")
    let base = try read(file, mapping: ColumnMapping(suggestion))
    #expect(base.phrases.map(\.title) == ["Versand", "Rückgabe"])
  }

  @Test func `a table without names is told by what stands in it, or by numbers`() throws {
    let rows = (1...5).map { "Frage \($0),Das ist die Antwort auf die Frage Nummer \($0).\n" }
      .joined()
    let base = try read(rows)
    #expect(base.phrases.count == 5)
    #expect(base.phrases.first?.title == "Frage 1")
    #expect(problems(base) == [.noHeader("title=1,text=2")])
    let other = try read(rows, mapping: ColumnMapping("text=1,title=2"))
    #expect(other.phrases.first?.text == "Frage 1")
    #expect(other.phrases.count == 5)
    // Prose with a comma in it is none.
    #expect(refusal(of: "Dear all,\nplease note this, and that.\n\nRegards, Ann\n") != nil)
  }

  @Test func `columns that were understood once mean the same when others come`() throws {
    var options = ReadOptions(file: "kb")
    options.hints.remembered = try ColumnMapping("text=回复")
    let base = try KnowledgeBase.read(Array("标题,回复,话术内容\n发货,甲,乙\n".utf8), options)
    #expect(base.phrases.map(\.text) == ["甲"])
    // Where the header is gone, others count.
    let renamed = try KnowledgeBase.read(Array("标题,话术内容\n发货,乙\n".utf8), options)
    #expect(renamed.phrases.map(\.text) == ["乙"])
    // Where no name is left nothing is guessed, and the header becomes no phrase.
    let rows = (1...9).map { "标题\($0),今天发货，明天到达，请您放心\($0)。\n" }.joined()
    #expect(throws: KnowledgeBaseError.self) {
      try KnowledgeBase.read(Array("标目,最新答复话\n\(rows)".utf8), options)
    }
  }
}

private func problems(_ base: KnowledgeBase) -> [Finding.Problem] { base.warnings.map(\.problem) }
