import Glibc
import Synchronization
import Testing

@testable import glosse

@Suite("Work side by side")
struct OrderedWorkTests {
    @Test("comes back in its order, whatever is finished first", arguments: [1, 2, 5])
    func order(width: Int) {
        var work = OrderedWork<Int>(width: width)
        var found: [Int] = []
        for number in 0..<200 {
            found += work.add {
                // Every seventh takes longer than those behind it.
                if number % 7 == 0 { usleep(2000) }
                return number
            }
        }
        found += work.finish()
        #expect(found == Array(0..<200))
        #expect(work.finish().isEmpty)
    }

    @Test("holds no more than four pieces a core")
    func limit() {
        let open = Counter()
        var work = OrderedWork<Int>(width: 2)
        var most = 0
        for number in 0..<100 {
            open.add(1)
            let finished = work.add { number }
            open.add(-finished.count)
            most = max(most, open.value)
        }
        open.add(-work.finish().count)
        #expect(most <= 8)
        #expect(open.value == 0)
    }

    @Test("does no more at a time than it may", arguments: [2, 3])
    func width(width: Int) {
        let running = Counter()
        let most = Mutex(0)
        var work = OrderedWork<Int>(width: width)
        for number in 0..<60 {
            _ = work.add {
                running.add(1)
                most.withLock { $0 = max($0, running.value) }
                usleep(3000)
                running.add(-1)
                return number
            }
        }
        _ = work.finish()
        #expect(most.withLock(\.self) <= width)
    }

    private final class Counter: Sendable {
        private let count = Mutex(0)
        var value: Int { count.withLock(\.self) }
        func add(_ number: Int) { count.withLock { $0 += number } }
    }
}
