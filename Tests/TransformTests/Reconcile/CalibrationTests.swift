import Accounts
import Foundation
import Testing

@testable import Transform

/// The table of confidences, and which of its lines a value is given.
@Suite struct CalibrationTests {
  private func standing(_ support: Int, _ contest: Standing.Contest) -> Standing {
    Standing(support: support, contest: contest)
  }

  @Test func statusProofAndConfidenceNameAClass() {
    let keys = Calibration.classes.map { "\($0.status) \($0.proof) \($0.confidence)" }
    #expect(Set(keys).count == keys.count)
  }

  @Test func onlyProofsMayBeSure() {
    for group in Calibration.classes where group.proof == .minimal {
      #expect(group.confidence.thousandths < 950, "\(group.name)")
    }
  }

  @Test func aPrintedValueInABrokenEquationIsNotSureHoweverManyHold() {
    for support in [0, 1, 3, 9] {
      let group = Calibration.group(.reported, .printed, standing(support, .cell))
      #expect((group?.confidence.thousandths ?? 1_000) < 950)
      #expect(group?.proof == .printed)
    }
  }

  @Test func whatOnlyItsRowSpeaksForIsMinimal() {
    #expect(Calibration.group(.aligned, .forced, standing(0, .none))?.proof == .minimal)
    #expect(Calibration.group(.aligned, .forced, standing(1, .none))?.proof == .forced)
  }

  @Test func aCorrectedDigitIsNoSurerThanItsColumn() {
    var placed = standing(2, .form)
    #expect(Calibration.group(.corrected, .forced, placed)?.proof == .forced)
    placed.isPlaced = true
    #expect(Calibration.group(.corrected, .forced, placed)?.proof == .minimal)
  }

  @Test func aPrintedValueThatNothingConfirmsIsNotSure() {
    for contest in [Standing.Contest.none, .elsewhere, .form, .columns, .cell] {
      #expect((Calibration.group(.reported, .printed, standing(0, contest))?.confidence.thousandths ?? 1_000) < 950)
    }
  }

  @Test func aPrintedValueIsSurerTheMoreEquationsHold() {
    let values = [0, 1, 2].compactMap { Calibration.group(.reported, .printed, standing($0, .none))?.confidence }
    #expect(values.count == 3)
    #expect(values == values.sorted())
    #expect(Set(values).count == 3)
  }

  @Test func nothingIsForcedInAFormThatAnEquationContradicts() {
    for status in [Status.aligned, .derived] {
      for proof in [Proof.forced, .corroborated] {
        for contest in [Standing.Contest.form, .columns, .cell] {
          #expect(Calibration.group(status, proof, standing(2, contest))?.proof == .minimal)
        }
        #expect(Calibration.group(status, proof, standing(2, .elsewhere))?.proof == proof)
      }
      #expect(Calibration.group(status, .forced, standing(9, .form))?.proof == .minimal)
    }
  }

  @Test func whatAnotherPlacePrintsAndManyEquationsConfirmIsSureBesideBrokenOnes() {
    #expect(Calibration.group(.aligned, .corroborated, standing(3, .form))?.proof == .corroborated)
    #expect(Calibration.group(.aligned, .corroborated, standing(3, .columns))?.proof == .minimal)
    #expect(Calibration.group(.aligned, .corroborated, standing(4, .columns))?.proof == .corroborated)
    #expect(Calibration.group(.aligned, .corroborated, standing(4, .cell))?.proof == .minimal)
  }

  @Test func figuresThatCouldStandInOtherColumnsAreUncertainWhereManyEquationsAreBroken() {
    var place = standing(3, .columns)
    #expect((Calibration.group(.reported, .printed, place)?.confidence.thousandths ?? 0) >= 950)
    place.isMovable = true
    #expect((Calibration.group(.reported, .printed, place)?.confidence.thousandths ?? 1_000) < 950)
  }

  @Test func anAmbiguousValueHasNoClass() {
    #expect(Calibration.group(.ambiguous, .minimal, standing(0, .none)) == nil)
  }

  @Test func theDocumentedTableIsTheOneInTheCode() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../Sources/Transform/Transform.docc/Calibration.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    let table = text.split(separator: "\n").filter { $0.hasPrefix("| ") }.dropFirst()
    let documented = table.map { $0.split(separator: "|").prefix(4).map { $0.trimmingCharacters(in: .whitespaces) } }
    let coded = Calibration.classes.map {
      [$0.name, $0.status.rawValue, $0.proof.rawValue, $0.confidence.description]
    }
    #expect(documented == coded)
    for group in Calibration.classes { #expect(text.contains(group.meaning), "\(group.name)") }
  }
}
