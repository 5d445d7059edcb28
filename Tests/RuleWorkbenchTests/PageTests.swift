import RuleWorkbench
import Testing

@Suite("Pages")
struct PageTests {
  @Test(
    "numbers are rounded half away from zero, without a locale",
    arguments: [
      (0.0, 1, "0.0"), (92.25, 1, "92.3"), (-0.05, 1, "-0.1"), (3.999, 2, "4.00"),
      (1234.5, 0, "1235"), (0.04, 1, "0.0"),
    ])
  func rounding(number: Double, decimals: Int, expected: String) {
    #expect(number.rounded(to: decimals) == expected)
  }
}
