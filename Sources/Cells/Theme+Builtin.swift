extension Theme {
    /// The theme when no other is named: light text on a dark ground.
    public static let `default` = parse(
        name: "dark",
        text: """
            text                = #d8dee9 on #1c1f26
            heading             = bold #eceff4
            metadata            = #8f9aae
            mark                = #8f9aae

            entity              = bold
            entity.person       = bold #e5c07b
            entity.place        = underline #98c379
            entity.organisation = bold #61afef
            entity.misc         = italic #c678dd
            entity.date         = #56b6c2
            entity.time         = #56b6c2
            entity.duration     = #56b6c2
            entity.money        = underline #d19a66
            entity.percent      = underline #d19a66
            entity.quantity     = underline #d19a66
            entity.event        = italic #e06c75
            entity.role         = italic #a3be8c
            entity.work         = italic #b48ead
            entity.law          = italic #88c0d0
            fact                = on #2b303b
            suggestion          = dim
            rejected            = dim #6b7486
            note                = underline #ebcb8b

            search              = #1c1f26 on #ebcb8b
            search.current      = bold #1c1f26 on #d08770
            selection           = on #3b4a63
            cursor              = reverse

            pane                = #c8d0e0 on #20242c
            pane.border         = #4c566a
            pane.title          = bold #eceff4
            tab                 = #8f9aae
            tab.current         = bold reverse
            row.current         = on #3b4a63
            strip               = #4c566a
            status              = #eceff4 on #2e3440
            status.mode         = bold #1c1f26 on #88c0d0
            hint                = #8f9aae
            hint.key            = bold #eceff4
            prompt              = #eceff4
            completion          = #d8dee9 on #2e3440
            completion.current  = bold #1c1f26 on #88c0d0
            message             = #88c0d0
            warning             = bold #ebcb8b
            error               = bold #ff7b86
            """
    ).theme

    /// For terminals without colours: attributes only, the strongest for what a person must not miss.
    public static let monochrome = parse(
        name: "monochrome",
        text: """
            heading            = bold
            metadata           = dim
            mark               = dim
            entity             = underline
            entity.person      = bold
            entity.misc        = italic underline
            suggestion         = dim
            rejected           = dim
            note               = italic underline
            search             = reverse underline
            search.current     = reverse bold
            selection          = reverse
            cursor             = reverse bold
            pane.border        = dim
            pane.title         = bold
            tab.current        = reverse bold
            row.current        = reverse
            status             = reverse
            status.mode        = reverse bold
            hint               = dim
            hint.key           = bold
            completion.current = reverse
            warning            = bold
            error              = reverse bold
            """
    ).theme
}
