import Articles
import Dispatch
import Reading
import Storage

/// What concerns the engine's learning.
extension Effects {
    /// Learns beside the loop, one decision after the other, and tells when the engine may find something else: once
    /// nobody has decided anything for a moment, so that the screen keeps still under quick fingers.
    func learn(_ key: Reading.ArticleKey, _ article: Article, _ annotations: Annotations, _ places: [Span]) {
        let inbox = inbox
        let known = deep.view(of: key, article.text, .known)
        let lull = scheduling == .background ? lessons : nil
        teach { teacher in
            guard try teacher.learn(article, annotations, at: places, known) else { return }
            guard let lull else { return inbox.post(.learned) }
            lull.await(on: teacher.queue) { inbox.post(.learned) }
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

    func forget() {
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
        case .background:
            // The key that was pressed comes first: its edit is still being written and drawn.
            let waiting = waitingLessons
            waiting.enter()
            teacher.queue.asyncAfter(deadline: .now() + .milliseconds(60)) {
                attempt()
                waiting.leave()
            }
        case .immediate: attempt()
        }
    }
}
