import Diagnostics
import PropertyGraph

/// One input of the fuzzer: the first byte chooses what it goes through. Nothing may crash; what
/// parses must print as text that parses again.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ data: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  guard let data, count > 0 else { return 0 }
  let bytes = Array(UnsafeBufferPointer(start: data + 1, count: count - 1))
  let source = SourceText(name: "fuzz", bytes: bytes)
  if data[0] & 1 == 0 {
    for range in QueryParser.statements(in: source) {
      _ = try? QueryParser.parseExpression(
        SourceText(name: "fuzz", bytes: Array(bytes[range])))
    }
    _ = QueryParser.isComplete(source)
    return 0
  }
  do throws(Diagnostic) {
    let statement = try QueryParser.parse(source)
    let printed = Printer.text(of: statement)
    do throws(Diagnostic) {
      _ = try QueryParser.parse(SourceText(name: "printed", text: printed.string))
    } catch {
      // Not a crash of the parser, but a difference that the fuzzer must keep.
      preconditionFailure("printed text does not parse: \(printed) \(error.message)")
    }
  } catch {
    _ = DiagnosticRenderer().render(error.inSource(source))
  }
  return 0
}
