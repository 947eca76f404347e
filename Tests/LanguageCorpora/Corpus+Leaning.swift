extension Corpus {
    /// What leans on something said before, here with nothing to lean on; and dropping what waits.
    static let leaning = meanings(
        #"""
        CANCEL ready {}
          Cancel
          never mind
          forget it
          leave it
          cancel that
          cancel it
          drop it
          abort
          scrap that
          um never mind
          uh forget about it
          ok cancel that please
          so just drop it
        REPEAT clarify {}
          Say that again
          repeat that
          say it again
          again
          once more
          come again
          what was that
          show that again
          repeat the last command
          um say that again
          uh again please
          so what was that
          er repeat that please
        CHOOSE clarify {"ordinal":2}
          Choose the second one
          pick the second one
          take the second
          option 2
          choose number two
          um take the second one
          uh go with option 2
          so pick number 2
        CHOOSE clarify {"attribute":"Aldgate Optics"}
          Pick the one from Aldgate Optics
          choose the one at Aldgate Optics
          um take the one from Aldgate Optics
          i mean the one at Aldgate Optics
          select the person at Aldgate Optics
        CORRECT clarify {"slot":"time","value":"thursday"}
          no, thursday
          no thursday
          i meant thursday
          make it thursday
          no make it thursday
          sorry, i meant thursday
          um no thursday
          uh i meant thursday
        CORRECT clarify {"slot":"record","value":"Helen Marsh"}
          I meant Helen Marsh
          no, I meant Helen Marsh
          correction: Helen Marsh
          sorry, I meant Helen Marsh
          um no I meant Helen Marsh
          uh I said Helen Marsh
        REPEAT_FOR clarify {"record":"Helen Marsh"}
          Do the same for Helen Marsh
          the same for Helen Marsh
          same for Helen Marsh
          and the same for Helen Marsh
          now do the same for Helen Marsh
          do the same with Helen Marsh
          repeat that for Helen Marsh
          do it again for Helen Marsh
          run it for Helen Marsh
          um same for Helen Marsh
          uh do the same for Helen Marsh
          so do that again for Helen Marsh
          er same thing for Helen Marsh
        """#)
}
