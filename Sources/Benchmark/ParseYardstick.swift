import CLibXML2
import Foundation

/// libxml2's DOM parse alone: what reading a page costs before anything is understood.
enum ParseYardstick {
  /// Seconds of CPU of parsing all pages, one after the other, in this process.
  static func run(on pages: [[UInt8]]) throws -> Double {
    let options =
      Int32(HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue)
      | Int32(HTML_PARSE_NOWARNING.rawValue | HTML_PARSE_NONET.rawValue)
    let before = processSeconds()
    for page in pages {
      let document = page.withUnsafeBytes { bytes in
        htmlReadMemory(bytes.bindMemory(to: CChar.self).baseAddress, Int32(bytes.count), nil, "UTF-8", options)
      }
      guard let document else { throw BenchmarkFailure("libxml2 could not parse a page") }
      xmlFreeDoc(document)
    }
    return processSeconds() - before
  }

  /// CPU seconds of this process.
  private static func processSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1_000_000_000
  }
}
