internal import Dispatch
internal import Synchronization

/// The results of `work(0)` to `work(count - 1)`, in that order, computed on all cores when `parallel`.
///
/// Each result is stored under a lock that is held for the store alone; which thread computed it leaves no trace.
func concurrentMap<Result: Sendable>(
    _ count: Int, parallel: Bool, _ work: @Sendable (Int) -> Result
) -> [Result] {
    guard parallel && count > 1 else { return (0..<count).map(work) }
    let slots = Mutex([Result?](repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: count) { index in
        let result = work(index)
        slots.withLock { $0[index] = result }
    }
    return slots.withLock { $0.compactMap { $0 } }
}
