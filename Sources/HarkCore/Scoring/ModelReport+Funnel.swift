extension ModelReport {
    /// How many records came how far, step by step, or where they stand today.
    public struct Funnel: Hashable, Sendable, Codable {
        /// What goes through it, in small letters and the plural: `leads`, `deals`, `customers`.
        public var subject: String
        /// Whether each step counts those that came at least this far, rather than those that stand there.
        public var isSequence: Bool
        /// In the order of the way; the first of a sequence counts everybody.
        public var steps: [FunnelStep]

        /// The records that went in.
        public var total: Int {
            isSequence ? steps.first?.reached ?? 0 : steps.reduce(0) { $0 + $1.reached }
        }

        /// Creates a funnel.
        public init(_ subject: String, isSequence: Bool = true, steps: [FunnelStep]) {
            self.subject = subject
            self.isSequence = isSequence
            self.steps = steps
        }

        /// The funnel of records of which each is known by the furthest step it took.
        ///
        /// A step that nothing tells apart from the next is left out.
        /// - Parameters:
        ///   - names: The steps in order.
        ///   - records: For each record the place of its furthest step, and whether it is still under way there.
        public init(_ subject: String, steps names: [String], records: [(furthest: Int, isOpen: Bool)]) {
            var steps = names.indices.map { place in
                FunnelStep(
                    names[place], reached: records.count { $0.furthest >= place },
                    waiting: records.count { $0.furthest == place && $0.isOpen })
            }
            for place in steps.indices.dropLast().reversed()
            where steps[place].reached == steps[place + 1].reached {
                steps.remove(at: place)
            }
            self.init(subject, steps: steps)
        }

        /// The share of those no longer standing at a step that took the next one, `0...1`; `nil` for the last step and
        /// where all still stand there.
        public func goesOn(from place: Int) -> Double? {
            guard isSequence, steps.indices.contains(place + 1) else { return nil }
            let decided = steps[place].reached - steps[place].waiting
            return decided > 0 ? Double(steps[place + 1].reached) / Double(decided) : nil
        }

        /// Those that ended at a step without taking the next one; 0 for the last.
        public func ended(at place: Int) -> Int {
            guard isSequence, steps.indices.contains(place + 1) else { return 0 }
            return steps[place].reached - steps[place].waiting - steps[place + 1].reached
        }
    }

    /// One step of a funnel.
    public struct FunnelStep: Hashable, Sendable, Codable {
        /// What the step is called.
        public var name: String
        /// Records that came at least this far, or that stand here.
        public var reached: Int
        /// Those among them that stand here and may still go on.
        public var waiting: Int

        /// Creates a step.
        public init(_ name: String, reached: Int, waiting: Int = 0) {
            self.name = name
            self.reached = reached
            self.waiting = waiting
        }
    }
}
