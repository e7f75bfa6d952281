import Accounts
import FoundationEssentials
import Logging

/// How log lines are written.
enum LogFormat: String, CaseIterable, Sendable {
  case text, json
}

/// Writes log events to standard error, one line each.
struct StandardErrorLogHandler: LogHandler {
  var logLevel: Logger.Level
  var metadata: Logger.Metadata = [:]
  let format: LogFormat
  let output: StandardError

  init(level: Logger.Level, format: LogFormat, output: StandardError) {
    logLevel = level
    self.format = format
    self.output = output
  }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    let values = metadata.merging(event.metadata ?? [:]) { $1 }.mapValues(\.description)
    let time = Date().formatted(.iso8601)
    switch format {
    case .text: output.write(Self.text(time: time, level: event.level, message: event.message, values: values))
    case .json: output.write(Self.json(time: time, level: event.level, message: event.message, values: values))
    }
  }

  /// `time level message: file: text (stage, reason) key=value ...`
  static func text(time: String, level: Logger.Level, message: Logger.Message, values: [String: String]) -> String {
    var line = "\(time) \(level.rawValue) \(message)"
    var rest = values
    if let file = rest.removeValue(forKey: "file") { line += ": \(file)" }
    if let text = rest.removeValue(forKey: "message") { line += ": \(text)" }
    for (key, value) in rest.sorted(by: { $0.key < $1.key }) { line += " \(key)=\(value)" }
    return line.replacingLineBreaks
  }

  /// One JSON object with `time`, `level`, `event` and the values.
  static func json(time: String, level: Logger.Level, message: Logger.Message, values: [String: String]) -> String {
    var object = values.mapValues(JSONValue.string)
    object["time"] = .string(time)
    object["level"] = .string(level.rawValue)
    object["event"] = .string(message.description)
    return JSONValue.object(object).text(isPretty: false).escapingControlsInJSON
  }
}

extension String {
  /// The text on one line, whatever a file is called.
  fileprivate var replacingLineBreaks: String {
    String(String.UnicodeScalarView(unicodeScalars.map { $0 == "\n" || $0 == "\r" ? " " : $0 }))
  }
}
