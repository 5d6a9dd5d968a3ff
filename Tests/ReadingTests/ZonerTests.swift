import NewsModel
import Testing

@testable import Reading

@Suite("Zoner")
struct ZonerTests {
  @Test(
    "sets furniture below the article apart, by class",
    arguments: [
      ("Sign up for our weekly briefing", "newsletter-sign-up"),
      ("Subscribe to our newsletter", "newsletter-sign-up"),
      ("View original Post", "repost-link"),
      ("The post Ferry to start in May appeared first on Harbour Herald.", "repost-link"),
      ("Leave a Reply", "comment-form"), ("Please enter your name here", "comment-form"),
      ("12 Comments", "comment-form"), ("Comments are closed.", "comments-closed"),
      ("Your email address will not be published. Required fields are marked *", "comment-form"),
      ("Source link", "source-link"), ("Source: https://example.org/ferry", "source-link"),
      ("Related Articles", "related-articles"), ("You may also like", "related-articles"),
      ("More from World", "related-articles"), ("Trending Now", "related-articles"),
      ("Back to top button", "back-to-top"), ("↑ Back to top", "back-to-top"),
      ("Join HarbourWatch Telegram channel", "social-prompt"),
      ("Follow us on Facebook and Twitter", "social-prompt"),
      ("Share on Facebook", "share-buttons"), ("Tweet", "share-buttons"),
      ("Copyright 2020 Harbour Media Ltd. All rights reserved.", "copyright-notice"),
      ("© 2020 Harbour Herald", "copyright-notice"),
      (
        "This material may not be published, broadcast, rewritten or redistributed.",
        "copyright-notice"
      ),
      (
        "HarbourNews is an automatic aggregator of media around the world.", "aggregator-disclaimer"
      ),
      (
        "(This story has not been edited by our staff and is auto-generated from a feed.)",
        "aggregator-disclaimer"
      ),
      ("We use cookies to improve your experience on this site.", "cookie-notice"),
      ("Read more", "read-more"),
      ("ALSO READ: Old ferry sold for scrap after forty years", "read-more"),
      ("Advertisement", "advertisement"), ("Become a member today", "subscription-prompt"),
      ("Tags: ferry, harbour, transport", "tags"), ("3 min read", "reading-time"),
      ("Reporting by Ann Bell; Editing by Tom Hart", "agency-credit"),
      ("Associated Press writer Ann Bell in Oslo contributed to this report.", "agency-credit"),
      ("This is a developing story. Check back for updates.", "editorial-note"),
      ("Privacy Policy", "legal-links"),
    ])
  func furniture(_ line: String, _ reason: String) {
    let article = Zoned.article("Ferry to start in spring after delay\n\n\(Zoned.body)\n\n\(line)")
    #expect(Zoned.lines(article).last == "boilerplate:\(reason) | \(line)")
  }

  @Test(
    "takes no reporting for furniture",
    arguments: [
      "Source material for the report came from three ministries, officials said.",
      "Share prices fell by four per cent after the announcement.",
      "Follow-up talks are planned for June, the minister said.",
      "Trending topics on Tuesday included the summit and the strike.",
      "Comments by the minister on the strike drew criticism from unions.",
      "Advertisement spending fell sharply last year, the ministry said.",
      "Home Secretary Jane Doe said that the rules would change.",
      "Read the law before you vote on it, the speaker told members.",
      "By Tuesday, the talks had failed and both sides went home.",
      "Closing the border was a mistake, the opposition leader said.",
      "“Sign up for the army and you will be paid,” the poster read.",
      "More than forty people were hurt, the hospital said.",
      "Related companies in the group will not be affected, he said.",
      "In April 2021, the court in Rome ruled against the company.",
      "Photos of the meeting, which were shared by AFP, show both men.",
    ])
  func reporting(_ line: String) {
    let article = Zoned.article(
      "Ferry to start in spring after delay\n\n\(line)\n\n\(Zoned.body)\n\n\(line)")
    #expect(Zoned.kinds(article) == ["title", "body"])
  }

