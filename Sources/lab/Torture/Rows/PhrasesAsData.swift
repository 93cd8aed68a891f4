import Foundation
import Phrases

/// K6: what stands in a phrase is sent, and never run.
struct PhrasesAsData: TortureTest {
  static let row = "K6"
  static let claim = "no command in a phrase of a file is ever run"

  private let plan: TorturePlan

  init(_ plan: TorturePlan) { self.plan = plan }

  private static let perFormat = 200

  func run() throws -> Report {
    var bounds = Bounds("K6 phrases as data")
    for format in [KnowledgeBaseFormat.csv(delimiter: .comma), .json] {
      try run(format, format == .json ? "json" : "csv", &bounds)
    }
    return bounds.report
  }

  private func run(
    _ format: KnowledgeBaseFormat, _ name: String, _ bounds: inout Bounds
  ) throws {
    let program = try DeskProgram(plan.program)
    let tracer = try Tracer(folder: program.home)
    let trap = "\(program.home)/x"
    let phrases = PhrasesAsData.hostile(trap: trap, count: PhrasesAsData.perFormat)
    let path = try program.write(KnowledgeBase.write(phrases, as: format), to: "kb.\(name)")
    var programs = 0
    var runs = 0
    func watch(_ arguments: [String]) throws -> CommandRun {
      let (run, threads) = try tracer.calls(
        program, arguments, "execve,execveat,fork,vfork,clone,clone3")
      let calls = threads.joined()
      runs += 1
      let started = calls.count { $0.name.hasPrefix("exec") && $0.result == 0 }
      let isForked = calls.contains { call in
        !call.name.hasPrefix("exec")
          && !call.arguments.contains { $0.contains("CLONE_THREAD") }
      }
      programs += started
      if started != 1 || isForked { bounds.complain("\(name): \(arguments) started a process") }
      if run.isCrash { bounds.complain("\(name): \(arguments) ended with \(run.summary)") }
      return run
    }
    let connected = try watch(["connect", path, "--name", "kb"])
    guard connected.isDone else { throw LabFailure("connect ended with \(connected.summary)") }
    for arguments in [
      ["sync"], ["sources"], ["versions", "kb"], ["doctor"], ["search", "--json", "touch"],
      ["search", "--explain", "sh"], ["export", "\(program.home)/out.csv"],
    ] { _ = try watch(arguments) }
    var printed = 0
    // In the full run every phrase is printed, in a tenth some.
    for phrase in phrases.prefix(plan.count(PhrasesAsData.perFormat)) {
      let template = Template(phrase.text)
      let values = template.names.flatMap { ["--set", "\($0)=`touch \(trap)`"] }
      let run = try watch(["send", "--print", "--as-is", "--id", "kb/\(phrase.key.id)"] + values)
      let expected = template.filled(
        with: Dictionary(template.names.map { ($0, "`touch \(trap)`") }) { first, _ in first })
      if run.isDone, run.outputText == SafeText.sendable(expected.text) {
        printed += 1
      } else {
        bounds.complain("\(name): \(phrase.key.id) was printed as \(run.outputText)\(run.summary)")
      }
      _ = try watch(["search", phrase.code])
    }
    bounds.add("\(name): commands run", runs)
    bounds.add("\(name): programs started", programs, is: runs)
    bounds.add(
      "\(name): phrases printed as they are", printed, is: plan.count(PhrasesAsData.perFormat))
    let isSprung = access(trap, F_OK) == 0
    bounds.add("\(name): files made by a phrase", isSprung ? 1 : 0, is: 0)
  }

  /// Phrases with a command in every column that a person can write.
  private static func hostile(trap: String, count: Int) -> [Phrase] {
    let touch = "touch \(trap)"
    let forms = [
      "$(\(touch))", "`\(touch)`", "{{sh:\(touch)}}", "{{!\(touch)}}", "{{$(\(touch))}}",
      "${\(touch)}", "; \(touch) ;", "| \(touch)", "&& \(touch)", "\n\(touch)\n",
      "'; \(touch); '", "\"; \(touch); \"", "=cmd|'/C \(touch)'!A1", "@SUM(1+1)*cmd|'\(touch)'",
      "%{\(touch)}", "<%= `\(touch)` %>", "{{ '' | system('\(touch)') }}", "!\(touch)",
      "--help; \(touch)", "file://\(trap)", "\u{1B}]52;c;\(touch)\u{07}", "$IFS;\(touch)",
      "\\`\(touch)\\`", "<(\(touch))", "{{env:PATH}}", "{{clipboard|sh:\(touch)}}", "%(\(touch))s",
    ]
    return (0..<count).map { number in
      let form = forms[number % forms.count]
      return Phrase(
        key: PhraseKey(source: "kb", id: "x\(number)"), category: form, subcategory: form,
        title: "\(number) \(form)", text: "亲，\(form) \(number)", keywords: [form],
        code: "zz\(number)", attachments: [form])
    }
  }
}
