import Articles
import CTerminal
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
    let library: Library?
    let inbox: Inbox
    private let loader: ArticleLoader
    private let pipeline: Pipeline
    private let patterns: [PatternTable]
    /// Nil when nothing is to be learned.
    let teacher: Teacher?
    private let round = Round()
    let lessons = Lull()
    /// Lessons that are still to be learned; the program waits for them before it ends.
    let waitingLessons = DispatchGroup()
    var learning = Configuration.Learning.on
    let scheduling: Scheduling
    private var extraction: Task<Void, Never>?
    private var refinement: Task<Void, Never>?
    let deep: DeepWork
    let quiet = Quiet()
    private var search: Task<Void, Never>?
    private var registering: Task<Void, Never>?
    /// Closings still being written; the program waits for them before it ends.
    private let closings = DispatchGroup()
    /// Files that were written here, or that a person was asked about: they may be written over.
    private var exportTargets: Set<String> = []
    /// Steps that the library could not take yet, in their order: the next save tries them again.
    private var unsaved: [Save] = []
    /// Since when something is saved that a power cut could still take.
    private var unsyncedSince: ContinuousClock.Instant?

    /// What one edit leads to in the library.
    private struct Save {
        let step: Step
        let key: Reading.ArticleKey
        let stored: Storage.ArticleKey
        let counts: Counts
    }

    init(
        catalog: Catalog, library: Library?, inbox: Inbox, properties: ArticleProperties,
        pipeline: Pipeline = .news, patterns: [PatternTable] = [], teacher: Teacher? = nil,
        learning: Configuration.Learning = .on, deep: DeepWork = DeepWork(.off), scheduling: Scheduling
    ) {
        self.catalog = catalog
        self.library = library
        self.inbox = inbox
        loader = ArticleLoader(catalog: catalog, library: library, properties: properties)
        self.pipeline = pipeline
        self.patterns = patterns
        self.teacher = teacher
        self.learning = learning
        self.deep = deep
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
            stopReading()
            search?.cancel()
            flush()
            guard unsaved.isEmpty else {
                inbox.post(
                    .failed(
                        key,
                        Notice(
                            .error,
                            "\(unsaved.count.of("change")) \(unsaved.count == 1 ? "is" : "are") not saved yet"
                        )))
                return
            }
            let loader = loader
            let now = Self.now
            run {
                loader.load(key, now: now, post: inbox.post)
                // What only loading needed: the engine comes next and needs other pages.
                glosse_footprint_shrink()
            }
        case .extract(let key, let article, let pieces):
            extract(key, article, pieces)
        case .refine(let key, let article, let pieces):
            refine(key, article, pieces)
        case .setRefinement(let refinement):
            deep.set(refinement)
            inbox.post(.learned)
        case .save(let key, let step, let row):
            save(step, key, row)
        case .close(let key, let row):
            stopReading()
            search?.cancel()
            close(key, Counts(of: row))
        case .setState(let key, let state):
            setState(state, of: key)
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
        case .stopFinding:
            search?.cancel()
        case .learn(let key, let article, let annotations, let places):
            learn(key, article, annotations, places)
        case .setLearning(let learning):
            setLearning(learning)
        case .forget:
            forget()
        case .findArticles(let words, let keys):
            let search = WordSearch(words)
            run { [loader] in
                inbox.post(.foundArticles(words: words, search.keys(among: keys, loader)))
            }
        case .register(let keys, let schema):
            register(keys, schema)
        case .export(let key, let document, let format, let path):
            export(document, of: key, as: format, to: path)
        case .suspend, .bell:
            // The loop, which has the terminal, does these.
            break
        }
    }

    /// Waits for what is being written.
    /// - Throws: when the library has not taken everything.
    func finish() throws(FileError) {
        stopReading()
        search?.cancel()
        registering?.cancel()
        closings.wait()
        flush()
        do throws(LibraryError) {
            waitingLessons.wait()
            try teacher?.save()
        } catch {
            inbox.post(.notice(Notice(.error, error.description)))
        }
        guard unsaved.isEmpty else {
            let reason = inbox.take().compactMap(\.errorText).last ?? ""
            throw FileError(
                "\(unsaved.count == 1 ? "the last change is" : "the last \(unsaved.count) changes are") lost: \(reason)"
            )
        }
    }

    /// How long the loop may wait before `sync` has something to do; nil for ever.
    var timeToSync: Duration? { unsyncedSince.map { max(.zero, .seconds(1) - (.now - $0)) } }

    /// Brings what was saved a second ago onto the disk, beside the loop, also while somebody types without a pause.
    func sync() {
        guard let library, let timeToSync, timeToSync == .zero else { return }
        unsyncedSince = nil
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
    private func run(
        _ priority: TaskPriority = .userInitiated, _ work: @escaping @Sendable () -> Void
    ) -> Task<Void, Never>? {
        switch scheduling {
        case .background:
            return Task.detached(priority: priority, operation: work)
        case .immediate:
            work()
            return nil
        }
    }

    private func stopReading() {
        extraction?.cancel()
        refinement?.cancel()
    }

    private func extract(_ key: Reading.ArticleKey, _ article: Article, _ pieces: [Range<Int>]) {
        stopReading()
        let inbox = inbox
        let pipeline = pipeline
        let patterns = patterns
        let teacher = learning == .on ? teacher : nil
        let known = deep.view(of: key, article.text, .known)
        let round = round
        let mine = round.begin()
        extraction = run {
            let engine = Self.engine(pipeline, patterns, teacher, known, inbox)
            // What is in view is shown at once; of the rest only counts are seen, which need not move at each piece.
            var waiting: [Message] = []
            var posted: ContinuousClock.Instant?
            for (index, paragraphs) in pieces.enumerated() {
                // Names need other models than the grammar of the piece before, and than what a decision has led to.
                glosse_footprint_shrink()
                guard !Task.isCancelled,
                    let found = try? engine.suggestions(
                        for: article, paragraphs: paragraphs, between: glosse_footprint_shrink),
                    !Task.isCancelled
                else { return }
                waiting.append(.extracted(key, paragraphs, found))
                let isDue = posted.map { .now - $0 > .milliseconds(30) } ?? true
                guard isDue || index == pieces.count - 1 else { continue }
                // What was found before the engine has learned something must not come behind what it finds now.
                let isCurrent = round.perform(in: mine) { inbox.post(waiting) }
                guard isCurrent else { return }
                waiting = []
                posted = .now
            }
            // The engine has gone through its models and made much that is gone again; reading needs little of it.
            glosse_footprint_shrink()
        }
    }

    /// The engine with what a person has taught and what the deep one has said.
    private static func engine(
        _ pipeline: Pipeline, _ patterns: [PatternTable], _ teacher: Teacher?,
        _ deep: (SecondReading, SecondReading.Effort)?,
        _ inbox: Inbox
    ) -> Pipeline {
        do {
            if let teacher { return try teacher.pipeline(patterns, deep: deep) }
        } catch {
            inbox.post(.notice(Notice(.warning, String(describing: error))))
        }
        return deep == nil && patterns.isEmpty
            ? pipeline : .news(.embedded, personal: nil, patterns: patterns, deep: deep)
    }

    /// Lets the deep engine read, a small piece at a time, each shown when it is done.
    private func refine(_ key: Reading.ArticleKey, _ article: Article, _ pieces: [Range<Int>]) {
        refinement?.cancel()
        guard let all = deep.view(of: key, article.text, .all) else { return }
        let inbox = inbox
        let pipeline = pipeline
        let patterns = patterns
        let teacher = learning == .on ? teacher : nil
        let quiet = deep.refinement == .idle ? quiet : nil
        let round = round
        let mine = round.begin()
        refinement = run {
            let engine = Self.engine(pipeline, patterns, teacher, all, inbox)
            for paragraphs in pieces {
                quiet?.await()
                guard !Task.isCancelled,
                    let found = try? engine.suggestions(for: article, paragraphs: paragraphs),
                    round.perform(in: mine, { inbox.post(.refined(key, paragraphs, found)) })
                else { return }
            }
            glosse_footprint_shrink()
        }
    }

    private func register(_ keys: [Reading.ArticleKey], _ schema: Schema) {
        registering?.cancel()
        let (inbox, loader, pipeline, patterns) = (inbox, loader, pipeline, patterns)
        let teacher = learning == .on ? teacher : nil
        registering = run(.utility) {
            let engine = Self.engine(pipeline, patterns, teacher, nil, inbox)
            RegisterReading(loader: loader, engine: engine, schema: schema).read(keys, post: inbox.post)
            glosse_footprint_shrink()
        }
    }

    private func save(_ step: Step, _ key: Reading.ArticleKey, _ row: LibraryRow) {
        guard library != nil, let stored = catalog.stored(key) else { return }
        unsaved.append(Save(step: step, key: key, stored: stored, counts: Counts(of: row)))
        flush()
    }

    /// Saves what waits. A step is never left out, since those behind it build on it.
    private func flush() {
        guard let library else { return }
        while let next = unsaved.first {
            do throws(LibraryError) {
                let known = catalog.sequence(next.key)
                let sequence = try library.save(
                    next.step, of: next.stored, counts: next.counts, at: Self.now)
                unsaved.removeFirst()
                unsyncedSince = unsyncedSince ?? .now
                catalog.set(next.key, stored: next.stored, sequence: sequence)
                if sequence != known + 1 { inbox.post(.outdated(next.key)) }
            } catch {
                let others = unsaved.count == 1 ? "" : " (\(unsaved.count) changes wait)"
                inbox.post(.notice(Notice(.error, "not saved\(others): \(error)")))
                return
            }
        }
    }

    private func close(_ key: Reading.ArticleKey, _ counts: Counts) {
        guard let library, library.access == .writing, let stored = catalog.stored(key) else { return }
        let inbox = inbox
        let closings = closings
        let teacher = teacher
        closings.enter()
        run {
            defer { closings.leave() }
            do throws(LibraryError) {
                try library.setCounts(counts, of: stored)
                try library.saveSnapshot(of: stored)
                try teacher?.save()
            } catch {
                inbox.post(.notice(Notice(.error, error.description)))
            }
        }
    }

    /// Writes the article to a file; one that was not written here is only replaced when asked for a second time.
    private func export(_ document: Document, of key: Reading.ArticleKey, as name: String, to path: String) {
        let source = sourcePath(of: key)
        let target = DocumentExport.target(for: document, as: name, path)
        let inbox = inbox
        let isOwn = source.map { FileBytes.resolved($0) == FileBytes.resolved(target) } ?? false
        guard isOwn || exportTargets.contains(target) || access(target, F_OK) != 0 else {
            exportTargets.insert(target)
            inbox.post(
                .notice(Notice(.warning, "\(target) is there already; the same command again replaces it")))
            return
        }
        exportTargets.insert(target)
        run {
            inbox.post(.notice(DocumentExport.write(document, as: name, to: target, source: source)))
        }
    }

    /// The file that an article was read from.
    private func sourcePath(of key: Reading.ArticleKey) -> String? {
        switch catalog.source(key) {
        case .file(let path): path
        case .part(let part): part.path
        case .stored(let stored): try? library?.row(of: stored).path
        case .sample, .document: nil
        }
    }

    private func setState(_ state: WorkState, of key: Reading.ArticleKey) {
        guard let library else { return }
        do {
            guard let stored = try catalog.stored(key) ?? loader.keepUnread(key, now: Self.now) else {
                return
            }
            try library.setState(ReviewState(state), of: stored, at: Self.now)
            unsyncedSince = unsyncedSince ?? .now
        } catch {
            inbox.post(.notice(Notice(.error, String(describing: error))))
        }
    }
}

extension Message {
    /// What went wrong, when the message says so.
    fileprivate var errorText: String? {
        if case .notice(let notice) = self, notice.level == .error { notice.text } else { nil }
    }
}
