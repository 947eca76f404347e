extension Corpus {
    /// Sums, ranks, comparisons, forecasts and free time.
    static let measures = meanings(
        #"""
        AGGREGATE ready {"measure":"revenue","range":{"from":"2026-01-01T00:00","until":"2026-04-01T00:00"}}
          What is our revenue this quarter
          what was the revenue this quarter
          revenue this quarter
          show me the total revenue for this quarter
          how much did we sell this quarter
          how much revenue did we make this quarter
          um what's our revenue this quarter
          uh how much have we sold this quarter
          tell me our sales this quarter
          give me the turnover for this quarter
        AGGREGATE ready {"measure":"win_rate","range":{"from":"2025-01-01T00:00","until":"2026-01-01T00:00"}}
          what was our win rate last year
          win rate last year
          so what was the win rate last year
        AGGREGATE ready {"measure":"won_deals","range":{"from":"2026-02-01T00:00","until":"2026-03-01T00:00"}}
          how many deals did we win last month
          how many deals have we won last month
          um how many deals did we close last month
        AGGREGATE ready {"measure":"average_deal","by":"source"}
          average deal size by source
        AGGREGATE ready {"measure":"calls","range":{"from":"2026-03-02T00:00","until":"2026-03-09T00:00"},"owner":"Peter Olsen"}
          how many calls did Peter make this week
          um how many calls has peter made this week
        RANK ready {"measure":"revenue","by":"owner","range":{"from":"2026-01-01T00:00","until":"2027-01-01T00:00"},"order":"desc"}
          Rank reps by revenue this year
          rank the sales reps by revenue this year
          which rep made the most revenue this year
          show me the top reps by revenue this year
          top sellers by revenue this year
          uh rank the reps by revenue for this year
          which salesperson has the highest revenue this year
          ranking of reps by revenue this year
          so which rep has the most revenue this year
        RANK ready {"measure":"new_leads","by":"source","range":{"from":"2025-10-01T00:00","until":"2026-01-01T00:00"},"order":"desc"}
          which source brought the most leads last quarter
          which source brought us the most leads last quarter
          um what source has brought the most leads last quarter
        RANK ready {"measure":"won_deals","by":"owner","order":"asc"}
          which rep won the fewest deals won
          bottom reps by won deals
        COMPARE_PERIODS ready {"measure":"revenue","range_a":{"from":"2026-03-01T00:00","until":"2026-04-01T00:00"},"range_b":{"from":"2026-02-01T00:00","until":"2026-03-01T00:00"}}
          Compare revenue this month with last month
          compare our revenue this month to last month
          how does revenue this month compare with last month
          revenue this month versus last month
          um compare revenue this month with last month
          so how does our revenue this month compare to last month
          compare sales this month against last month
          compare the revenue of this month with last month
          revenue this month vs last month
          sales this month compared to last month
        COMPARE_PERIODS ready {"measure":"new_leads","range_a":{"from":"2026-03-02T00:00","until":"2026-03-09T00:00"},"range_b":{"from":"2026-02-23T00:00","until":"2026-03-02T00:00"}}
          compare new leads this week with last week
          uh new leads this week versus last week
        SHOW_FORECAST ready {"range":{"from":"2026-01-01T00:00","until":"2026-04-01T00:00"}}
          Show the forecast for this quarter
          what is the forecast for this quarter
          forecast this quarter
          sales forecast for this quarter
          how much will we close this quarter
          um what's the forecast for this quarter
          uh how much do we expect to close this quarter
          so what will we close this quarter
          give me the revenue forecast for this quarter
          show me the outlook for this quarter
        SHOW_FORECAST ready {}
          show the forecast
          um what's the forecast
        FIND_FREE_SLOT ready {"range":{"from":"2026-03-05T00:00","until":"2026-03-06T00:00"}}
          When am I free on Thursday
          when am i available on thursday
          find a free slot on Thursday
          find me a free slot on thursday
          am i free on thursday
          do i have any free time on thursday
          um when am i free on thursday
          uh find me some time on thursday
          free slots on Thursday
          show me a gap on Thursday
        FIND_FREE_SLOT ready {"range":{"from":"2026-03-05T00:00","until":"2026-03-06T00:00"},"duration_min":60}
          find a free slot of an hour on Thursday
          find me an hour on Thursday
          when am i free on thursday for an hour
        """#)
}
