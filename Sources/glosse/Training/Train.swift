import ArgumentParser

/// `glosse train …`: models from annotated text, made in Swift, on one core, in minutes.
struct Train: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Train a model from annotated text.",
        discussion: "The same data and options give the same model, byte for byte.",
        subcommands: [
            TrainNames.self, TrainDeep.self, TrainCalibration.self, TrainPOS.self, TrainDependencies.self,
        ])
}
