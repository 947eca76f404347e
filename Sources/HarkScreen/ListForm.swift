/// The scalars of a grapheme that every terminal agrees on the width of.
enum ListForm {
    /// Combining marks kept on one letter; more would paint over the lines around.
    private static let mostMarks = 2

    /// `character` cut to what is safe in a column of fixed width.
    static func scalars(of character: Character) -> [Unicode.Scalar] {
        var kept: [Unicode.Scalar] = []
        var marks = 0
        for scalar in character.unicodeScalars {
            switch scalar.value {
            case 0x200D where kept.first?.properties.isEmoji == true:
                return kept
            case 0x200C, 0x200D, 0xFE00...0xFE0F, 0x1F3FB...0x1F3FF, 0x20E3, 0xE0020...0xE007F, 0xE0100...0xE01EF:
                if kept.isEmpty { kept.append(scalar) }
            case _ where !kept.isEmpty && scalar.columns == 0 && !isJamo(scalar):
                marks += 1
                if marks <= mostMarks { kept.append(scalar) }
            default:
                kept.append(scalar)
            }
        }
        return kept
    }

    private static func isJamo(_ scalar: Unicode.Scalar) -> Bool {
        (0x1160...0x11FF).contains(scalar.value) || (0xD7B0...0xD7FF).contains(scalar.value)
    }
}
