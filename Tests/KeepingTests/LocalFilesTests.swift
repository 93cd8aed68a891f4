import Foundation
import Keeping
import TestFolder
import Testing

@Suite struct LocalFilesTests {
  @Test
  func
    `Files of folders and below are listed, the newest first; links, pipes and hidden ones are not`()
    throws
  {
    let scratch = try Scratch()
    let root = scratch.folder.path
    let manager = FileManager.default
    for folder in ["a/b", ".hidden", "deep" + String(repeating: "/d", count: 20)] {
      try manager.createDirectory(atPath: "\(root)/\(folder)", withIntermediateDirectories: true)
    }
    let names = ["a/old.png", "a/b/新.png", ".hidden/x.png", "a/.secret", "a/empty"]
    for (age, name) in names.enumerated() {
      _ = try scratch.file(name, name == "a/empty" ? "" : "x")
      try manager.setAttributes(
        [.modificationDate: Date(timeIntervalSince1970: Double(1_700_000_000 + age))],
        ofItemAtPath: "\(root)/\(name)")
    }
    _ = try scratch.file("deep" + String(repeating: "/d", count: 20) + "/x.png", "x")
    try manager.createSymbolicLink(atPath: "\(root)/a/link.png", withDestinationPath: "/etc/passwd")
    try manager.createSymbolicLink(atPath: "\(root)/a/etc", withDestinationPath: "/etc")
    #expect(mkfifo("\(root)/a/pipe", 0o600) == 0)
    let files = LocalFiles(in: [root, "\(root)/gone"])
    #expect(files.files.map(\.name) == ["新.png", "old.png"])
    #expect(files.files.map(\.path) == ["\(root)/a/b/新.png", "\(root)/a/old.png"])
    #expect(files.files.map(\.size) == [1, 1] && files.gone == ["\(root)/gone"])
  }
}
