extension DeepTrainer {
    /// Everything that is needed to go on as if nothing had happened, as bytes for a file.
    ///
    /// The container is that of models, with a checksum. Chance needs no state of its own: it comes from seed and step.
    public func state() -> [UInt8] {
        var writer = ModelWriter()
        writer.add("training", [fingerprint])
        writer.add(
            "place",
            [place.epoch, place.steps, adam.step, course.judged, course.epochsWithoutGain].map(Int64.init))
        writer.add("scores", [place.loss, course.bestScore])
        writer.add("values", Array(UnsafeBufferPointer(start: values.start, count: values.count)))
        writer.add("means", Array(UnsafeBufferPointer(start: adam.means.start, count: values.count)))
        writer.add("squares", Array(UnsafeBufferPointer(start: adam.squares.start, count: values.count)))
        writer.add("best", course.best)
        return writer.bytes()
    }

    /// Goes on from a state that the same training has written.
    public func resume(from state: [UInt8]) throws(DeepTrainingError) {
        let sections: (UInt64, [Int64], [Double], [[Float]], [UInt8])
        do throws(ModelError) {
            let file = try ModelFile(ModelMemory(copying: state))
            let prints = try file.array("training", of: UInt64.self)
            guard prints.count == 1 else { throw .damaged }
            var floats: [[Float]] = []
            for name in ["values", "means", "squares"] {
                floats.append(Array(try file.array(name, of: Float.self).buffer))
            }
            sections = (
                prints[0], Array(try file.array("place", of: Int64.self).buffer),
                Array(try file.array("scores", of: Double.self).buffer), floats,
                Array(try file.array("best", of: UInt8.self).buffer)
            )
        } catch {
            throw error.kind == .damaged ? .damagedState : .noState
        }
        let (print, numbers, scores, floats, best) = sections
        guard print == fingerprint else { throw .otherState }
        guard numbers.count == 5, numbers.allSatisfy({ 0...Int64(Int32.max) ~= $0 }), scores.count == 2,
            floats.allSatisfy({ $0.count == values.count }),
            resume(at: Place(epoch: Int(numbers[0]), steps: Int(numbers[1]), loss: scores[0]))
        else { throw .damagedState }
        adam.step = Int(numbers[2])
        course = TrainingCourse(
            judged: Int(numbers[3]), epochsWithoutGain: Int(numbers[4]), bestScore: scores[1], best: best)
        for (buffer, numbers) in zip([values.start, adam.means.start, adam.squares.start], floats) {
            buffer.update(from: numbers, count: values.count)
        }
    }

    /// What tells this training from others: base, text, options.
    private var fingerprint: UInt64 {
        let name = (followed.map { text.heads[$0].corpus } ?? "") + kernels.name
        let numbers = [
            base.file.checksum, text.checksum, UInt64(parameters.layers.count), UInt64(options.epochs),
            UInt64(options.rate.bitPattern), UInt64(options.warmUp.bitPattern),
            UInt64(options.decay.bitPattern), UInt64(options.headFactor.bitPattern), UInt64(options.batch),
            UInt64(options.dropout.bitPattern), UInt64(options.arcWidth), UInt64(options.relationWidth),
            options.seed, options.isFloat ? 1 : 0, Array(name.utf8).withUnsafeBytes(Checksum.of),
        ]
        return numbers.withUnsafeBytes(Checksum.of)
    }
}
