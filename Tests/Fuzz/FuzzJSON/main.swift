import CLibFuzzer
import FuzzProperties
import Glibc

var count = CommandLine.argc
var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
exit(
  LLVMFuzzerRunDriver(&count, &arguments) { bytes, size in
    let input = FuzzedFile(UnsafeBufferPointer(start: bytes, count: size))
    input.checkReading()
    input.checkWriting(asOneOf: [.json, .csv(delimiter: .comma)])
    return 0
  })
