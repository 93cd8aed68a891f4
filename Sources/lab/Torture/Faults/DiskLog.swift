/// What a program did to files on a disk, and what a power cut might have left of it.
///
/// The model is that of ALICE (Pillai and others, "All File Systems Are Not Created Equal", OSDI
/// 2014) at its most pessimistic: only what was synchronised is sure. Of what was written since, any
/// part may be on the disk, by sectors, in any order; a file that was made or removed may be there or
/// not until its folder is synchronised.
struct DiskLog {
  enum Operation: Equatable {
    case make(String)
    case remove(String)
    case write(String, offset: Int, [UInt8])
    case truncate(String, size: Int)
    /// Of a file or of a folder.
    case synchronise(String)
    /// From here on the person was told that it is done.
    case tell
  }

  /// The contents of files by their paths.
  typealias Disk = [String: [UInt8]]

  /// What a disk writes at once, in bytes.
  static let sector = 512

  let operations: [Operation]

  init(_ operations: [Operation]) { self.operations = operations }

  /// The operations on files that `isWatched` picks, and the first message on standard output.
  init(_ calls: [TracedCall], isWatched: (String) -> Bool) {
    var operations: [Operation] = []
    for call in calls where (call.result ?? -1) >= 0 {
      switch call.name {
      case "write" where call.arguments.first?.hasPrefix("1<") ?? false: operations.append(.tell)
      case _ where !isWatched(call.path): break
      case "openat" where call.arguments.contains { $0.contains("O_CREAT") }:
        operations.append(.make(call.path))
      case "unlink": operations.append(.remove(call.path))
      case "pwrite64":
        let bytes = call.bytes.prefix(call.result ?? 0)
        operations.append(.write(call.path, offset: call.number(3) ?? 0, Array(bytes)))
      case "ftruncate": operations.append(.truncate(call.path, size: call.number(1) ?? 0))
      case "fdatasync", "fsync": operations.append(.synchronise(call.path))
      default: break
      }
    }
    self.operations = operations
  }

  /// Whether somebody was told before the power went, after so many operations.
  func isTold(after count: Int) -> Bool { operations[..<count].contains(.tell) }

  /// One of the states in which a power cut after `count` operations may leave the disk.
  func disk(
    from start: Disk, after count: Int, _ random: inout SeededGenerator
  ) -> Disk {
    let done = operations[..<count]
    var disk = start
    var pending: [Operation] = []
    for (index, operation) in done.enumerated() {
      if isSure(operation, before: done[(index + 1)...]) {
        DiskLog.apply(operation, to: &disk)
      } else {
        pending.append(operation)
      }
    }
    for operation in survivors(of: pending, &random) { DiskLog.apply(operation, to: &disk) }
    return disk
  }

  private func isSure(_ operation: Operation, before later: ArraySlice<Operation>) -> Bool {
    switch operation {
    case .make(let path), .remove(let path):
      let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
      return later.contains(.synchronise(folder))
    case .write(let path, _, _), .truncate(let path, _): return later.contains(.synchronise(path))
    case .synchronise, .tell: return true
    }
  }

  /// Some of the operations, some of them in part, in some order.
  private func survivors(
    of pending: [Operation], _ random: inout SeededGenerator
  ) -> [Operation] {
    let share = Double.random(in: 0...1, using: &random)
    func survives(_ random: inout SeededGenerator) -> Bool {
      Double.random(in: 0..<1, using: &random) < share
    }
    switch random.next() % 4 {
    case 0: return Array(pending.prefix(Int(share * Double(pending.count))))
    case 1: return pending.filter { _ in survives(&random) }
    case 2: return pending.filter { _ in survives(&random) }.shuffled(using: &random)
    default:
      return pending.flatMap(DiskLog.sectors).filter { _ in survives(&random) }
        .shuffled(using: &random)
    }
  }

  /// A write, cut where sectors of the file begin.
  static func sectors(of operation: Operation) -> [Operation] {
    guard case .write(let path, let offset, let bytes) = operation else { return [operation] }
    var pieces: [Operation] = []
    var start = 0
    while start < bytes.count {
      let end = min(bytes.count, start + sector - (offset + start) % sector)
      pieces.append(.write(path, offset: offset + start, Array(bytes[start..<end])))
      start = end
    }
    return pieces
  }

  private static func apply(_ operation: Operation, to disk: inout Disk) {
    switch operation {
    case .make(let path): if disk[path] == nil { disk[path] = [] }
    case .remove(let path): disk[path] = nil
    case .write(let path, let offset, let bytes):
      // Nothing can be in a file whose making was lost.
      guard var file = disk[path] else { return }
      let end = offset + bytes.count
      if file.count < end { file += [UInt8](repeating: 0, count: end - file.count) }
      file.replaceSubrange(offset..<end, with: bytes)
      disk[path] = file
    case .truncate(let path, let size):
      guard var file = disk[path] else { return }
      if file.count > size {
        file.removeLast(file.count - size)
      } else {
        file += [UInt8](repeating: 0, count: size - file.count)
      }
      disk[path] = file
    case .synchronise, .tell: break
    }
  }
}
