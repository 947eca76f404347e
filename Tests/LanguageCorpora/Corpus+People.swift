extension Corpus {
    /// Fields of contacts and companies, and new companies.
    static let people = meanings(
        #"""
        UPDATE_CONTACT ready {"contact":"Helen Marsh","field":"phone","value":"01514960123"}
          Change Helen Marsh's phone number to 0151 496 0123
          set the phone of Helen Marsh to 0151 496 0123
          update helen marsh's number to 0151 496 0123
          Helen Marsh has a new number: 0151 496 0123
          um helen marsh's phone number is now oh one five one four nine six oh one two three
          helen marsh's mobile is now 0151 496 0123
          add the phone number 0151 496 0123 to Helen Marsh
        UPDATE_CONTACT ready {"contact":"John Smith","field":"company","value":"Globex"}
          John Smith moved to Globex
          john smith works at globex
          set the company of John Smith to Globex
          um john smith has moved to globex
          john smith now works for globex
          john smith joined globex
        UPDATE_CONTACT ready {"contact":"Tom Anderson","field":"title","value":"CFO"}
          Tom Anderson is now CFO
          set Tom Anderson's title to CFO
          uh tom anderson became the cfo
          promote Tom Anderson to CFO
          change the job title of tom anderson to cfo
        UPDATE_CONTACT ready {"contact":"Helen Marsh","field":"email","value":"helen@aldgate.co.uk"}
          set Helen Marsh's email to helen@aldgate.co.uk
          helen marsh's email is helen@aldgate.co.uk
          change the email address of helen marsh to helen at aldgate dot co dot uk
        UPDATE_CONTACT clarify {"contact":"Helen Marsh","field":"phone"}
          change the phone number of Helen Marsh
        CREATE_COMPANY ready {"company":"Nordic Steel"}
          Add a company Nordic Steel
          create company Nordic Steel
          new company Nordic Steel
          new company: Nordic Steel
          please add a new company called Nordic Steel
          add Nordic Steel as a company
          um create a company named Nordic Steel
          register the company Nordic Steel
          could you set up a company called Nordic Steel
          add Nordic Steel to my companies
        CREATE_COMPANY ready {"company":"Nordic Steel","city":"Bergen"}
          add a company Nordic Steel in Bergen
          um add a new company called Nordic Steel based in Bergen
        CREATE_COMPANY ready {"company":"Nordic Steel","size":120}
          add a company Nordic Steel with 120 employees
          create a company called Nordic Steel with a hundred and twenty employees
        CREATE_COMPANY confirm {"company":"Globex"}
          add a company Globex
        CREATE_COMPANY clarify {}
          add a company
        UPDATE_COMPANY ready {"company":"Globex","field":"industry","value":"shipping"}
          Set the industry of Globex to shipping
          change Globex's industry to shipping
          globex's industry is shipping
          update the sector of globex to shipping
          um set globex industry to shipping
          the industry of globex is now shipping
        UPDATE_COMPANY ready {"company":"Contoso","field":"city","value":"Oslo"}
          Change the city of Contoso to Oslo
          set contoso's city to Oslo
          um contoso's headquarters is now Oslo
          update the location of Contoso to Oslo
        UPDATE_COMPANY ready {"company":"Initech","field":"size","value":250}
          set the size of Initech to 250
          initech has 250 employees
          um initech's headcount is two hundred and fifty
        UPDATE_COMPANY ready {"company":"Initech","field":"domain","value":"initech.com"}
          set the website of Initech to initech.com
          change initech's domain to initech.com
        """#)
}
