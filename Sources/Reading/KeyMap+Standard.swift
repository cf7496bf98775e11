import Articles
import Cells

extension KeyMap {
    /// The keys that Glosse has when nobody changes them, with those of the schema's labels.
    public static func standard(for schema: Schema) -> KeyMap {
        var map = KeyMap()
        for line in standardText.split(separator: "\n") where !line.hasPrefix("#") {
            do {
                try map.bind(line: line)
            } catch {
                preconditionFailure("standard keys: \(error)")
            }
        }
        map.bindLabels(of: schema)
        return map
    }

    /// One key tags; the same key behind `\` does what the nesting setting does not.
    mutating func bindLabels(of schema: Schema) {
        for kind in schema.labels {
            guard let character = kind.key else { continue }
            bind(.article, [Key(character)], to: Invocation("tag", kind.label.name))
            bind(.article, [Key("\\"), Key(character)], to: Invocation("tag-other", kind.label.name))
        }
    }

    /// Single characters that the standard commands use in the article, with what they do there: no label may have one
    /// as its key.
    public static let reservedKeys: [Character: String] = {
        var reserved = Dictionary(uniqueKeysWithValues: "0123456789".map { ($0, "count") })
        reserved["\\"] = "tag-other"
        for line in standardText.split(separator: "\n") where line.hasPrefix("article ") {
            let words = line.split(separator: " ")
            if words.count > 2, words[1].count == 1, let key = words[1].first {
                reserved[key] = String(words[2])
            }
        }
        return reserved
    }()

    /// The key table as a user could write it.
    static let standardText = """
        # mode   keys        command
        article  Right       next-token
        article  w           next-token
        article  Left        previous-token
        article  b           previous-token
        article  Down        next-row
        article  j           next-row
        article  Up          previous-row
        article  k           previous-row
        article  c           next-candidate
        article  C           previous-candidate
        article  s           next-sentence
        article  S           previous-sentence
        article  }           next-paragraph
        article  {           previous-paragraph
        article  ]           next-mention
        article  [           previous-mention
        article  Tab         next-suggestion
        article  S-Tab       previous-suggestion
        article  Home        row-start
        article  End         row-end
        article  g g         article-start
        article  G           article-end
        article  g e         article-end
        article  PageDown    page-down
        article  C-f         page-down
        article  Space       page-down
        article  PageUp      page-up
        article  C-b         page-up
        article  C-d         half-page-down
        article  C-u         half-page-up
        article  z           centre
        article  f           extend-right
        article  S-Right     extend-right
        article  F           extend-left
        article  S-Left      extend-left
        article  A-f         extend-right-character
        article  C-Right     extend-right-character
        article  A-F         extend-left-character
        article  C-Left      extend-left-character
        article  v           grow
        article  V           shrink
        article  Escape      collapse
        article  *           search-selection
        article  Enter       accept
        article  x           reject
        article  A           accept-shown
        article  X           reject-shown
        article  >           end-right
        article  <           end-left
        article  (           start-left
        article  )           start-right
        article  Backspace   untag
        article  Delete      untag
        article  a           tag-everywhere
        article  u           undo
        article  U           redo
        article  C-r         redo
        article  g -         earlier
        article  g +         later
        article  .           repeat
        article  =           set-attribute
        article  '           set-value
        article  @           set-link
        article  ;           note
        article  R           relate
        article  J           join-chain
        article  g J         leave-chain
        article  +           fact
        article  ,           skip-slot
        article  &           fill-slot
        article  g &         add-to-slot
        article  e           work-on-fact
        article  /           search
        article  n           next-hit
        article  N           previous-hit
        article  g p         turn-pane
        article  g >         widen-pane
        article  g <         narrow-pane
        article  F2          tab facts
        article  F3          tab entities
        article  F4          tab details
        article  F5          tab notes
        article  g f         tab facts
        article  g n         tab entities
        article  g d         tab details
        article  g t         tab notes
        article  C-w         focus-pane
        article  g m         toggle-marks
        article  g D         mark-done
        article  g r         refresh
        article  g c         carry-over
        article  g k         look-up
        article  q           close
        pane     Down        next-line
        pane     j           next-line
        pane     Up          previous-line
        pane     k           previous-line
        pane     PageDown    next-lines
        pane     PageUp      previous-lines
        pane     Tab         next-tab
        pane     S-Tab       previous-tab
        pane     Enter       go-to-line
        pane     Space       peek-line
        pane     a           accept-line
        pane     x           reject-line
        pane     e           work-on-fact
        pane     t           turn-facts
        pane     F2          tab facts
        pane     F3          tab entities
        pane     F4          tab details
        pane     F5          tab notes
        pane     u           undo
        pane     U           redo
        pane     g >         widen-pane
        pane     g <         narrow-pane
        pane     g p         turn-pane
        pane     C-w         focus-article
        pane     Escape      focus-article
        pane     q           focus-article
        library  Down        next-article
        library  j           next-article
        library  Up          previous-article
        library  k           previous-article
        library  PageDown    next-articles
        library  C-f         next-articles
        library  Space       next-articles
        library  PageUp      previous-articles
        library  C-b         previous-articles
        library  Home        first-article
        library  g g         first-article
        library  End         last-article
        library  G           last-article
        library  Enter       open
        library  /           filter
        library  f           find
        library  Escape      unfilter
        library  s           next-order
        library  d           mark-done
        library  r           register
        library  u           undo
        library  U           redo
        library  q           close
        register Down        next-entry
        register j           next-entry
        register Up          previous-entry
        register k           previous-entry
        register PageDown    next-entries
        register C-f         next-entries
        register Space       next-entries
        register PageUp      previous-entries
        register C-b         previous-entries
        register Home        first-entry
        register g g         first-entry
        register End         last-entry
        register G           last-entry
        register Enter       open-entry
        register /           filter-register
        register t           turn-register
        register Escape      leave-register
        register q           leave-register
        prompt   Enter       enter
        prompt   Escape      cancel
        prompt   C-c         cancel
        prompt   C-g         cancel
        prompt   Tab         complete
        prompt   S-Tab       complete-back
        prompt   Up          older-entry
        prompt   Down        newer-entry
        prompt   Left        left
        prompt   Right       right
        prompt   Home        line-start
        prompt   C-a         line-start
        prompt   End         line-end
        prompt   C-e         line-end
        prompt   Backspace   erase
        prompt   Delete      erase-right
        prompt   C-w         erase-word
        prompt   C-u         erase-line
        help     Down        help-down
        help     j           help-down
        help     Up          help-up
        help     k           help-up
        help     PageDown    help-page-down
        help     Space       help-page-down
        help     PageUp      help-page-up
        help     Home        help-start
        help     g g         help-start
        help     End         help-end
        help     G           help-end
        help     /           help-search
        help     q           close-help
        help     Escape      close-help
        help     ?           close-help
        article  ?           help
        pane     ?           help
        library  ?           help
        register ?           help
        article  :           command
        pane     :           command
        library  :           command
        register :           command
        article  C-z         suspend
        pane     C-z         suspend
        library  C-z         suspend
        register C-z         suspend
        prompt   C-z         suspend
        help     C-z         suspend
        article  Q           quit
        pane     Q           quit
        library  Q           quit
        register Q           quit
        article  C-c         quit
        pane     C-c         quit
        library  C-c         quit
        register C-c         quit
        help     C-c         quit
        """
}
