/// Words that hold sentences together and say little by themselves. They count in scores as any other word does; only the
/// wording of a reason prefers others.
enum FunctionWords {
    /// Whether a word, in lower case, says something when it stands alone.
    static func carriesMeaning(_ word: String) -> Bool {
        word.count > 1 && word.contains(where: \.isLetter) && !all.contains(word)
    }

    private static let all = Set(
        """
        a about after all also although am an and another any are around as ask at away back be because been before being
        between both but by came can cannot come could d did do does doing don done down each either else even every few
        for from further get gets getting give given go goes going got had has have having he hello her here hers hi
        him his how i if in into is it its just kind know let like ll look looks m made make many may me might
        mine more most much must my name near neither no nor not of off on once one only or other our ours
        out over own per please put quite rather re regards s said same say see seem send sent shall she should
        since so some something still such sure t take tell than thank thanks that the their theirs them then there
        these they thing things this those though through till to today together too under until up upon us use used using
        ve very via was way we well went were what when where whether which while who whom whose why will wish
        with within without would yes yet you your yours
        dear best greetings team mr mrs ms
        """.split(whereSeparator: \.isWhitespace).map(String.init))
}
