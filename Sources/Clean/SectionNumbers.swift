import Accounts

/// Checks the numbers of sections.
enum SectionNumbers {
  /// A finding for each section whose number (一、 and so on) another section of its part already has.
  ///
  /// Publishers number two sections alike by mistake; the sections are kept as they are. A number 一 begins a new list:
  /// an annex has numbers of its own.
  static func findings(_ sections: [Section]) -> [Finding] {
    var findings: [Finding] = []
    var seen: [String: Int] = [:]
    var part: Part?
    for (index, section) in sections.enumerated() {
      let startsPart = section.part != part || section.number.hasPrefix("第")
      if startsPart {
        seen = [:]
        part = section.part
      }
      guard let first = section.number.unicodeScalars.first, first.isChineseNumeral else { continue }
      if section.number == "一" { seen = [:] }
      if let other = seen[section.number].map({ sections[$0] }) {
        findings.append(
          Finding(
            .duplicateSectionNumber, printed: section.number,
            message: "The section \(section.title) has the number of \(other.title) on line \(other.span.line).",
            sourceLine: section.span.line))
      }
      seen[section.number] = index
    }
    return findings
  }
}
