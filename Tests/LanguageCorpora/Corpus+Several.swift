extension Corpus {
    /// Commands on several records, and what makes one of another.
    static let several = meanings(
        #"""
        CONVERT_LEAD ready {"lead":"Brightwater"}
          Convert Brightwater
          convert the lead Brightwater
          convert brightwater to a customer
          turn Brightwater into a customer
          make brightwater a customer
          Brightwater is now a customer
          mark Brightwater as converted
          um convert brightwater please
          uh brightwater became a customer
          so turn the lead brightwater into a customer
        CONVERT_LEAD ready {"lead":"Cobalt Robotics","amount":20000}
          Convert the lead Cobalt Robotics worth 20k
          convert cobalt robotics for 20,000
          um convert cobalt robotics worth twenty thousand
        ASSIGN_RECORD confirm {"records":["Brightwater"],"owner":"Peter Olsen"}
          Assign Brightwater to Peter
          give brightwater to peter
          assign the lead Brightwater to Peter Olsen
          hand brightwater over to peter
          transfer the lead Brightwater to Peter
          make Peter the owner of Brightwater
          change the owner of Brightwater to Peter
          um assign brightwater to peter
          uh give the lead brightwater to peter
          peter takes over brightwater
        ASSIGN_RECORD confirm {"records":["Brightwater","Cobalt Robotics"],"owner":"Peter Olsen"}
          assign Brightwater and Cobalt Robotics to Peter
          so give brightwater and cobalt robotics to peter
        ASSIGN_RECORD confirm {"type":"lead","filters":{"source":"linkedin"},"owner":"Peter Olsen"}
          give all leads from linkedin to Peter
          um assign all the linkedin leads to peter
        TAG_RECORD ready {"records":["Brightwater"],"tag":"vip"}
          Tag Brightwater as vip
          tag brightwater with vip
          label Brightwater as vip
          add the tag vip to Brightwater
          put the label vip on brightwater
          add a vip tag to Brightwater
          um tag brightwater as vip
          uh add the tag vip to brightwater
          give Brightwater the tag vip
          tag the lead Brightwater as vip
        TAG_RECORD ready {"records":["Brightwater","Cobalt Robotics"],"tag":"vip"}
          tag Brightwater and Cobalt Robotics as vip
          so tag brightwater and cobalt robotics as vip
        UNTAG_RECORD ready {"records":["Brightwater"],"tag":"vip"}
          Remove the tag vip from Brightwater
          remove the vip tag from brightwater
          delete the label vip from Brightwater
          take the tag vip off brightwater
          untag Brightwater as vip
          drop the tag vip from Brightwater
          um remove the tag vip from brightwater
          uh take the vip tag off brightwater
          strip the tag vip from brightwater
          untag vip from Brightwater
          remove label vip of Brightwater
          so remove the vip label from brightwater
        MERGE_RECORDS confirm {"records":["Ellen March"],"keep":"Helen Marsh"}
          Merge Ellen March into Helen Marsh
          combine ellen march into helen marsh
          merge contact Ellen March into Helen Marsh
          um merge ellen march into helen marsh
          ellen march is a duplicate of helen marsh
          uh ellen march is the same as helen marsh
        MERGE_RECORDS confirm {"records":["Globex","Initech"]}
          merge Globex and Initech
          merge the companies Globex and Initech
          combine globex and initech
          um merge globex with initech
          so globex and initech are the same company
          globex and initech are duplicates
        BULK_DELETE confirm {"type":"lead","filters":{}}
          Delete all leads
          remove all the leads
          delete every lead
          um delete all leads
        BULK_DELETE confirm {"type":"lead","filters":{"owner":"Maria Lund"}}
          delete all my leads
          delete all of my leads
          uh remove all my leads
        BULK_DELETE confirm {"type":"deal","filters":{"stage":"lost"}}
          delete all lost deals
          remove all deals that are lost
          so get rid of all lost deals
        BULK_DELETE confirm {"type":"lead","filters":{"source":"linkedin"}}
          delete all leads from linkedin
          um delete all linkedin leads
        BULK_UPDATE confirm {"type":"lead","filters":{},"field":"status","value":"contacted"}
          Mark all leads as contacted
          set all leads to contacted
          um mark every lead as contacted
          change the status of all leads to contacted
        BULK_UPDATE confirm {"type":"lead","filters":{"source":"linkedin"},"field":"status","value":"contacted"}
          mark all leads from linkedin as contacted
          set all linkedin leads to contacted
          uh mark all leads from linkedin as contacted
          change all linkedin leads to contacted
        BULK_UPDATE confirm {"type":"deal","filters":{"stage":"qualified"},"field":"stage","value":"proposal"}
          move all qualified deals to proposal
          set all qualified deals to proposal
          so move all the qualified deals to proposal
          um change all qualified deals to stage proposal
        RESTORE_RECORD ready {"record":"Mike Wilson"}
          Restore Mike Wilson
          restore the contact Mike Wilson
          undelete Mike Wilson
          recover the deleted contact Mike Wilson
          bring back the deleted contact Mike Wilson
          um restore mike wilson
          uh undelete the contact mike wilson
          please restore mike wilson
        RESTORE_RECORD ready {}
          restore the last deleted record
          restore the record deleted last
          um restore what i just deleted
          undelete the last one
        """#)
}
