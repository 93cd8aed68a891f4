import ArgumentParser
import Chat
import Clipboard
import Foundation
import Keeping
import Phrases
import Session
import Settings
import Store
import Terminal
import Trust

struct Doctor: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract:
      "Says what was found: terminal, locale, clipboard, store, sources, settings; and what to do.",
    discussion: """
      Nothing is changed and nothing copied. With --json it is one document for a support ticket, \
      without the text of any phrase and with ~ for your home folder.
      """)

  @Flag(help: "Print one JSON document.")
  var json = false

  func run() throws {
    let context = Context()
    let findings =
      terminal(context) + keys(context) + locale() + clipboard(context) + sending(context)
      + [
        DoctorFinding(.pictures(areDrawn: PictureDrawer(environment: context.environment).isThere))
      ]
      + store(context)
      + settings(context) + folders(context)
    let safe = findings.map { $0.hidingHome(context.environment["HOME"]) }
    if json {
      let document = DoctorDocument(
        version: PhraseDesk.configuration.version, findings: safe.map { $0.entry(.english) })
      try JSONOutput.write(document, isPretty: true)
      return
    }
    for finding in safe {
      let entry = finding.entry(context.language)
      try Output.line("\(entry.state == "ok" ? "  " : "! ")\(entry.area): \(entry.fact)")
      if let advice = entry.advice { try Output.line("      \(advice)") }
    }
  }

  // MARK: - What is looked at

  private func terminal(_ context: Context) -> [DoctorFinding] {
    guard let size = ControllingTerminal.size else { return [DoctorFinding(.noTerminal)] }
    do throws(TerminalError) {
      let terminal = try TerminalDescription.current()
      return [
        DoctorFinding(
          .terminal(terminal, size: size, isInTmux: context.environment["TMUX"] != nil))
      ]
    } catch {
      return [DoctorFinding(.unsuitableTerminal(error))]
    }
  }

  /// What may not reach the desk, or not as it was pressed.
  private func keys(_ context: Context) -> [DoctorFinding] {
    let tmux = TmuxKeys(context.running)
    let menus = TerminalMenus(environment: context.environment, nameInTmux: tmux?.terminal)
    return (menus.map { [DoctorFinding(.menus($0))] } ?? [])
      + (tmux.flatMap { $0.isEscapeTimeLong ? [DoctorFinding(.escapeTime($0.escapeTime))] : nil }
        ?? [])
  }

  private func locale() -> [DoctorFinding] {
    do throws(TerminalError) {
      return [DoctorFinding(.locale(try TerminalLocale.adopt()))]
    } catch {
      return [DoctorFinding(.noLocale)]
    }
  }

  private func clipboard(_ context: Context) -> [DoctorFinding] {
    let probe = context.clipboard.probe()
    let missing = probe.tools.filter { $0.path == nil }.map(\.way)
    let usable = probe.ladder.rungs.map(\.way).filter { !missing.contains($0) }
    if usable.isEmpty { return [DoctorFinding(.noClipboard)] }
    let place = probe.surroundings
    let isDropped = place.isDroppedByTmux && usable.contains(.osc52)
    return [DoctorFinding(.clipboard(usable.map(\.rawValue)))]
      + (isDropped ? [DoctorFinding(.droppedByTmux)] : [])
      + (place.isOverMosh ? [DoctorFinding(.mosh(isInTmux: place.isInTmux))] : [])
      + probe.ladder.rungs.filter { missing.contains($0.way) }.map {
        DoctorFinding(.missingTool($0.way.rawValue))
      }
  }

  private func sending(_ context: Context) -> [DoctorFinding] {
    let send = context.settings.send
    let environment = context.clipboard.probe().surroundings.toolEnvironment
    let windows = DoctorFinding(
      .windows(WindowReach(environment), isWanted: send.to == .window))
    let lacksCommand = send.to == .command && send.command.isEmpty
    let obstacle = DeskFolder(runtime: context.folders.runtime).obstacle
    return [windows] + (lacksCommand ? [DoctorFinding(.noSendCommand)] : [])
      + (obstacle.map { [DoctorFinding(.noSummons($0))] } ?? [])
  }

  private func store(_ context: Context) -> [DoctorFinding] {
    do throws(OpeningError) {
      return try context.keeper(context.opening()).look { store throws(StoreError) in
        [DoctorFinding(.store(try store.report()))] + sources(in: store)
      }
    } catch .store(.missing(let path)) where Store.isLost(at: path) {
      return [DoctorFinding(.badStore(.lost(path: path)))]
    } catch .store(.missing(let path)) {
      return [DoctorFinding(.noStore(path))]
    } catch .store(let error) {
      return [DoctorFinding(.badStore(error))]
    } catch {
      return [DoctorFinding(.noHome)]
    }
  }

  /// A store of an older schema has none, and is not brought up to date for a look.
  private func sources(in store: Store) -> [DoctorFinding] {
    let now = SystemClock.unixTime
    return ((try? store.sources()) ?? []).map { source in
      DoctorFinding(
        .source(
          source, age: source.checked.map { now - $0 },
          failing: source.failure.map { now - $0.since }))
    }
  }

  /// Those whose own findings do not say it.
  private func folders(_ context: Context) -> [DoctorFinding] {
    [
      context.folders.state, context.transports.cache, context.transports.cache + "/git",
      context.transports.cache + "/attachments",
      context.folders.config.map { "\($0)/tokens" }, context.folders.data.map { "\($0)/backups" },
    ].compactMap { $0.flatMap(TrustedFolder.flaw).map { DoctorFinding(.distrusted($0)) } }
  }

  private func settings(_ context: Context) -> [DoctorFinding] {
    [DoctorFinding(.settings(context.loaded.files))]
      + context.loaded.problems.map { DoctorFinding(.badSetting($0)) }
  }
}
