import Articles
import Reading
import Storage

/// What concerns the engine's learning.
extension Effects {
    /// Learns beside the loop, one decision after the other, and tells when the engine may find something else.
    func learn(_ article: Article, _ annotations: Annotations, _ places: [Span]) {
        let inbox = inbox
        teach { teacher in
            if try teacher.learn(article, annotations, at: places) { inbox.post(.learned) }
        }
    }

    func setLearning(_ learning: Configuration.Learning) {
        self.learning = learning
        do throws(LibraryError) {
            if let library, library.access == .writing { try library.setLearns(learning == .on) }
        } catch {
            inbox.post(.notice(Notice(.error, error.description)))
        }
        inbox.post(.learned)
    }

    /// Forgets what was learned when it is asked to for a second time.
    func forget() {
        guard isForgetAsked else {
            isForgetAsked = true
            inbox.post(
                .notice(
                    Notice(
                        .warning,
                        "forgets what the engine has learned from you in this library; the same command again does it"
                    )))
            return
        }
        isForgetAsked = false
        let inbox = inbox
        teach { teacher in
            try teacher.forget()
            inbox.post(.notice(Notice("all that was learned is forgotten")))
            inbox.post(.learned)
        }
    }

    private func teach(_ work: @escaping @Sendable (Teacher) throws -> Void) {
        guard let teacher else { return }
        let inbox = inbox
        let attempt: @Sendable () -> Void = {
            do {
                try work(teacher)
            } catch {
                inbox.post(.notice(Notice(.error, "not learned: \(error)")))
            }
        }
        switch scheduling {
        case .background: teacher.queue.async(execute: attempt)
        case .immediate: attempt()
        }
    }
}
