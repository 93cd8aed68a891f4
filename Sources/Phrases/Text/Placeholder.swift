/// What stands between two braces: a blank, or one that says more than its name.
///
///     {{订单号}}                 a blank
///     {{称呼|亲}}                a default
///     {{快递:顺丰,中通,圆通}}     a choice
///     {{今天+3}}                 what the clock says
public struct Placeholder: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// Somebody has to fill it in.
    case blank
    /// Somebody is asked, and this stands there already.
    case offered(default: String)
    /// One of these is to be chosen, or something else typed: at least two, no two of them equal.
    case choice([String])
    /// The clock fills it in.
    case computed(Computed)
  }

  /// What is asked for, and what values are given by; one to sixty-four Unicode scalars.
  public let name: String
  public let kind: Kind
  /// Why it is only a blank although it was to be more.
  let flaw: Flaw?

  init(named name: String, _ kind: Kind = .blank, flaw: Flaw? = nil) {
    self.name = name
    self.kind = kind
    self.flaw = flaw
  }

  /// What it offers to whoever fills it in, in the order of the text; none where it offers nothing.
  public var options: [String] {
    switch kind {
    case .blank, .computed: []
    case .offered(let text): [text]
    case .choice(let options): options
    }
  }

  /// What stands in a form without anybody's doing; nil where nothing does.
  public func initialValue(at moment: Moment) -> String? {
    switch kind {
    case .blank, .choice: nil
    case .offered(let text): text
    case .computed(let computed): computed.text(at: moment)
    }
  }

  public var isComputed: Bool { if case .computed = kind { true } else { false } }
}

extension Placeholder {
  /// What the clock says.
  public enum Computed: Hashable, Sendable {
    /// The day so many days from today.
    case day(offset: Int, Language)
    /// The time of day.
    case time
    /// What one says on meeting somebody at that time.
    case greeting(Language)

    /// The most days before or after today: ten years.
    static let offsets = -3_660...3_660

    /// Nil as long as the day or the time is not known, and outside of the years 1 to 9999.
    ///
    ///     Placeholder.Computed.day(offset: 3, .chinese).text(at: moment)  // "12月3日"
    public func text(at moment: Moment) -> String? {
      switch self {
      case .day(let offset, let language):
        moment.day.flatMap { $0.adding(days: offset) }?.spoken(language)
      case .time: moment.time?.description
      case .greeting(let language): moment.time?.greeting(language)
      }
    }
  }

  /// Why something between braces is only a blank.
  public enum Flaw: Hashable, Sendable, CaseIterable {
    /// `{{|dear}}`, `{{:a,b}}`
    case noName
    /// `{{name|}}`, `{{courier:}}`
    case noOptions
    /// `{{courier:DHL}}`
    case oneOption
    /// More than ``Placeholder/mostOptions``.
    case manyOptions
    /// More than ``Placeholder/optionsLimit`` Unicode scalars.
    case longOptions
    /// `{{name|dear|friend}}`
    case secondBar
    /// `{{name|capitalize}}`, which another tool would act on.
    case filter
    /// `{{today+x}}`, `{{now+30}}`
    case badOffset
    /// Further away than ``Computed/offsets``.
    case farOffset
    /// `{{today|tomorrow}}`
    case computedWithOptions
  }
}
