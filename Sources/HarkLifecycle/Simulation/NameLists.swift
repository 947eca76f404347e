/// A country people and companies come from.
struct SimulatedCountry: Hashable, Sendable {
    let name: String
    /// How common it is.
    let weight: Double
    let dialCode: String
    /// What companies put behind their names; empty for nothing.
    let legalForms: [String]
    let cities: [String]
    let firstNames: [String]
    let lastNames: [String]

    private init(
        _ name: String, _ weight: Double, _ dialCode: String, forms: String, cities: String, first: String,
        last: String
    ) {
        self.name = name
        self.weight = weight
        self.dialCode = dialCode
        legalForms = SimulatedCountry.list(forms)
        self.cities = SimulatedCountry.list(cities)
        firstNames = SimulatedCountry.list(first)
        lastNames = SimulatedCountry.list(last)
    }

    private static func list(_ text: String) -> [String] {
        text.split(separator: ",", omittingEmptySubsequences: false).map { $0.drop { $0 == " " } }.map(String.init)
    }

    static let all: [SimulatedCountry] = [
        SimulatedCountry(
            "Norway", 2, "+47", forms: "AS, AS,", cities: "Oslo, Bergen, Trondheim, Stavanger, Tromsø, Ålesund",
            first: "Ole, Ingrid, Lars, Kari, Sigrid, Bjørn, Nora, Henrik, Astrid, Magnus, Silje, Eirik, Tuva, Jonas",
            last: "Berg, Hansen, Dahl, Lie, Moen, Haugen, Solberg, Strand, Bakke, Nygård, Hagen, Lunde, Vik, Aas"),
        SimulatedCountry(
            "Germany", 4, "+49", forms: "GmbH, GmbH, AG, KG,",
            cities: "Hamburg, Munich, Cologne, Leipzig, Stuttgart, Bremen, Nuremberg, Dresden",
            first: """
                Anna, Lukas, Katrin, Jürgen, Lena, Tobias, Sabine, Felix, Heike, Moritz, Petra, Stefan, Clara, Uwe, \
                Britta, Niklas, Ulrike, Konrad, Miriam, Holger
                """,
            last: """
                Weber, Vogel, Krüger, Hartmann, Lorenz, Brandt, Seidel, Keller, Winkler, Roth, Albrecht, Busch, Pohl, \
                Franke, Kuhn, Thiel, Ziegler, Sommer, Dietrich
                """),
        SimulatedCountry(
            "United Kingdom", 4, "+44", forms: "Ltd, Ltd, Group,",
            cities: "Leeds, Bristol, Manchester, Glasgow, Cardiff, Sheffield, York, Norwich",
            first: """
                Amelia, Oliver, Priya, Harry, Grace, Callum, Imogen, Rhys, Zara, Ewan, Fiona, Marcus, Tessa, Owen, \
                Beatrice, Dominic, Leila, Angus, Rosalind, Toby
                """,
            last: """
                Hughes, Patel, Carter, Whitfield, Barlow, Ashworth, Doyle, Kerr, Marsh, Pryce, Holt, Sutton, Lowe, \
                Bexley, Cartwright, Fenwick, Halloran, Sinclair, Thorpe, Winslow
                """),
        SimulatedCountry(
            "France", 3, "+33", forms: "SAS, SARL,", cities: "Lyon, Nantes, Lille, Toulouse, Rennes, Grenoble",
            first: """
                Camille, Hugo, Élodie, Mathieu, Inès, Julien, Margaux, Antoine, Sophie, Rémi, Claire, Bastien, \
                Manon, Thierry, Solène, Olivier
                """,
            last: """
                Moreau, Girard, Lefèvre, Rousseau, Chevalier, Perrin, Marchand, Colin, Renaud, Dupuis, Aubert, \
                Barbier, Fontaine, Gauthier, Lemoine, Vasseur
                """),
        SimulatedCountry(
            "Netherlands", 2, "+31", forms: "BV, BV,", cities: "Utrecht, Rotterdam, Eindhoven, Groningen, Delft",
            first: "Sanne, Daan, Femke, Joris, Lotte, Sander, Maaike, Thijs, Anouk, Bram, Roos, Pieter, Wouter, Esmee",
            last: "de Vries, Bakker, Visser, Smit, Mulder, Bos, Hendriks, Dekker, Brouwer, Kuipers, Postma, Veenstra"),
        SimulatedCountry(
            "Sweden", 2, "+46", forms: "AB, AB,", cities: "Gothenburg, Malmö, Uppsala, Linköping, Umeå",
            first: "Elsa, Axel, Maja, Gustav, Linnea, Oskar, Freja, Viktor, Saga, Emil, Annika, Johan, Ebba, Mattias",
            last: "Lindqvist, Nilsson, Ekström, Sandberg, Holm, Åberg, Forsberg, Wallin, Nyström, Hedlund, Blom, Lund"),
        SimulatedCountry(
            "Spain", 2, "+34", forms: "SL, SA,", cities: "Valencia, Bilbao, Seville, Zaragoza, Málaga",
            first: "Lucía, Álvaro, Marta, Diego, Carmen, Javier, Elena, Pablo, Nuria, Sergio, Irene, Raúl, Pilar, Iván",
            last: "Navarro, Ortega, Iglesias, Molina, Serrano, Castro, Vidal, Reyes, Campos, Fuentes, Prieto, Bravo"),
        SimulatedCountry(
            "Poland", 1, "+48", forms: "Sp. z o.o.,", cities: "Kraków, Wrocław, Gdańsk, Poznań, Łódź",
            first: "Zofia, Jakub, Magda, Piotr, Agata, Marek, Ewa, Tomasz, Kinga, Paweł, Hanna, Szymon",
            last: "Nowak, Mazur, Zieliński, Wójcik, Dudek, Pawlak, Sikora, Baran, Kubiak, Wrona"),
        SimulatedCountry(
            "United States", 6, "+1", forms: "Inc, LLC, Co,,",
            cities: "Denver, Portland, Austin, Columbus, Raleigh, Boise, Madison, Tucson, Omaha, Richmond, Tacoma",
            first: """
                Emily, Jordan, Maya, Carlos, Hannah, Derek, Alicia, Tyler, Naomi, Brandon, Keisha, Ryan, Paige, Andre, \
                Brooke, Calvin, Danielle, Elliot, Gabriela, Hector, Jasmine, Kevin, Lorraine, Miles
                """,
            last: """
                Morgan, Ramirez, Fletcher, Chen, Sullivan, Brooks, Okafor, Hayes, Nguyen, Walsh, Bennett, Rivera, \
                Cole, Dawson, Ellison, Foster, Greer, Huang, Ibarra, Jennings, Kaplan, Lawson, Mercer, Novak
                """),
    ]
}

