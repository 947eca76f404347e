/// First names common enough to tell a person from a company where a sentence does not say which is meant.
enum GivenNames {
    static let all: Set<String> = Set(
        """
        aaron abigail adam adrian ahmed aisha alan albert alejandro alex alexander alexandra alfred ali alice alicia \
        alison amanda amelia amir amy ana anders andre andrea andreas andrew angela angus anita anja ann anna anne annette \
        anthony antonio arjun arne arthur astrid barbara beatrice ben benjamin bernard beth bill bjorn bob brad brenda \
        brian bridget bruce bruno carl carla carlos carmen caroline catherine cecilia charles charlotte chen chloe chris \
        christian christina christine christopher claire clara claudia colin connor craig cynthia daniel daniela dave david \
        deborah dennis derek diana diane diego dmitri donald donna dorothy douglas duncan edgar edith eduardo edward elena \
        eleanor elias elisabeth elizabeth ella ellen emil emilia emily emma eric erica erik erika erin esther ethan eva \
        evelyn fatima felix fernando fiona florian frances francesca francisco frank fred frederik gabriel gary george \
        gerald giovanni gloria grace graham greg gregory greta gunnar gustav hannah hans harold harry hassan heather \
        heidi helen helena henrik henry howard hugh hugo ian ibrahim ida ines inga ingrid irene isaac isabel isabella \
        ivan jack jacob jaime james jan jane janet jason javier jean jeff jeffrey jennifer jens jeremy jerry jessica \
        jill jim joan joanna joao joe joel johan johanna john jonas jonathan jorge jose joseph joshua joyce juan judith \
        judy julia julian julie karen karin karl kate katherine kathleen kathryn katie keith kelly ken kenneth kenji kevin \
        kim kirsten klaus kristin kurt kyle lars laura lauren laurence leah lena leo leon leonard leonardo liam linda lisa \
        lorenzo louis louise lucas lucia lucy luigi luis lukas maggie magnus manuel marc marco marcus margaret maria marie \
        marina mario marta martha martin mary mateo mathias matt matthew maurice max maya megan mei melissa michael \
        michelle miguel mike mia milan mohamed mohammed monica nadia nancy naomi natalie natasha nathan neil nicholas \
        nicola nicole nigel nils nina noah nora norman olaf olav ole oliver olivia omar oscar oskar otto pablo pamela \
        patricia patrick paul paula pedro peter petra philip pierre priya rachel rafael rahul raj ralph raymond rebecca \
        renate ricardo richard rita rob robert roberto robin roger roland ronald rosa rose ross roy rupert russell ruth \
        ryan sally sam samantha samir samuel sandra sanjay sara sarah scott sean sebastian sergei shannon sharon shirley \
        silvia simon sofia sonia sophia sophie stefan stella stephanie stephen steve steven stuart sue susan svein sven \
        sylvia tamara tanya tara ted teresa terry thea theodore theresa thomas tim timothy tina tobias todd tom tomas tony \
        tracy trevor ursula valentina valerie vanessa vera veronica victor victoria vincent viktor walter wanda wayne \
        wendy werner wilhelm will william wolfgang yasmin yuki yusuf yvonne zoe
        """.split { $0 == " " || $0 == "\n" }.map(String.init))
}
