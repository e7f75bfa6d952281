import FoundationEssentials
import Glibc

/// Names runs by the time at which they start.
enum RunID {
  /// The UTC time as `20261121T030000Z`, with `-2`, `-3`, ... where the output holds such a run already.
  static func make(at time: Date, output: String) -> String {
    let separators = Set("-:".utf8)
    let stamp = String(decoding: time.formatted(.iso8601).utf8.filter { !separators.contains($0) }, as: UTF8.self)
    var id = stamp
    var count = 1
    while access("\(output)/releases/\(id)", F_OK) == 0 || access("\(output)/runs/\(id).jsonl", F_OK) == 0 {
      count += 1
      id = "\(stamp)-\(count)"
    }
    return id
  }
}
