extension Theme {
    /// The theme when no other is named: light text on a dark ground.
    public static let `default` = parse(
        name: "dark",
        text: """
            text                 = #d8dee9 on #1c1f26
            headline             = bold #f2f5fa
            meta                 = #9aa5b8
            dim                  = #9aa5b8
            border               = #636c81

            strip                = #636c81
            strip.view           = bold
            strip.entity         = #7fb4f5
            strip.suggestion     = underline #f0c674
            strip.search         = bold #e8a16e

            entity               = bold #f2f5fa
            entity.person        = bold #e5c07b
            entity.place         = bold #98c379
            entity.organisation  = bold #7fb4f5
            entity.misc          = bold #d3a4e8
            entity.date          = bold #6fc7c4
            entity.time          = bold #6fc7c4
            entity.duration      = bold #6fc7c4
            entity.money         = bold #e8a16e
            entity.percent       = bold #e8a16e
            entity.quantity      = bold #e8a16e
            entity.event         = bold #f08ea0
            entity.role          = bold #c9b57e
            entity.work          = bold #c3b6f0
            entity.law           = bold #b3c58a
            mark                 = #9aa5b8
            suggestion           = underline
            rejected             = italic #9aa5b8
            chain                = italic

            fact                 = italic
            fact.quote           = italic #bdd1ed
            fact.office          = italic #d4d2c9
            fact.date            = italic #b8d7de
            fact.sum             = italic #ddccc4

            slot.1               = underline #e5c07b
            slot.2               = underline #98c379
            slot.3               = underline #7fb4f5
            slot.4               = underline #d3a4e8
            slot.5               = underline #e8a16e
            slot.6               = underline #6fc7c4

            search               = underline italic #f3e3a3 on #5a4a12
            search.current       = reverse underline italic #f0c674 on #1c1f26
            selection            = reverse #3d5588 on #ffffff
            cursor               = reverse bold #7fb4f5 on #1c1f26

            status               = #d8dee9 on #2a2f3a
            status.mode          = reverse bold #7fb4f5 on #1c1f26
            status.progress      = #9aa5b8 on #2a2f3a
            hint                 = #9aa5b8
            hint.key             = #f2f5fa

            pane                 = #d8dee9
            pane.title           = bold #f2f5fa
            pane.tab             = #9aa5b8
            pane.tab.current     = bold underline #7fb4f5
            pane.selected        = reverse #3d5588 on #ffffff

            prompt               = #d8dee9
            prompt.error         = bold #f28b82
            message              = #d8dee9
            message.error        = bold #f28b82
            message.warning      = bold #f0c674

            library              = #d8dee9
            library.selected     = reverse #3d5588 on #ffffff
            library.state.new    = bold #7fb4f5
            library.state.work   = #f0c674
            library.state.done   = #98c379

            help                 = #d8dee9
            help.key             = bold #7fb4f5
            """
    ).theme

    /// For terminals without colours: attributes only, the strongest for what a person must not miss.
    public static let monochrome = parse(
        name: "monochrome",
        text: """
            text                 = default on default
            headline             = bold
            meta                 = default
            dim                  = dim
            border               = default

            strip                = default
            strip.view           = bold
            strip.suggestion     = underline
            strip.search         = bold

            entity               = bold
            mark                 = default
            suggestion           = underline
            rejected             = italic
            chain                = italic

            fact                 = italic

            slot.1               = underline
            slot.2               = bold underline
            slot.3               = italic underline
            slot.4               = bold italic underline
            slot.5               = bold
            slot.6               = bold italic

            search               = underline italic
            search.current       = reverse underline italic
            selection            = reverse
            cursor               = reverse bold

            status               = default
            status.mode          = reverse bold
            hint                 = default
            hint.key             = bold

            pane                 = default
            pane.title           = bold
            pane.tab.current     = bold underline
            pane.selected        = reverse

            prompt               = default
            prompt.error         = bold
            message              = default
            message.error        = bold
            message.warning      = bold

            library              = default
            library.selected     = reverse
            library.state.new    = bold
            library.state.work   = default
            library.state.done   = dim

            help                 = default
            help.key             = bold
            """
    ).theme
}