  @Test("keeps headlines of other articles above the footer out of the body")
  func relatedHeadlines() {
    let article = Zoned.article(
      """
      Ferry to start in spring after delay
      Ferry to start in spring after delay

      OSLO: \(Zoned.body)

      Tram line reopens after repairs in old town

      Bakers go on strike over flour prices

      Join HarbourWatch Whatsapp group
      Related News
      """)
    #expect(
      Zoned.kinds(article) == [
        "title", "repeated-title", "dateline", "body", "related-headline", "social-prompt",
        "related-articles",
      ])
    #expect(article.outlet == "HarbourWatch")
    #expect(article.datelinePlaces == ["Oslo"])
    #expect(article.notes.map(\.kind) == [.repeatedTitle, .missingDate])
  }

  @Test("splits a copyright line that repeats the title, and trusts a name in the footer little")
  func footer() {
    let article = Zoned.article(
      """
      Mayor, operator agree on ferry as costs rise

      \(Zoned.body)

      Associated Press writer Ann Bell in Oslo contributed to this report.

      Copyright 2020 Fjord Broadcasting Company. This material may not be published. Mayor, operator agree on ferry as costs rise

      Nora Wessel

      FjordPost is an automatic aggregator of all media. If you are the owner, contact us by email.
      Related Articles
      """)
    #expect(
      Zoned.kinds(article) == [
        "title", "body", "agency-credit", "copyright-notice", "duplicate-title", "stray-byline",
        "aggregator-disclaimer", "related-articles",
      ])
    #expect(article.byline == ["Nora Wessel"])
    #expect(article.outlet == "FjordPost")
    #expect(article.agencies == ["Associated Press"])
    #expect(article.notes.map(\.kind) == [.repeatedTitle, .strayByline, .missingDate])
  }

  @Test("takes names that the article speaks of for tags, not authors")
  func tags() {
    let article = Zoned.article(
      "Ferry to start in spring\n\nNora Wessel, the mayor, said no.\n\n\(Zoned.body)\n\nNora Wessel\n\nComments are closed."
    )
    #expect(article.byline.isEmpty)
    #expect(Zoned.lines(article).contains("boilerplate:tags | Nora Wessel"))
  }

  @Test("reads caption, byline, date and dateline of the head")
  func head() {
    let article = Zoned.article(
      """
      Ferry to start in spring after delay

      © Reuters. The new ferry lies in the harbour during tests in Bergen

      By Ann Bell and Tom Hart
      Published: March 3, 2020, 10:15 am EST

      OSLO / BERGEN (Reuters) – \(Zoned.body)
      """)
    #expect(
      Zoned.kinds(article) == [
        "title", "caption", "byline", "publication-date", "dateline", "body",
      ])
    #expect(article.byline == ["Ann Bell", "Tom Hart"])
    #expect(article.agencies == ["Reuters"])
    #expect(article.datelinePlaces == ["Oslo", "Bergen"])
    #expect(article.published == "2020-03-03")
    #expect(article.notes.isEmpty)
  }

  @Test(
    "splits a notice off the last paragraph",
    arguments: [
      ("(Reporting by Ann Bell; Editing by Tom Hart)", "agency-credit", [String]()),
      ("(AFP)", "agency-credit", ["AFP"]), ("— Reuters", "agency-credit", ["Reuters"]),
      (
        "© 2020 The Associated Press. All rights reserved.", "copyright-notice",
        ["Associated Press"]
      ),
      ("Read more at example.org", "repost-link", []),
    ])
  func trailingNotice(_ notice: String, _ reason: String, _ agencies: [String]) {
    let article = Zoned.article("Ferry to start in spring after delay\n\n\(Zoned.body) \(notice)")
    #expect(Zoned.lines(article).last == "boilerplate:\(reason) | \(notice)")
    #expect(article.agencies == agencies)
  }

  @Test(
    "finds the title in the right line",
    arguments: [
      ("World\nFerry to start in spring after delay\n\n", "Ferry to start in spring after delay"),
      ("Advertisement\n\nFerry to start in spring\n\n", "Ferry to start in spring"),
      ("Skip to content\nFerry to start in spring\n\n", "Ferry to start in spring"),
      ("Ferry will start in spring, mayor says.\n\n", "Ferry will start in spring, mayor says."),
      ("Game over. What will the mayor do?\n\n", "Game over. What will the mayor do?"),
      (
        "St. Olav’s to get new ferry, Rep. Bell says.\n\n",
        "St. Olav’s to get new ferry, Rep. Bell says."
      ),
      ("# Ferry to start in spring\n\n", "# Ferry to start in spring"),
    ])
  func title(_ head: String, _ title: String) {
    #expect(Zoned.article(head + Zoned.body).title == title)
  }

  @Test(
    "trims no-break spaces and reads lines whatever ends them",
    arguments: ["\n", "\r\n", "\r", "\u{2028}"])
  func lineEnds(_ end: String) {
    let text = [
      "Ferry to start in spring", "", "The mayor said yes.\u{a0}", "The operator said no.",
    ]
    .joined(separator: end)
    #expect(
      Zoned.lines(Zoned.article(text)) == [
        "title | Ferry to start in spring", "body | The mayor said yes.",
        "body | The operator said no.",
      ])
  }

  @Test(
    "knows captions by their credits",
    arguments: [
      "FILE PHOTO: The ferry lies in the harbour. REUTERS/Jane Poe",
      "The mayor speaks to reporters on Monday. (AP Photo/Jane Poe)",
      "Photo by Jane Poe/Getty Images", "Jane Poe / Reuters", "Jane Poe/AFP",
      "The mayor, left, on the pier. Photograph: Jane Poe/AP", "Jane Poe via Getty Images",
      "© Sputnik / Jane Poe", "The ferry in the harbour of Bergen (File photo)",
      "FILE - In this March 3, 2020 file photo, the ferry lies in the harbour. (AP Photo/Jane Poe, File)",
    ])
  func captions(_ caption: String) {
    let article = Zoned.article(
      "Ferry to start in spring\n\n\(caption)\n\n\(Zoned.body)\n\n\(caption)")
    #expect(Zoned.kinds(article) == ["title", "caption", "body", "caption"])
  }

  @Test("joins the lines of a text that was wrapped at a fixed width")
  func hardWrap() {
    let article = Zoned.article(
      """
      Envoys meet in Lisbon as fishing
      dispute grows

      LISBON, March 3 - Envoys from four coastal states met in Lisbon on
      Tuesday to discuss a fishing dispute that has lasted two years, a
      spokesman said. The states disagree about quotas for cod and herring
      in waters that all of them claim.

      "We are not far apart," said the chief negotiator, Marta Pires, who
      leads the talks for the host. "Nobody will leave before there is a
      deal," she told reporters after the first day of talks.
      """)
    #expect(Zoned.kinds(article) == ["title", "dateline", "body"])
    #expect(article.zones.count == 4)
    #expect(article.title == "Envoys meet in Lisbon as fishing dispute grows")
  }

  @Test(
    "reads bylines without a cue below the headline",
    arguments: [
      ("Joana Prata, Coast Tribune", ["Joana Prata"], [String]()),
      ("Joana Prata", ["Joana Prata"], []),
      ("By Reuters Staff", [], ["Reuters"]), ("ANI | Updated: Mar 04, 2020 08:15 IST", [], ["ANI"]),
      ("JOANA PRATA AND MARK HENLEY", ["Joana Prata", "Mark Henley"], []),
    ])
  func headBylines(_ line: String, _ authors: [String], _ agencies: [String]) {
    let article = Zoned.article("Ferry to start in spring\n\n\(line)\n\n\(Zoned.body)")
    #expect(Zoned.kinds(article) == ["title", "byline", "body"])
    #expect(article.byline == authors && article.agencies == agencies)
  }

  @Test(
    "takes no label of a menu for an author",
    arguments: [
      "Hong Kong", "Quick Links", "Site Index", "Real Estate", "Help Center", "New York",
      "Fact Check",
      "Latest Videos", "Crossword Puzzles",
    ])
  func menuLabels(_ label: String) {
    let text =
      "Ferry to start in spring\n\n\(label)\n\n\(Zoned.body)\n\n© 2020 Harbour Herald\n\n\(label)"
    #expect(Zoned.article(text).byline.isEmpty)
  }

  @Test("has no title where the text begins with its dateline")
  func noTitle() {
    let article = Zoned.article(
      "OSLO (AP) — The ferry will start in spring, the mayor said.\n\n\(Zoned.body)")
    #expect(article.title == nil)
    #expect(Zoned.kinds(article) == ["dateline", "body"])
  }

  @Test("keeps short last sentences and a last paragraph that is cut")
  func shortEnds() {
    for end in ["No deal.", "The tests will go on until the end of the"] {
      let article = Zoned.article("Ferry to start in spring\n\n\(Zoned.body)\n\n\(end)")
      #expect(Zoned.lines(article).last == "body | \(end)")
    }
  }

  @Test("keeps the body whole when a list of links stands amid it")
  func linksInside() {
    let article = Zoned.article(
      "Ferry to start in spring\n\n\(Zoned.body)\n\nRelated Articles\n\nTram line reopens after repairs\n\n\(Zoned.body)\n\n\(Zoned.body)"
    )
    #expect(
      Zoned.kinds(article) == ["title", "body", "related-articles", "related-headline", "body"])
  }
}
