import Reading
import Synchronization

/// Where background work leaves its messages for the loop; leaving one wakes the loop up.
final class Inbox: Sendable {
    private let messages = Mutex<[Message]>([])
    private let wake: @Sendable () -> Void

    init(wake: @escaping @Sendable () -> Void) { self.wake = wake }

    func post(_ message: Message) { post([message]) }

    /// Leaves several that are taken in together, before one draw.
    func post(_ several: [Message]) {
        messages.withLock { $0 += several }
        wake()
    }

    /// Everything posted since the last time, in its order.
    func take() -> [Message] {
        messages.withLock { messages in
            defer { messages = [] }
            return messages
        }
    }
}
