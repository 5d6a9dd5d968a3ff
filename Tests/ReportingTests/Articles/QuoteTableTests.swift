import Reporting
import Testing

@Suite("QuoteTable")
struct QuoteTableTests {
  @Test("gives every quote a row with its evidence")
  func rows() {
    let csv = QuoteTable.table(of: [Sample.analysis]).rendered(as: .csv)
    #expect(
      csv.split(separator: "\r\n").map(String.init) == [
        "article,quote,path,line,kind,speaker,speaker_form,source,cue,text,start,end,via,nested_in,"
          + "status,act,by,confidence,inferred,notes",
        "007,q1,inbox/007.txt,3,direct,Zoë Ward,name,Zoë Ward,said,“we agreed.”,44,56,TASS,,"
          + "stated,statement,rule subject-verb,0.935,false,broken-quotation-mark",
        "007,q2,inbox/007.txt,3,indirect,the guild,office,guild,denied,it,74,76,,q1,"
          + "negated,denial,model attribution,0.5,true,",
      ])
  }
}
