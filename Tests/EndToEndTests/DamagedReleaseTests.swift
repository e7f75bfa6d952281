import Testing

/// `juesuan check` on releases of damaged disclosures: whatever is claimed of them holds too.
@Suite struct DamagedReleaseTests {
  /// One damaged document, and what is claimed of it.
  struct Case: CustomTestStringConvertible {
    var claim: String
    var seed: Int
    var damage = "random"
    var layout: String

    var testDescription: String { claim }
  }

  static let cases = [
    Case(claim: "places behind tags left in names", seed: 3_100_131, damage: "left-markup", layout: "spaces"),
    Case(claim: "places in cells that take in others", seed: 3_100_091, damage: "pulled-figures", layout: "pipes"),
    Case(claim: "a total behind column numbers", seed: 3_300_155, damage: "stacked-total", layout: "html-semantic"),
    Case(claim: "a stacked total among lone cells, forced digits", seed: 3_300_150, layout: "cells"),
    Case(claim: "a stacked total on one line", seed: 3_600_239, layout: "spaces"),
    Case(claim: "a stacked total with blank columns", seed: 3_600_267, layout: "spaces"),
    Case(claim: "both halves of gk09 on one line", seed: 3_100_098, damage: "flat-columns", layout: "tabs"),
    Case(claim: "a misread digit that nothing proves", seed: 3_400_185, damage: "wrong-digit", layout: "spaces"),
    Case(claim: "a corrected digit beside zeros", seed: 3_930_150, damage: "wrong-digit", layout: "tabs"),
    Case(claim: "classes with garbled names", seed: 3_100_089, layout: "html-semantic"),
    Case(claim: "codes of blocks side by side, a sum without its total", seed: 3_300_213, layout: "cells"),
    Case(claim: "sums of a form that was not read", seed: 3_400_183, layout: "spaces"),
    Case(claim: "sums that the narrative states over a lost total", seed: 3_100_071, layout: "spaces"),
    Case(claim: "such sums beside open rows", seed: 3_500_269, layout: "cells"),
    Case(claim: "balances beside an open total", seed: 3_200_150, layout: "cells"),
    Case(claim: "a misprinted total that was read late", seed: 3_920_253, layout: "spaces"),
    Case(claim: "fiscal expenditure with a corrected digit", seed: 3_600_225, layout: "spaces"),
    Case(claim: "appropriations in one line", seed: 3_700_227, layout: "cells"),
    Case(claim: "choices that follow from other rows", seed: 3_850_049, damage: "destroyed-total", layout: "spaces"),
    Case(claim: "sums over rows of which only balances stayed open", seed: 510_053, layout: "mixed"),
    Case(claim: "a row of which only other expenses stayed open", seed: 510_166, layout: "html-semantic"),
    Case(claim: "ranges where a column was lost", seed: 3_840_036, layout: "spaces"),
    Case(claim: "a class whose name lost characters among traditional ones", seed: 10_000_364, layout: "html-office"),
    Case(claim: "a class of which little but its place is legible", seed: 12_000_291, layout: "cells"),
    Case(
      claim: "a misread digit that nothing proves, beside readings with a lost figure", seed: 12_000_297,
      layout: "pipes"),
    Case(claim: "ranges beside what is minimal", seed: 3_810_050, layout: "spaces"),
  ]

  @Test(arguments: cases)
  func whatIsClaimedOfADamagedDisclosureHolds(own: Case) throws {
    let folder = try ScratchFolder()
    let synthesis = try Program.run(
      [
        "synthesize", "--documents", "1", "--seed", String(own.seed), "--damage", own.damage, "--layout", own.layout,
        "--output", "set",
      ], in: folder.path)
    #expect(synthesis.status == 0, "\(synthesis.errors)")
    let run = try Program.run(["run", "--input", "set/inputs", "--output", "out"], in: folder.path)
    #expect(run.status == 0, "\(run.errors)")
    let check = try Program.run(["check", "out", "--input", "set/inputs"], in: folder.path)
    #expect(check.status == 0, "\(check.output.prefix(2_000))")
  }
}
