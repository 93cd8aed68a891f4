import Foundation

/// A8: a folder that somebody else may write to, or exchange, is refused, and nothing planted in it runs.
struct PlantedFolders: TortureTest {
  static let row = "A8"
  static let claim = "planted folders are refused by every command, and run nothing"

  private let plan: TorturePlan

  init(_ plan: TorturePlan) { self.plan = plan }

  /// How a folder is somebody else's to fill, or to exchange.
  private enum Plant: String, CaseIterable {
    case others = "written by everybody"
    case sticky = "written by everybody, sticky"
    case group = "written by a group"
    case owner = "another user's"
    case above = "exchanged by everybody"
  }

  func run() throws -> Report {
    var bounds = Bounds("A8 planted folders")
    let isRoot = geteuid() == 0
    var refused = 0
    var tried = 0
    var ran = 0
    for plant in Plant.allCases where isRoot || ![.group, .owner].contains(plant) {
      for folder in Self.folders {
        let program = try DeskProgram(plan.program)
        let mark = "\(program.home)/ran"
        let path = try lay(out: folder.path, in: program, mark: mark)
        guard spoil(path, plant) else { throw LabFailure("\(path) cannot be given away") }
        tried += 1
        let run = CommandRun(program.path, folder.command, environment: program.environment)
        let said = run.errorText + run.outputText
        let named = plant == .above ? (path as NSString).deletingLastPathComponent : path
        // `doctor` writes the home folder as ~.
        let short = named.replacingOccurrences(of: program.home + "/", with: "~/")
        if said.contains(named) || said.contains(short) {
          refused += 1
        } else {
          bounds.complain("\(folder.path), \(plant.rawValue): \(run.summary)")
        }
        for command in [["send", "a"], ["send", "--print", "a"], ["sync"], ["search", "a"]] {
          _ = CommandRun(program.path, command, environment: program.environment)
        }
        if FileManager.default.fileExists(atPath: mark) { ran += 1 }
      }
    }
    bounds.add("folders that are another's to fill", tried)
    bounds.add("refused, with their name", refused, is: tried)
    bounds.add("planted commands that ran", ran, is: 0)
    if !isRoot { bounds.add("given to another user or group", "only root can") }
    return bounds.report
  }

  /// Each folder that is trusted, and a command that has to say when it is not.
  private static let folders: [(path: String, command: [String])] = [
    ("config/phrasedesk", ["search", "a"]), ("config/phrasedesk/tokens", ["doctor"]),
    ("data/phrasedesk", ["search", "a"]), ("data/phrasedesk/backups", ["doctor"]),
    ("state/phrasedesk", ["doctor"]), ("cache/phrasedesk", ["doctor"]),
    ("cache/phrasedesk/git", ["doctor"]), ("run/phrasedesk", ["doctor"]),
  ]

  /// Makes the program's folders, with what an attacker would put into them.
  private func lay(out folder: String, in program: DeskProgram, mark: String) throws -> String {
    let list = try program.write(Array("id,title,text\na,a,text of a\n".utf8), to: "l.csv")
    _ = CommandRun(program.path, ["import", list], environment: program.environment)
    for folder in Self.folders {
      try FileManager.default.createDirectory(
        atPath: "\(program.home)/\(folder.path)", withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
    }
    // What is in it is one's own word as long as only a folder below is another's.
    if folder == "config/phrasedesk" {
      try Data("[send]\nto = \"command\"\ncommand = [\"/bin/touch\", \"\(mark)\"]\n".utf8)
        .write(to: URL(filePath: "\(program.home)/config/phrasedesk/config.toml"))
    }
    return "\(program.home)/\(folder)"
  }

  private func spoil(_ path: String, _ plant: Plant) -> Bool {
    let parent = (path as NSString).deletingLastPathComponent
    return switch plant {
    case .others: chmod(path, 0o777) == 0
    case .sticky: chmod(path, 0o1777) == 0
    case .group: chown(path, 0, 3_000_000_001) == 0 && chmod(path, 0o770) == 0
    case .owner: chown(path, 65_534, 65_534) == 0
    case .above: chmod(parent, 0o777) == 0
    }
  }
}
