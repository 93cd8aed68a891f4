import Foundation
import Glibc
import TestFolder
import Testing

@testable import Keeping

@Suite struct FileBytesTests {
  @Test func `A written file is whole, and replaced only when that is asked for`() throws {
    let scratch = try Scratch()
    let path = scratch.folder.appending(path: "out").path
    try FileBytes.write([1, 2, 3], to: path, replacing: false)
    #expect(throws: OpeningError.exists(path: path)) {
      try FileBytes.write([4], to: path, replacing: false)
    }
    #expect(try FileBytes.read(path) == [1, 2, 3])
    try FileBytes.write([4], to: path, replacing: true)
    #expect(try FileBytes.read(path) == [4])
    let names = try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path)
    #expect(names == ["out"])
  }

  @Test func `A file that is replaced keeps its permissions, and a link what it points to`() throws
  {
    let scratch = try Scratch()
    let path = try scratch.file("real", "old")
    let link = scratch.folder.appending(path: "link").path
    chmod(path, 0o600)
    symlink(path, link)
    try FileBytes.write([5], to: link, replacing: true)
    #expect(try FileBytes.read(path) == [5])
    var status = stat()
    #expect(lstat(link, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK)
    #expect(stat(path, &status) == 0 && status.st_mode & 0o777 == 0o600)
  }

  @Test func `A folder is not written over, and a device is written into`() throws {
    let scratch = try Scratch()
    let folder = scratch.folder.path
    #expect(throws: OpeningError.isFolder(path: folder)) {
      try FileBytes.write([1], to: folder, replacing: true)
    }
    try FileBytes.write([1], to: "/dev/null", replacing: true)
    #expect(throws: OpeningError.diskFull(path: "/dev/full")) {
      try FileBytes.write([1], to: "/dev/full", replacing: true)
    }
  }

  @Test func `Writing where nothing can be written says so`() {
    #expect(throws: OpeningError.noSuchFolder(path: "/nowhere/out")) {
      try FileBytes.write([1], to: "/nowhere/out", replacing: false)
    }
  }

  @Test
  func `What a killed process left of a file goes with the next, what is being written stays`()
    throws
  {
    let scratch = try Scratch()
    let dead = try scratch.file(".phrasedesk-part-1", "half")
    let alive = try scratch.file(".phrasedesk-part-2", "half")
    let other = try scratch.file(".phrasedesk-part.csv", "somebody's")
    let descriptor = open(alive, O_RDONLY | O_CLOEXEC)
    defer { close(descriptor) }
    #expect(flock(descriptor, LOCK_EX | LOCK_NB) == 0)
    try FileBytes.write([1], to: scratch.folder.appending(path: "out").path, replacing: false)
    let names = try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path)
    #expect(Set(names) == ["out", ".phrasedesk-part-2", ".phrasedesk-part.csv"])
    #expect(!names.contains(dead) && other.hasSuffix("csv"))
  }
}
