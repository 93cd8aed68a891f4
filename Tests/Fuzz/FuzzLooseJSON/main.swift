import CLibFuzzer
import FuzzProperties
import Glibc

var count = CommandLine.argc
var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
exit(
  LLVMFuzzerRunDriver(&count, &arguments) { bytes, size in
    let input = FuzzedFile(UnsafeBufferPointer(start: bytes, count: size), readers: .all)
    input.checkOutcome()
    input.checkReadingAsUTF16()
    return 0
  })
