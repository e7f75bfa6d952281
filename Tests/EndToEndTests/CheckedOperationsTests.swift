import Foundation
import Testing

/// The rooms that read input hold no operation that ends the process where the input is absurd.
///
/// The rules look at the text of the sources. What a rule cannot tell from harmless code stands in its list of files
/// with the reason why it is harmless there; a file that no longer needs its place in the list is an error too.
@Suite struct CheckedOperationsTests {
  private static let rooms = [
    "Accounts", "Classification", "Extract", "Clean", "Transform", "Load", "Check", "Evaluation", "Pipeline",
    "Commands",
  ]

  /// An operation that is not allowed, what to write instead, and the files that may have it, each with its reason.
  struct Rule: Sendable {
    var name: String
    var pattern: String
    var instead: String
    var allowed: [String: String] = [:]
  }

  private static let rules = [
    Rule(
      name: "a dictionary that traps on a repeated key", pattern: #"uniqueKeysWithValues"#,
      instead: "Dictionary(_:uniquingKeysWith:)"),
    Rule(name: "a forced unwrap", pattern: #"[A-Za-z0-9_)\]}]!(?!=)"#, instead: "guard let"),
    Rule(
      name: "a trap", pattern: #"\b(fatalError|precondition|preconditionFailure|assert|assertionFailure)\s*\("#,
      instead: "a finding, a thrown StageFailure or RunError",
      allowed: [
        "Accounts/Forms/FormTemplate.swift": "identities of forms are written in the program",
        "Accounts/FactName.swift": "names of facts are written in the program",
        "Classification/SubjectRecords.swift": "the reference data are part of the program",
        "Load/Release/Partitions/PartitionedReleaseWriter.swift": "the order of calls",
        "Load/Release/ReleaseLayout.swift": "an output folder and a run id, which the program makes",
        "Load/Release/ReleaseWriter.swift": "the order of calls",
        "Pipeline/Plan/FoundFiles+Changes.swift": "the order of calls",
        "Pipeline/State/PendingSources.swift": "the order of calls",
        "Transform/Reconcile/ByColumn.swift": "no form has measures for more columns",
      ]),
    Rule(
      name: "arithmetic that wraps", pattern: #"&[-+*]"#, instead: "Amount, or 128 bits",
      allowed: [
        "Accounts/Amount.swift": "two magnitudes up to 2^61",
        "Extract/ByteBuffer.swift": "bytes and offsets in a buffer",
        "Extract/Encoding/SourceDecoder.swift": "bytes and offsets in a buffer",
        "Extract/Encoding/UTF8Decoder.swift": "bytes and offsets in a buffer",
        "Extract/HTML/AttributeLimit.swift": "bytes and offsets in a buffer",
        "Extract/HTML/PositionTracker.swift": "lines and columns, at most as many as bytes",
        "Load/Bytes/ByteBuffer.swift": "bytes and offsets in a buffer",
        "Load/Bytes/ByteScan.swift": "bits of eight bytes",
        "Transform/Reconcile/CellSet.swift": "a hash",
      ]),
    Rule(
      name: "a number made of digits", pattern: #"\* 10 \+"#, instead: "NumberReader or PrintedNumber.leading",
      allowed: [
        "Check/Identities/PrintedRule.swift": "up to 999",
        "Check/Package/FieldCheck.swift": "18 digits",
        "Check/Reading/NumeralReader.swift": "17 digits",
        "Classification/DivisionIndex.swift": "6 digits of the reference data",
        "Classification/SubjectCode.swift": "7 digits",
        "Classification/SubjectRecords.swift": "years of the reference data",
        "Clean/NumberReader.swift": "17 digits",
        "Clean/PageNumbers.swift": "4 digits",
        "Evaluation/Reading/FixedPoint.swift": "18 digits",
        "Extract/HTML/ElementAttributes.swift": "up to 100,000",
        "Transform/Conservation/CountingNumbers.swift": "2 digits",
        "Transform/Conservation/NumericTokens.swift": "4 digits",
        "Transform/Forms/LineLabels.swift": "up to 100",
        "Transform/Identification/YearMention.swift": "4 digits",
        "Transform/Narrative/NumberInText.swift": "17 digits",
      ]),
    Rule(
      name: "a sum of what may be any number", pattern: #"reduce\(0, \+\)"#,
      instead: "reduce(.zero, +) of amounts, or a sum in 128 bits",
      allowed: [
        "Accounts/NumberAccount.swift": "counts of tokens", "Check/RunRecordCheck.swift": "counts up to 10^12",
        "Commands/CheckCommand.swift": "counts of checks",
        "Pipeline/Gates/Gates.swift": "counts of values", "Pipeline/Plan/SourceScan.swift": "counts of files",
      ]),
    Rule(
      name: "arithmetic on the thousandths of an amount",
      pattern: #"\.thousandths(\.magnitude)?\)?\s*[-+*/%]=?\s|[-+*/%]=?\s*[A-Za-z0-9_.$?\[\]]*\.thousandths\b"#,
      instead: "the operations of Amount",
      allowed: [
        "Accounts/Amount.swift": "the operations themselves",
        "Evaluation/Counting/CalibrationClass.swift": "a confidence, at most 1,000",
        "Load/Bytes/ByteBuffer.swift": "digits of a magnitude, and a confidence",
        "Transform/CrossChecks/Rate.swift": "in 128 bits",
        "Transform/Reconcile/ThreePublicWitnesses.swift": "a rate in 128 bits",
      ]),
    Rule(
      name: "arithmetic on the digits of a printed number",
      pattern: #"\.digits(\.magnitude)?\)?\s*[-+*/%]=?\s|[-+*/%]=?\s+[A-Za-z0-9_.$?\[\]]*\.digits\b"#,
      instead: "PrintedNumber.amount(in:), scaled(to:) or the opposite of a number",
      allowed: [
        "Accounts/PrintedNumber.swift": "a quotient", "Check/Package/FieldCheck.swift": "in 128 bits",
        "Load/Bytes/ByteBuffer.swift": "digits of a magnitude", "Transform/CrossChecks/Rate.swift": "in 128 bits",
      ]),
  ]

  @Test func noRoomThatReadsInputHasAnUncheckedOperation() throws {
    let root =
      URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().path + "/Sources/"
    var found: [String] = []
    var used: Set<String> = []
    for room in Self.rooms {
      let names = try #require(FileManager.default.enumerator(atPath: root + room)?.allObjects as? [String])
      #expect(names.contains { $0.hasSuffix(".swift") }, "\(room) is empty")
      for name in names.sorted() where name.hasSuffix(".swift") {
        let file = "\(room)/\(name)"
        let code = try String(contentsOfFile: root + file, encoding: .utf8)
        for (rule, line) in try Self.violations(in: code) {
          if rule.allowed[file] != nil {
            used.insert("\(rule.name) in \(file)")
          } else {
            found.append("\(file):\(line): \(rule.name). Write \(rule.instead).")
          }
        }
      }
    }
    #expect(found.isEmpty, "\(found.joined(separator: "\n"))")
    let allowed = Set(Self.rules.flatMap { rule in rule.allowed.keys.map { "\(rule.name) in \($0)" } })
    let unused = allowed.subtracting(used).sorted()
    #expect(unused.isEmpty, "no longer there")
  }

  /// The rules that code breaks, with the lines.
  private static func violations(in code: String) throws -> [(rule: Rule, line: Int)] {
    let patterns = try rules.map { ($0, try Regex($0.pattern)) }
    var found: [(rule: Rule, line: Int)] = []
    for (index, line) in withoutWords(code).enumerated() {
      for (rule, pattern) in patterns where line.firstMatch(of: pattern) != nil { found.append((rule, index + 1)) }
    }
    return found
  }

  /// The lines without comments and without the words of literals.
  private static func withoutWords(_ code: String) -> [String] {
    var isInText = false
    return code.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      if line.contains(#"""""#) {
        isInText.toggle()
        return ""
      }
      if isInText || line.drop(while: \.isWhitespace).hasPrefix("//") { return "" }
      return String(line).replacing(/"(\\.|[^"\\])*"/, with: "\"\"").replacing(/\/\/ .*/, with: "")
    }
  }

  @Test(arguments: [
    ("let a = Dictionary(uniqueKeysWithValues: pairs)", "a dictionary that traps on a repeated key"),
    ("let a = numbers.first!", "a forced unwrap"), ("let a = try! read()", "a forced unwrap"),
    ("let a = node as! Text", "a forced unwrap"), ("var a: [Int]!", "a forced unwrap"),
    ("let a = rows[0]!.b", "a forced unwrap"), ("precondition(a < 3)", "a trap"), ("fatalError(\"never\")", "a trap"),
    ("let a = b &* 7", "arithmetic that wraps"), ("value = value * 10 + digit", "a number made of digits"),
    ("let sum = counts.reduce(0, +)", "a sum of what may be any number"),
    ("let a = amount.thousandths * 2", "arithmetic on the thousandths of an amount"),
    ("let a = 1 - rows[0].amount.thousandths", "arithmetic on the thousandths of an amount"),
    ("let a = number.digits * scale", "arithmetic on the digits of a printed number"),
    ("let a = left - number.digits", "arithmetic on the digits of a printed number"),
  ])
  func whoAddsOneIsTold(code: String, rule: String) throws {
    #expect(try Self.violations(in: "func f() {\n  \(code)\n}").map { "\($0.rule.name) \($0.line)" } == ["\(rule) 2"])
  }

  @Test(arguments: [
    "if a != b, !c { return }", "// never try! or fatalError(", "let a = \"try! \\\"this!\\\"\"", "/// Sums &* all.",
    "let a = amount.thousandths", "let sum = amounts.reduce(.zero, +)", "let same = number.digits != 0",
  ])
  func harmlessCodeIsLeftAlone(code: String) throws {
    #expect(try Self.violations(in: code).isEmpty)
  }
}
