import Alongside
public import ArgumentParser
import Foundation
public import TimelineModel

/// `alongside plan`.
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Says how many exposures, captures and days it takes to show something.",
    discussion: """
      From a pilot scan: how many own posts a capture and a day hold, and how alike the exposures \
      of one capture are.
      """)

  @Argument(help: ArgumentHelp("What `scan --json` wrote of a pilot.", valueName: "report.json"))
  var report: String

  @Option(
    help: ArgumentHelp("Which rate: safety, suitability or contradiction.", valueName: "rate"))
  var rate = HeadlineRate.suitability

  @Option(help: ArgumentHelp("The bound to show the rate below, in per cent.", valueName: "%"))
  var below = 1.0

  @Option(
    help: ArgumentHelp(
      "The rate before a change, in per cent; the pilot's when absent.", valueName: "%"))
  var from: Double?

  @Option(
    help: ArgumentHelp(
      "The rate after a change, in per cent; half and double when absent.", valueName: "%"))
  var to: Double?

  @Option(help: ArgumentHelp("The chance of showing what is so, in per cent.", valueName: "%"))
  var power = 80.0

  func validate() throws {
    guard (0.0001...99).contains(below), (1...99.9).contains(power),
      (0.0...100).contains(from ?? 0), (0.0...100).contains(to ?? 0)
    else { throw ValidationError("rates and the power lie between 0 and 100 per cent") }
  }

  func run() throws {
    let plan = SamplePlan(try SavedReport.read(report), for: rate)
    tellPilot(plan)
    tellBound(plan)
    tellChanges(plan)
  }

  private func tellPilot(_ plan: SamplePlan) {
    let pilot = plan.pilot
    print(
      "pilot: \(pilot.count) of \(counted(pilot.trials, "exposure")) (\(percent(pilot.value ?? 0))), "
        + "\(counted(plan.captures, "capture")), \(counted(plan.days, "day"))")
    guard let correlation = plan.correlation else {
      return print(
        "the pilot cannot tell how alike exposures of one capture are: taken as independent")
    }
    print(
      "exposures of one capture are alike by \(fixed(correlation, 3)): "
        + "\(fixed(plan.designEffect, 2)) times as many are needed")
  }

  private func tellBound(_ plan: SamplePlan) {
    let bound = below / 100
    let pilot = plan.pilot.value ?? 0
    print(
      "\nto show the \(rate.rawValue) rate below \(percent(bound)), with power \(fixed(power, 0)) %:"
    )
    let rates = [0, bound / 5, bound / 2] + (pilot > 0 && pilot < bound ? [pilot] : [])
    for rate in rates {
      tell("if it is \(percent(rate))", plan.toShow(rate: rate, below: bound, power: power / 100))
    }
    if pilot >= bound { print("  the pilot's own rate is not below it") }
  }

  private func tellChanges(_ plan: SamplePlan) {
    let first = from.map { $0 / 100 } ?? plan.pilot.value ?? 0
    guard first > 0 || to != nil else { return }
    print("\nto find a change of the rate, in each of two periods:")
    for second in to.map({ [$0 / 100] }) ?? [first / 2, first * 2].filter({ $0 < 1 }) {
      tell(
        "from \(percent(first)) to \(percent(second))",
        plan.toCompare(first, second, power: power / 100))
    }
  }

  private func tell(_ what: String, _ need: SamplePlan.Need?) {
    guard let need else { return print("  \(what): no number is enough") }
    var parts = [counted(need.exposures, "exposure")]
    if let captures = need.captures { parts.append(counted(captures, "capture")) }
    if let days = need.days { parts.append(counted(days, "day")) }
    print("  \(what): \(parts.joined(separator: ", "))")
  }

  private func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }

  private func percent(_ share: Double) -> String { fixed(share * 100, 2) + " %" }

  private func fixed(_ number: Double, _ decimals: Int) -> String {
    String(format: "%.\(decimals)f", locale: Locale(identifier: "en_US_POSIX"), number)
  }
}

extension HeadlineRate: ExpressibleByArgument {}
