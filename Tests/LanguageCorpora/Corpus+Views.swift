extension Corpus {
    /// Screens, and what is done with the list shown.
    static let views = meanings(
        #"""
        NAVIGATE ready {"view":"log"}
          Go to the log
          switch to the log
          take me to the log
          jump to the log
          open the log screen
          um go to the log
          uh take me to the log please
          navigate to the log
        NAVIGATE ready {"view":"desk"}
          take me to the dashboard
          go to the desk
          go back to the dashboard
          so go to the home screen
          um switch to the dashboard
        FILTER_VIEW ready {"filters":{"source":"linkedin"}}
          Filter by source linkedin
          filter the list by source linkedin
          filter them by source linkedin
          narrow it down to those from linkedin
          um filter by source linkedin
          restrict the list to those from linkedin
          filter these by source linkedin
          uh narrow it to linkedin
        FILTER_VIEW ready {"filters":{"priority":"high"}}
          filter by priority high
          filter to hot ones
          um narrow it down to the hot ones
          limit the list to hot ones
        SORT_VIEW ready {"field":"score","order":"desc"}
          Sort by score
          sort the list by score
          order by score
          sort the leads by score
          um sort by score
          uh sort these by score
          so order the list by score
          arrange them by score
        SORT_VIEW ready {"field":"amount","order":"asc"}
          sort by amount lowest first
          sort the list by amount ascending
          order by value, smallest first
          um sort by amount lowest first
        SAVE_VIEW ready {"name":"hot leads"}
          Save this view as hot leads
          save the view as hot leads
          keep this list as hot leads
          save the current view under the name hot leads
          store this filter as hot leads
          um save this view as hot leads
          uh save the list as hot leads
          remember this view as hot leads
          save this search as hot leads
          save as hot leads
          name this view hot leads
        SAVE_VIEW clarify {}
          save this view
        """#)
}
