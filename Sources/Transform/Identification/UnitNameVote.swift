import Accounts
import Classification

/// Decides the name of the unit by the places that print it.
struct UnitNameVote: Sendable {
  /// A name with the weight of the places that print it.
  private struct Candidate {
    var name: String
    var weight: Int
    /// Whether a title, a heading or the text prints it, and not only the forms.
    var isInText: Bool
  }

  private var candidates: [NormalText: Candidate] = [:]
  private var headingWeight = 0

  /// Weighs all places: the title most, then the headings together, then the text, then the forms.
  init(_ evidence: IdentificationEvidence) {
    addTitlePage(evidence.titleLines)
    for heading in evidence.partHeadings where headingWeight < Self.mostHeadings {
      if let name = UnitNameReader.name(inPartHeading: heading) {
        add(name, weight: 2)
        headingWeight += 2
      }
    }
    if let name = evidence.overview.lazy.compactMap(UnitNameReader.name(inComposition:)).first {
      add(name, weight: 4)
    }
    for title in evidence.titles where title.utf8.count <= 200 {
      if let name = UnitNameReader.name(inTitle: title) { add(name, weight: 1) }
    }
    var seen: Set<String> = []
    for reporter in evidence.reporters where seen.insert(reporter).inserted {
      if let name = UnitNameReader.name(printed: reporter) { add(name, weight: 3, isInText: false) }
    }
    mergeBreakArtefacts()
  }

  /// The name that weighs most, or the fuller one that ends with it; empty where no place prints one.
  var name: String {
    let ranked = candidates.sorted {
      ($0.value.weight, $0.key.count, $1.value.name) > ($1.value.weight, $1.key.count, $0.value.name)
    }
    guard let best = ranked.first else { return "" }
    let fuller = ranked.first { $0.key.count > best.key.count && $0.value.isInText && $0.key.hasSuffix(best.key) }
    return (fuller ?? best).value.name
  }

  /// All names, for the search of the division.
  var names: [String] { candidates.values.map(\.name).sorted() }

  private mutating func add(_ name: String, weight: Int, isInText: Bool = true) {
    let key = NormalText(name)
    var candidate = candidates[key] ?? Candidate(name: name, weight: 0, isInText: false)
    candidate.weight += weight
    candidate.isInText = candidate.isInText || isInText
    candidates[key] = candidate
  }

  /// Reads the title, which may be broken over lines: each line that names the report is joined with those above it
  /// until the name is whole.
  private mutating func addTitlePage(_ lines: [String]) {
    for (index, line) in lines.enumerated() where TitleLine.canBePart(line) {
      if let label = TitleLine.labelledName(line), let name = UnitNameReader.name(printed: label) {
        add(name, weight: 5)
      }
      guard TitleLine.namesReport(line) else { continue }
      var text = line
      var name = UnitNameReader.name(inTitle: text)
      var above = index - 1
      while above >= 0, index - above <= 4, TitleLine.canBePart(lines[above]), !TitleLine.namesReport(lines[above]),
        !isWhole(name, below: lines[above])
      {
        text = lines[above] + text
        name = UnitNameReader.name(inTitle: text) ?? name
        above -= 1
      }
      if name == nil { name = nameBelow(index, in: lines) }
      if let name { add(name, weight: 9) }
    }
  }

  /// Whether a name needs nothing of the line above it: it says where it is, and that line is no mere place.
  private func isWhole(_ name: String?, below line: String) -> Bool {
    guard let name else { return false }
    return !TitleLine.isPlace(line) && Divisions.division(inUnitName: name) != nil
  }

  /// The name on the line below a title that has none.
  private func nameBelow(_ index: Int, in lines: [String]) -> String? {
    guard index + 1 < lines.count, TitleLine.canBePart(lines[index + 1]) else { return nil }
    return UnitNameReader.name(printed: TitleLine.labelledName(lines[index + 1]) ?? lines[index + 1])
  }

  /// Gives the weight of a name with a doubled stretch to the same name without it, where other places print that.
  ///
  /// Longer names go first: what is left of one may hold another doubled stretch, whose weight then moves on.
  private mutating func mergeBreakArtefacts() {
    for key in candidates.keys.sorted(by: { ($0.count, $0.description) > ($1.count, $1.description) }) {
      guard let candidate = candidates[key] else { continue }
      guard let plain = Self.undoubled(key).first(where: { candidates[$0] != nil }) else { continue }
      candidates[plain]?.weight += candidate.weight
      candidates[key] = nil
    }
  }

  /// All texts that come from dropping one of two equal stretches in a row, of up to four characters.
  private static func undoubled(_ text: NormalText) -> [NormalText] {
    let units = text.units
    var found: [NormalText] = []
    for length in 1...4 where units.count >= 2 * length {
      for start in 0...(units.count - 2 * length)
      where units[start..<(start + length)].elementsEqual(units[(start + length)..<(start + 2 * length)]) {
        found.append(NormalText(units: units[..<start] + units[(start + length)...]))
      }
    }
    return found
  }

  private static let mostHeadings = 8
}
