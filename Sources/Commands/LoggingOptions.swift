import ArgumentParser
import Logging

extension LogFormat: ExpressibleByArgument {}
extension Logger.Level: @retroactive ExpressibleByArgument {}

/// The options that say how to log.
struct LoggingOptions: ParsableArguments {
  @Option(help: "How log lines on standard error are written.")
  var logFormat: LogFormat = .text

  @Option(help: "The least level that is logged.")
  var logLevel: Logger.Level = .info

  /// A logger that these options describe.
  func logger() -> Logger {
    let (level, format) = (logLevel, logFormat)
    return Logger(label: "juesuan") { _ in
      StandardErrorLogHandler(level: level, format: format, output: .shared)
    }
  }
}
