extension Corpus {
    /// Sentences of other trades and of none, many with a word the CRM has in another meaning; the model of likely
    /// commands learns from them what to leave alone.
    package static let elsewhere: [String] = sentences(
        """
        switch on the heating before we get home
        is it colder in bergen than in oslo
        will there be snow on saturday
        what's the pollen count like
        how windy is it at the coast
        how bright is a full moon
        is there a storm coming
        play the new album by adele
        put on something relaxing
        turn it down a bit
        who wrote this song
        shuffle my running playlist
        pause the film
        what channel is the match on
        rewind thirty seconds
        what should I watch tonight
        show me trailers of new films
        when does the next season start
        who plays the doctor in that series
        read me the headlines
        what happened in the election
        did the home team score yesterday
        who leads the premier league
        when is the next world cup
        how many goals did he score in his career
        what was the final score
        who won the race on sunday
        how long is a football match
        remind me how chess openings work
        what are the rules of cricket
        teach me to juggle
        how do I tie a bow tie
        how do I get red wine out of a shirt
        how do you boil an egg
        what goes well with salmon
        how much sugar is in a cola
        give me ideas for supper
        is this yogurt still good
        how do I sharpen a kitchen knife
        what can I use instead of butter
        is coffee bad for you
        book us a table at the thai place
        order two large pizzas with mushrooms
        where can I get good sushi
        add eggs and bread to the shopping list
        how many calories do I burn when I run
        I have a headache
        what helps against a sore throat
        how much sleep does a child need
        is my temperature too high
        make an appointment with the dentist
        call the vet about the cat
        when is the pharmacy open
        start a yoga session
        what muscles does rowing train
        count my push ups
        track my heart rate
        how do I stop snoring
        drive to the nearest petrol station
        how long does it take to walk to the station
        is there a traffic jam on the ring road
        when does the last tram leave
        find a parking space
        which gate does my plane leave from
        check me in for my flight
        how much luggage can I take
        book a room with a sea view
        what's there to see in lisbon
        do they speak english in croatia
        how much should I tip in america
        what currency do they use in poland
        is tap water safe in egypt
        rent us a canoe for sunday
        where did I park the car
        how do I renew my passport
        do I need an adapter in england
        what's the time in tokyo
        how far is it from here to the harbour
        avoid toll roads
        is the museum open on mondays
        how many people live in japan
        what's the highest mountain in africa
        who painted the starry night
        when did the berlin wall fall
        who was the first woman in space
        why do cats purr
        how do bees make honey
        what do pandas eat
        how long do turtles live
        how fast can a cheetah run
        why is the sea salty
        how does a rainbow form
        what is a black hole
        how far away is mars
        what's the boiling point of alcohol
        explain photosynthesis to a child
        how many bones does a shark have
        what is the largest prime below one hundred
        what's seventeen times twenty three
        what's the cube root of 27
        convert five miles to kilometres
        how much is a stone in kilos
        what's twelve percent of eighty
        how do you say good night in italian
        translate where is the library into german
        what does schadenfreude mean
        spell onomatopoeia
        what rhymes with orange
        give me a synonym for happy
        write a poem about autumn
        tell me a bedtime story
        tell me something funny
        do you know any riddles
        sing happy birthday to grandma
        what's your favourite film
        do you dream
        how do you feel today
        are you listening to me
        you are very clever
        where do you live
        do you believe in ghosts
        will you marry me
        good morning sunshine
        nice to meet you
        have a good weekend
        see you later
        I am so bored
        I'm hungry
        I can't sleep
        it's my birthday today
        my girlfriend broke up with me
        I won the lottery
        I feel like dancing
        my back hurts
        guess what happened to me
        never gonna give you up
        that's what she said
        long time no see
        oh my god
        testing testing one two three
        abracadabra
        xyzzy plugh
        qwertz uiop
        dim the lights to thirty percent
        is the oven still on
        lock all the doors
        who is at the door
        turn on the coffee machine
        run the dishwasher at night
        set the thermostat to twenty degrees
        close the garage
        open the blinds in the bedroom
        did I leave the iron on
        start the washing machine
        vacuum the living room
        wake me at six
        set a timer for the pasta
        stop the alarm
        how long until the timer goes off
        what day is christmas this year
        how many days until easter
        whose birthday is it
        show me the photos of our holiday
        delete the blurry pictures from my phone
        my printer doesn't print
        how do I connect to the wifi
        why is my laptop so slow
        restart the router
        reset my netflix password
        how do I take a screenshot
        install the latest update on my phone
        clear my browser history
        close all tabs
        open a new window in the browser
        what's eating my battery
        turn on airplane mode
        charge my headphones
        download the app for the bus
        post this picture on instagram
        how many followers do I have
        text mum that I'm late
        ring grandma
        read my latest text message
        what did dad write
        block this number
        how much did bitcoin rise
        buy a thousand dollars of gold
        what's my bank balance
        send fifty euros to my brother
        pay the rent
        what did I spend on groceries last month
        how much tax will I pay
        what's a good mortgage rate
        block my debit card
        how high is my overdraft
        did my salary arrive
        is the stock market open
        how is the dax doing
        should I sell my shares of nokia
        close my savings account
        open an account at the bank for my daughter
        what's the interest on my student loan
        raise the limit of my card
        the chain came off my bike
        change the oil in the car
        what does the yellow warning light mean
        how do I jump start a van
        when is my car due for inspection
        is there lead paint in old houses
        the lead guitarist broke a string
        my pencil has no lead left
        where does this road lead
        who is the lead in that play
        let the dog off the lead
        the dog needs a new lead
        it's no big deal
        what a great deal on shoes
        deal with it
        I can't deal with this noise
        who deals at the poker table
        new deal by president roosevelt
        lens contacts hurt my eyes
        I lost a contact lens
        make eye contact
        no contact with the enemy
        my contact sport is rugby
        win the lottery for me
        lose weight fast
        close your eyes
        that was a close call
        a close friend of mine is getting married
        the close of day
        call of the wild
        call it quits
        duty calls
        the pipeline leaks oil
        gas pipeline in the baltic sea
        a surfer in the pipeline
        the forecast says rain
        hurricane forecast for florida
        a ticket to the moon
        two tickets for the opera please
        parking ticket in the city centre
        lottery ticket numbers
        concert tickets for friday
        musical notes for beginners
        bank notes of norway
        my task in the game is to find the sword
        multi tasking is a myth
        the company of wolves
        in good company
        two's company three's a crowd
        present company excepted
        the company car needs petrol
        meet me at the mall
        meeting my parents for the first time
        meet the fockers
        a customer in the shop was rude to me
        the customer is always right
        account for the missing time
        on no account
        by all accounts a nice man
        my instagram account was hacked
        stage fright
        on stage tonight
        all the world's a stage
        the last stage of the tour de france
        he is at risk of a stroke
        risk it for a biscuit
        fire risk in the forest
        scores of people came
        orchestra score by mahler
        an open and shut case
        close but no cigar
        update my status on facebook
        update windows
        delete my search history
        delete the game
        remove the stain
        add salt to taste
        add two and two
        create a password for the wifi
        create a character in the game
        merge onto the motorway
        tag me in the photo
        follow me on twitter
        follow up on the diagnosis with my doctor
        move the sofa to the other wall
        move the chess piece to e4
        convert the file to pdf
        convert the loft into a bedroom
        export the video in 4k
        import tax on cars from japan
        sort the laundry by colour
        filter water for the aquarium
        undo my shoelaces
        restore the painting
        save the date
        the history of rome
        show me cats
        show me how to dance salsa
        show me the way to amarillo
        find nemo
        find a cheap flight
        find me a plumber
        search for aliens
        list all planets
        list the kings of england
        how many cups in a litre
        who invented the wheel
        compare the iphone with the pixel
        compare prices of washing machines
        rank the star wars films
        the probability of rain is sixty percent
        what are my chances of winning the lottery
        log on to the wifi
        log fire video
        schedule of the world cup
        cancel my gym membership
        cancel my order of shoes
        postpone my funeral
        draft for the fantasy football league
        email is down again
        write an essay about napoleon
        write a letter to santa
        remember the alamo
        help me with my homework
        help my kitchen is on fire
        help wanted
        go to bed
        go to the beach
        go away
        go to hell
        take me home
        what's next on netflix
        what's the next episode
        what should I do with my life
        what should I wear today
        the quarter finals are on friday
        a quarter pounder with cheese
        owner of a lonely heart
        who owns the house next door
        the price of milk
        what's the value of pi
        how much is this worth on ebay
        how much does a tesla cost
        a million dollar baby
        the amount of water in a human body
        prospect of rain
        a room with a prospect
        prospects for the harvest are poor
        the source of the nile
        partner dance for beginners
        linked in chains
        the website is down
        trade winds
        he is a hot lead in the murder case
        the police have a new lead
        the detective is following a lead
        investigators lost contact with the plane
        the astronauts made contact
        """)

    private static func sentences(_ text: String) -> [String] { text.split(separator: "\n").map(String.init) }
}