/// A line of business: how well it fits what is sold, and the words its companies are named with.
struct SimulatedIndustry: Hashable, Sendable {
    let name: String
    let weight: Double
    /// Added to the log-odds of buying.
    let fit: Double
    let nouns: [String]

    private init(_ name: String, _ weight: Double, fit: Double, _ nouns: String) {
        self.name = name
        self.weight = weight
        self.fit = fit
        self.nouns = nouns.split(separator: " ").map(String.init)
    }

    static let all: [SimulatedIndustry] = [
        SimulatedIndustry("Software", 5, fit: 0.7, "Software Systems Labs Cloudworks Codehouse Analytics Datawise"),
        SimulatedIndustry("Manufacturing", 4, fit: 0.35, "Robotics Tooling Castings Components Machinery Fittings"),
        SimulatedIndustry("Logistics", 3, fit: 0.5, "Freight Logistics Haulage Fjordline Cargo Warehousing Shipping"),
        SimulatedIndustry("Retail", 4, fit: -0.35, "Outfitters Homeware Stores Sports Interiors Grocers Trading"),
        SimulatedIndustry("Healthcare", 3, fit: 0.1, "Clinics Dental Care Diagnostics Medical Therapeutics"),
        SimulatedIndustry("Energy", 2, fit: 0.45, "Energy Power Solar Wind Grid Heat"),
        SimulatedIndustry("Food", 3, fit: -0.3, "Foods Seafood Bakery Dairy Brewing Provisions"),
        SimulatedIndustry("Education", 2, fit: -0.9, "Academy Learning Tutors College Press"),
        SimulatedIndustry("Construction", 2, fit: -0.15, "Builders Roofing Timber Concrete Construction Glazing"),
        SimulatedIndustry("Consulting", 2, fit: 0.0, "Advisory Partners Consulting Associates Strategy"),
        SimulatedIndustry("Telecom", 1, fit: 0.3, "Telecom Networks Fibre Broadband Signal"),
        SimulatedIndustry("Non-profit", 1, fit: -0.7, "Foundation Trust Relief Initiative"),
    ]
}

/// The first words of company names; invented, or of hills, stones, trees and weather.
enum CompanyWords {
    static let first: [String] =
        """
        Acme Alder Amberline Aspenridge Aurora Basalt Beacon Birchwood Blackthorn Bluefin Bramble Brightmoor Bristlecone
        Calder Cedarwick Cinderhill Clearbrook Cobalt Copperfield Cormorant Cragmoor Delta Driftwood Dunmore Eastmark
        Elderfield Elmstead Everline Fairholm Falconer Fernbank Fjell Flintlock Foxglove Garnet Glasswater Glenmoor
        Goldcrest Granite Greyfriar Hallmark Harborne Hartwell Havn Hawthorn Hazelmere Heatherton Helmsford Highfell
        Hollybank Ironbridge Ivybridge Jasper Juniper Kestrel Kingsmoor Larch Lindenau Lodestone Longreach Lynwood
        Maplehurst Marlow Meadowlark Millbrook Moorgate Mossvale Nettlebed Nordlys Northgate Oakhaven Obsidian Ochre
        Osprey Otterburn Palisade Pebblewick Pinecrest Plover Quarry Quillon Ravensworth Redstart Ridgeway Rivermead
        Rookwood Rosewell Rowan Saltmarsh Sandpiper Seabright Silverbirch Skylark Slate Snowdrift Sorrel Southwick
        Sparrow Spindle Starling Stonecroft Summerfield Swiftwater Tamarack Teal Thistledown Thornbury Tind Topaz
        Umber Valemont Verdant Vesper Wakefield Waxwing Westerly Whitestone Wildmere Willowby Windrush Wolds Wrenfield
        Yarrow Yewtree Zephyr
        """.split { $0 == " " || $0 == "\n" }.map(String.init)

    static let middle = ["", "", "", "", "", "", "", "", "Nordic", "Alpine", "Atlantic", "Baltic"]
}

/// Job titles by how much they may decide.
enum JobTitles {
    static let deciding = [
        "Managing Director", "Head of Operations", "Chief Financial Officer", "Head of Sales", "Owner",
        "IT Director", "Chief Operating Officer", "VP Operations",
    ]
    static let others = [
        "Operations Manager", "Sales Manager", "Project Manager", "Systems Administrator", "Office Manager",
        "Business Analyst", "Marketing Specialist", "Purchasing Officer", "Team Lead", "Intern", "Consultant",
    ]
}
