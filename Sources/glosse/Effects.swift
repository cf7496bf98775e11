import Articles
import Dispatch
import Formats
import Glibc
import Language
import Reading
import Storage
import Synchronization

/// Does what the state asks for: at once what must not be lost, in the background what takes time.
final class Effects {
    /// Where work that takes time runs: beside the loop in the program, at once in tests and pictures.
    enum Scheduling {
        case background, immediate
    }

    private let catalog: Catalog
    private let library: Library?
    private let inbox: Inbox
    private let loader: ArticleLoader
    private let pipeline: Pipeline
    private let scheduling: Scheduling
    private var extraction: Task<Void, Never>?
    private var search: Task<Void, Never>?
    /// Closings still being written; the program waits for them before it ends.
    private let closings = DispatchGroup()
    /// Steps that could not be written yet, the oldest first.
    private var waiting: [(step: Step, key: Reading.ArticleKey, row: LibraryRow)] = []
    private var isSynced = true

    init(
        catalog: Catalog, library: Library?, inbox: Inbox, properties: ArticleProperties,
        pipeline: Pipeline = .rules, scheduling: Scheduling
    ) {
        self.catalog = catalog
        self.library = library
        self.inbox = inbox
        loader = ArticleLoader(catalog: catalog, library: library, properties: properties)
        self.pipeline = pipeline
        self.scheduling = scheduling
    }

    /// Seconds since 1970.
    static var now: Int { time(nil) }

    func perform(_ effect: Effect) {
        let inbox = inbox
        switch effect {
        case .describe(let keys):
            let describer = ListDescriber(catalog: catalog, library: library)
            run { inbox.post(.described(describer.rows(for: keys))) }
        case .load(let key):
            extraction?.cancel()
            let loader = loader
            let now = Self.now
            run { loader.load(key, now: now, post: inbox.post) }
        case .extract(let key, let article, let pieces):
            extract(key, article, pieces)
        case .save(let key, let step, let row):
            save(step, key, row)
        case .close(let key, _):
            extraction?.cancel()
            close(key)
        case .setState(let key, let state):
            setState(state, of: key)
        case .refresh(let key):
            refresh(key)
        case .count(let key, let revision, let text, let annotations):
            run {
                inbox.post(.counted(key, revision: revision, EntityGroup.groups(of: annotations, in: text)))
            }
        case .find(let key, let search, let text, let offset, let direction):
            self.search?.cancel()
            self.search = run {
                let found = search.nearest(in: text, from: offset, direction)
                if !Task.isCancelled { inbox.post(.found(key, pattern: search.pattern, found)) }
            }
        case .export(let document, let format, let path):
            run { inbox.post(.notice(DocumentExport.write(document, as: format, to: path))) }
        case .suspend, .bell:
            // The loop, which has the terminal, does these.
            break
        }
    }

    /// Waits for what is being written.
    /// - Returns: how many changes could not be saved.
    func finish() -> Int {
        extraction?.cancel()
        search?.cancel()
        if let library { saveWaiting(in: library) }
        closings.wait()
        return waiting.count
    }

    /// Whether something was changed that a power cut could still take.
    var hasUnsynced: Bool { !isSynced || !waiting.isEmpty }

    /// Brings what was saved onto the disk, beside the loop.
    func sync() {
        guard hasUnsynced, let library else { return }
        saveWaiting(in: library)
        isSynced = true
        let inbox = inbox
        run {
            do throws(LibraryError) {
                try library.sync()
            } catch {
                inbox.post(.notice(Notice(.error, error.description)))
            }
        }
    }

    @discardableResult
    private func run(_ work: @escaping @Sendable () -> Void) -> Task<Void, Never>? {
        switch scheduling {
        case .background:
            return Task.detached(priority: .userInitiated, operation: work)
        case .immediate:
            work()
            return nil
        }
    }

    private func extract(_ key: Reading.ArticleKey, _ article: Article, _ pieces: [Range<Int>]) {
        extraction?.cancel()
        let inbox = inbox
        let pipeline = pipeline
        extraction = run {
            for paragraphs in pieces {
                guard !Task.isCancelled,
                    let found = try? pipeline.suggestions(for: article, paragraphs: paragraphs)
                else { return }
                inbox.post(.extracted(key, paragraphs, found))
            }
        }
    }

    private func save(_ step: Step, _ key: Reading.ArticleKey, _ row: LibraryRow) {
        guard let library, library.access == .writing else { return }
        waiting.append((step, key, row))
        saveWaiting(in: library)
    }

    /// Writes what waits, in its order. What cannot be written now, as on a full disk, is tried again every second.
    private func saveWaiting(in library: Library) {
        while let (step, key, row) = waiting.first {
            guard let stored = catalog.stored(key) else {
                waiting.removeFirst()
                continue
            }
            let counts = Counts(entities: row.entities, facts: row.facts, suggestions: row.open)
            do throws(LibraryError) {
                let sequence = try library.save(step, of: stored, counts: counts, at: Self.now)
                waiting.removeFirst()
                isSynced = false
                if sequence == catalog.sequence(key) + 1 {
                    catalog.set(key, stored: stored, sequence: sequence)
                } else {
                    refresh(key)
                }
            } catch {
                let count = waiting.count == 1 ? "1 change waits" : "\(waiting.count) changes wait"
                inbox.post(.notice(Notice(.error, "\(count) to be saved: \(error)")))
                return
            }
        }
    }

    /// Takes in the steps that others have made since this program looked last.
    private func refresh(_ key: Reading.ArticleKey) {
        guard let library, let stored = catalog.stored(key) else { return }
        do {
            let entries = try library.steps(of: stored, after: catalog.sequence(key))
            let own = try library.session()
            catalog.set(key, stored: stored, sequence: entries.last?.sequence ?? catalog.sequence(key))
            inbox.post(.refreshed(key, entries.filter { $0.session != own }.map(\.step)))
        } catch {
            inbox.post(.notice(Notice(.error, error.description)))
        }
    }

    private func close(_ key: Reading.ArticleKey) {
        guard let library, library.access == .writing, let stored = catalog.stored(key) else { return }
        let inbox = inbox
        let closings = closings
        closings.enter()
        run {
            defer { closings.leave() }
            do throws(LibraryError) {
                try library.saveSnapshot(of: stored)
            } catch {
                inbox.post(.notice(Notice(.error, error.description)))
            }
        }
    }

    private func setState(_ state: WorkState, of key: Reading.ArticleKey) {
        guard let library else { return }
        do {
            guard let stored = try catalog.stored(key) ?? loader.keepUnread(key, now: Self.now) else {
                return
            }
            try library.setState(ReviewState(state), of: stored, at: Self.now)
            isSynced = false
        } catch {
            inbox.post(.notice(Notice(.error, String(describing: error))))
        }
    }
}
