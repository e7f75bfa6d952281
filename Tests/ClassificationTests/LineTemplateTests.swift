import Accounts
import Classification
import Testing

@Suite struct LineTemplateTests {
  private func keys(_ form: Form, _ side: Side) -> Set<RowKey> {
    Set(form.template.lines.filter { $0.side == side }.map(\.row))
  }

  private func row(_ form: Form, _ side: Side, _ label: String) -> RowKey? {
    form.template.lines.first { $0.side == side && $0.labels.contains(NormalText(label)) }?.row
  }

  @Test func revenueHasTheLinesOfTheDatasetAndTheOneForAllBudgets() {
    #expect(
      keys(.gk01, .revenue) == [
        "fiscal_appropriation",
        "general_public", "government_fund", "state_capital", "superior_subsidy", "institutional", "operating",
        "affiliated_remittance", "other", "revenue_total", "non_fiscal_surplus_used", "opening_balance", "grand_total",
      ])
  }

  @Test func expenditureHasTheLinesThatAreNoClass() {
    #expect(
      keys(.gk01, .expenditure) == ["expenditure_total", "surplus_distribution", "closing_balance", "grand_total"])
    #expect(keys(.gk04, .expenditure) == ["expenditure_total", "closing_balance", "grand_total"])
  }

  @Test func appropriationsHaveOnlyTheThreeFundsAsRevenue() {
    #expect(
      keys(.gk04, .revenue) == [
        "general_public", "government_fund", "state_capital", "revenue_total", "opening_balance", "grand_total",
        "opening_general_public", "opening_government_fund", "opening_state_capital",
      ])
  }

  @Test func aLabelNamesOneLineOfItsSideButForThoseBelowAnother() {
    for form in [Form.gk01, .gk04] {
      for side in [Side.revenue, .expenditure] {
        let labels = form.template.lines.filter { $0.side == side && $0.below == nil }.flatMap(\.labels)
        #expect(Set(labels).count == labels.count)
      }
    }
  }

  @Test func theOfficialNameIsOneOfTheLabels() {
    for line in Form.gk01.template.lines + Form.gk04.template.lines {
      #expect(line.labels.contains(NormalText(line.name)), "\(line.name)")
    }
  }

  @Test func linesKeepTheirKeyUnderOldNames() {
    #expect(row(.gk01, .revenue, "用事业基金弥补收支差额") == "non_fiscal_surplus_used")
    #expect(row(.gk01, .revenue, "上年结转") == "opening_balance")
    #expect(row(.gk04, .expenditure, "年末财政拨款结转和结余") == "closing_balance")
  }

  @Test func formsBySubjectHaveNoFixedLines() {
    for form in FormSet.finalAccount.forms where form != .gk01 && form != .gk04 { #expect(form.template.lines.isEmpty) }
  }
}
