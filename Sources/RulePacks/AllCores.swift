internal import Foundation
internal import Guarding
internal import Synchronization

/// Work of many parts shared among all processors.
package enum AllCores {
  /// Makes something for each number below `count`, in order; each processor has a worker of its own.
  package static func map<Worker: ~Copyable, Product: Sendable, Failure: Error>(
    _ count: Int, with makeWorker: @Sendable () throws(Failure) -> Worker,
    _ make: @Sendable (inout Worker, Int) throws(Failure) -> Product
  ) throws(Failure) -> [Product] {
    let next = Atomic(0)
    let products = Guarded([Product?](repeating: nil, count: count))
    let failure = Guarded<Failure?>(nil)
    let workers = min(count, ProcessInfo.processInfo.activeProcessorCount)
    DispatchQueue.concurrentPerform(iterations: workers) { _ in
      do throws(Failure) {
        var worker = try makeWorker()
        while true {
          let number = next.add(1, ordering: .relaxed).oldValue
          guard number < count else { return }
          let product = try make(&worker, number)
          products.withLock { $0[number] = product }
        }
      } catch {
        failure.withLock { $0 = error }
      }
    }
    if let failure = failure.withLock({ $0 }) { throw failure }
    return products.withLock { $0.compactMap(\.self) }
  }

  /// The same, for work that needs no worker.
  package static func map<Product: Sendable>(
    _ count: Int, _ make: @Sendable (Int) -> Product
  ) -> [Product] {
    map(count, with: {}) { (_: inout Void, number) in make(number) }
  }

  /// Makes two things side by side.
  package static func both<First: Sendable, Second: Sendable>(
    _ first: @Sendable () -> First, _ second: @Sendable () -> Second
  ) -> (First, Second) {
    let made = Guarded<(first: First?, second: Second?)>((nil, nil))
    DispatchQueue.concurrentPerform(iterations: 2) { number in
      if number == 0 {
        let product = first()
        made.withLock { $0.first = product }
      } else {
        let product = second()
        made.withLock { $0.second = product }
      }
    }
    guard case (let first?, let second?) = made.withLock({ $0 }) else {
      preconditionFailure("BUG: work that was not done")
    }
    return (first, second)
  }
}
