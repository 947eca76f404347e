/// The words of a name as the index compares them.
enum NameWords {
    /// The folded words of a name: split at spaces and marks, with apostrophes dropped and `&` as `and`.
    static func words(of name: String) -> [String] {
        var words: [String] = []
        var word = ""
        for scalar in name.unicodeScalars {
            switch scalar {
            case "'", "\u{2019}": continue
            case "&": words.append("and")
            default:
                let size = word.utf8.count
                Folding.append(scalar, to: &word)
                if word.utf8.count == size, !word.isEmpty {
                    words.append(word)
                    word = ""
                }
            }
        }
        if !word.isEmpty { words.append(word) }
        return words
    }

    /// Forms of company that people leave out.
    static let forms: Set<String> = [
        "inc", "ltd", "llc", "gmbh", "as", "asa", "ab", "corp", "corporation", "co", "company", "plc", "sa", "ag", "oy",
        "bv", "limited", "incorporated", "spa", "srl", "aps", "kg", "oyj", "nv",
    ]

    /// Marks inside names that people leave out.
    static let marks: Set<String> = [".", "-", ","]

    /// The first names a short form may stand for.
    static let nicknames: [String: [String]] = [
        "bob": ["robert"], "rob": ["robert"], "bobby": ["robert"], "bill": ["william"], "will": ["william"],
        "billy": ["william"], "mike": ["michael"], "mick": ["michael"], "dave": ["david"], "jim": ["james"],
        "jimmy": ["james"], "tom": ["thomas"], "tommy": ["thomas"], "dan": ["daniel"], "danny": ["daniel"],
        "matt": ["matthew"], "chris": ["christopher", "christian", "christine"], "nick": ["nicholas"],
        "tony": ["anthony"], "steve": ["steven", "stephen"], "joe": ["joseph"], "ben": ["benjamin"],
        "sam": ["samuel", "samantha"], "alex": ["alexander", "alexandra"], "andy": ["andrew"], "greg": ["gregory"],
        "ed": ["edward"], "ted": ["edward", "theodore"], "fred": ["frederick"], "rick": ["richard"],
        "dick": ["richard"], "rich": ["richard"], "ron": ["ronald"], "don": ["donald"], "ken": ["kenneth"],
        "larry": ["lawrence"], "pete": ["peter"], "phil": ["philip", "phillip"], "ray": ["raymond"],
        "jen": ["jennifer"], "jenny": ["jennifer"], "liz": ["elizabeth"], "beth": ["elizabeth"],
        "kate": ["katherine", "catherine"], "katie": ["katherine"], "cathy": ["catherine"], "sue": ["susan"],
        "meg": ["margaret", "megan"], "maggie": ["margaret"], "peggy": ["margaret"], "becky": ["rebecca"],
        "vicky": ["victoria"], "debbie": ["deborah"], "pam": ["pamela"], "barb": ["barbara"], "jess": ["jessica"],
        "max": ["maximilian"], "gabe": ["gabriel"], "zach": ["zachary"], "josh": ["joshua"], "tim": ["timothy"],
    ]
}
