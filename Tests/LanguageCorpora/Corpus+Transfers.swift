extension Corpus {
    /// Records that leave or enter the tenant, and what only the shell does.
    static let transfers = meanings(
        #"""
        EXPORT_RECORDS ready {"type":"lead","filters":{"source":"linkedin"}}
          Export leads from linkedin
          export the leads from linkedin
          extract the linkedin leads
          um export leads from linkedin
          uh download the linkedin leads
          so export the leads from linkedin please
        EXPORT_RECORDS confirm {"type":"contact","filters":{}}
          export all contacts
          export contacts
          download all the contacts
          um export the contacts
        EXPORT_RECORDS confirm {"type":"contact","filters":{},"format":"csv"}
          export the contacts as csv
          um export the contacts to excel
          uh download the contacts as a csv file
          so make a spreadsheet of all contacts
        IMPORT_RECORDS confirm {"path":"leads.csv"}
          Import leads.csv
          import the file leads.csv
          import from leads.csv
          load data from leads.csv
          upload leads.csv
          import records from leads.csv
          um import leads.csv
          uh import the file leads.csv
          import new contacts from leads.csv
          load contacts from leads.csv
          so upload the csv file leads.csv
          bring in data from leads.csv
          er load deals from file leads.csv
        SWITCH_TENANT ready {"tenant":"Fjordline"}
          Switch to the tenant Fjordline
          switch to tenant Fjordline
          change to the tenant Fjordline
          go to the tenant Fjordline
          change tenant to Fjordline
          use the tenant Fjordline
          open the workspace Fjordline
          switch over to the workspace Fjordline
          log in to the tenant called Fjordline
          um switch to tenant Fjordline
          uh change to the workspace Fjordline
          so use the workspace Fjordline
          er switch to the organisation Fjordline
        ERASE_PERSON confirm {"record":"Helen Marsh"}
          Erase all data of Helen Marsh
          erase all personal data about Helen Marsh
          erase the personal data of Helen Marsh
          wipe all data on Helen Marsh
          forget everything about Helen Marsh
          delete all personal data of Helen Marsh
          erase Helen Marsh for good
          gdpr erase Helen Marsh
          right to be forgotten for Helen Marsh
          um forget everything about helen marsh
          uh erase all data we have on helen marsh
          so wipe all data about helen marsh
          er erase helen marsh forever
        """#)
}
