import Digests
import FoundationEssentials

/// An OpenLineage run event: which inputs a run read, and which datasets it made of them.
struct LineageEvent: Encodable {
  private struct Run: Encodable {
    var runId: String
  }

  private struct Named: Encodable {
    var namespace: String
    var name: String
  }

  private var eventType: String
  private var eventTime: String
  private var producer = "https://openlineage.io/juesuan/\(ProgramVersion.current)"
  private var schemaURL = "https://openlineage.io/spec/1-0-5/OpenLineage.json#/definitions/RunEvent"
  private var run: Run
  private var job: Named
  private var inputs: [Named]
  private var outputs: [Named]

  /// The event of a run that starts, or of one that ended.
  init(runID: String, at time: Date, end: RunEnd?, _ configuration: PipelineConfiguration) {
    eventType = end.map { $0.error == nil ? "COMPLETE" : "FAIL" } ?? "START"
    eventTime = time.formatted(.iso8601)
    run = Run(runId: Self.identifier(configuration.output + "/" + runID))
    job = Named(namespace: "juesuan", name: configuration.output)
    inputs = configuration.inputs.map { Named(namespace: "file", name: $0) }
    outputs = end?.isPublished == true ? [Named(namespace: "file", name: configuration.output + "/current")] : []
  }

  /// The event as one line of JSON.
  var line: [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return ((try? encoder.encode(self)).map { Array($0) } ?? []) + [UInt8(ascii: "\n")]
  }

  /// A UUID that the name of a run gives, always the same.
  private static func identifier(_ name: String) -> String {
    var bytes = Array(SHA256.digest(of: Array(name.utf8)).prefix(16))
    bytes[6] = bytes[6] & 0x0F | 0x80  // version 8: made in a way of one's own
    bytes[8] = bytes[8] & 0x3F | 0x80
    let digits = bytes.map { byte in String(byte >> 4, radix: 16) + String(byte & 15, radix: 16) }.joined()
    var parts: [Substring] = []
    var rest = digits[...]
    for length in [8, 4, 4, 4, 12] {
      parts.append(rest.prefix(length))
      rest = rest.dropFirst(length)
    }
    return parts.joined(separator: "-")
  }
}
