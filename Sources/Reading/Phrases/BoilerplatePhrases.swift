/// The phrases by which the furniture of news sites is known.
///
/// They are what sites at large print around articles. An unbound phrase is peculiar enough not to occur in
/// reporting, or its group bounds the length of the line it is looked for in.
enum BoilerplatePhrases {
  /// All phrases, compiled once; those that name the outlet come first.
  static let table = PhraseTable(
    (outlets + notices + prompts + comments + links + widgets + credits + editorial)
      .flatMap(\.entries))

  private static let outlets: [BoilerplateGroup] = [
    BoilerplateGroup(
      reason: "aggregator-disclaimer", longestLine: 400, endsArticle: true, outlet: .before,
      outletRank: 3,
      phrases: [
        "is an automatic|automated|automatically news? aggregator",
        "is an automatic|automated aggregator", "is an online? news aggregator",
        "is a news aggregator", "is an aggregator of news",
        "is not responsible for the content of external",
      ]),
    BoilerplateGroup(
      reason: "social-prompt", endsArticle: true, outlet: .inside, outletRank: 2,
      phrases: [
        "^join {name} whatsapp|telegram|facebook|signal|viber group|channel|community$",
        "^join {name} on whatsapp|telegram|signal|viber$",
        "^subscribe to {name} whatsapp|telegram|youtube group|channel",
        "^follow {name} whatsapp|telegram group|channel",
        "^join our {name} whatsapp|telegram group|channel",
        "^download the {name} app", "^get the {name} app", "^download {name} app",
      ]),
    BoilerplateGroup(
      reason: "newsletter-sign-up", outlet: .inside, outletRank: 1,
      phrases: [
        "^sign up for the {name} newsletter|newsletters", "^sign up to the {name} newsletter",
        "^subscribe to the {name} newsletter|newsletters", "^subscribe to {name} newsletter",
        "^subscribe to {name} for free",
      ]),
    BoilerplateGroup(
      reason: "repost-link", longestLine: 60, endsArticle: true, outlet: .inside, outletRank: 1,
      phrases: [
        "^the post ... appeared first on {name}$", "^the article ... appeared first on {name}$",
      ]
    ),
    BoilerplateGroup(
      reason: "copyright-notice", longestLine: 90, endsArticle: true, outlet: .inside,
      outletRank: 0,
      phrases: [
        "^copyright © # {name}", "^© copyright # {name}", "^copyright # {name}",
        "^copyright c # {name}",
        "© # {name}",
      ]),
  ]

  private static let notices: [BoilerplateGroup] = [
    BoilerplateGroup(
      reason: "copyright-notice", longestLine: 200, endsArticle: true,
      phrases: [
        "all rights reserved", "may not be published broadcast", "rewritten or redistributed",
        "may not be reproduced|republished", "without prior written consent|permission",
        "without the express written permission|consent",
        "reproduction|redistribution without permission",
        "^copyright © ", "^copyright #", "^copyright c #", "^© copyright", "^© #",
        "^copyright registered",
        "reproduction in whole or in part", "licensed under a? creative commons",
        "republished|reprinted with permission", "distributed by tribune content agency",
        "material is subject to copyright", "is protected by copyright",
      ]),
    BoilerplateGroup(
      reason: "aggregator-disclaimer", longestLine: 400, endsArticle: true,
      phrases: [
        "hyperlink|link to the primary|original source is specified",
        "all trademarks belong to their rightful|respective owners",
        "all materials to their authors", "do not want us to publish your materials",
        "content will be deleted|removed within", "this content is auto generated",
        "we do not own any of the content", "we do not claim ownership",
        "has not been created or edited by", "has not been edited by", "is auto generated from",
        "auto generated from a? syndicated", "published from a? syndicated|wire feed",
        "published from a? wire agency feed", "from a syndicated feed", "syndicated news feed",
        "this article|story|post was automatically generated",
        "the views expressed in this article are",
        "views|opinions expressed ... do not necessarily reflect|represent",
        "^disclaimer ", "this is an unedited", "this article was originally published on|by|in|at",
        "this story|post was originally published on|by|in|at", "^originally published on|at|by|in",
        "^this article first appeared", "^this story first appeared",
      ]),
    BoilerplateGroup(
      reason: "cookie-notice", longestLine: 120,
      phrases: [
        "we use cookies", "this site|website uses cookies", "uses cookies to",
        "accept all? cookies",
        "^cookie policy|settings|preferences|notice", "manage cookies|consent", "our cookie policy",
        "^accept reject", "consent to the use of cookies",
        "cookies to improve|personalise|personalize",
        "we and our partners", "^privacy settings$", "your privacy choices",
        "do not sell my personal",
      ]),
    BoilerplateGroup(
      reason: "legal-links", isLabel: true,
      phrases: [
        "^privacy policy", "^terms of use|service", "^terms and conditions", "^terms privacy",
        "^contact us$", "^about us$", "^advertise with us", "^advertise$",
        "^accessibility statement",
        "^about contact", "^about us contact", "protected by recaptcha",
        "privacy policy and terms of service apply", "^terms privacy policy",
      ]),
  ]

  private static let prompts: [BoilerplateGroup] = [
    BoilerplateGroup(
      reason: "newsletter-sign-up", longestLine: 45,
      phrases: [
        "^sign up for|to", "^signup for|to", "^subscribe to our", "^subscribe to the newsletter",
        "^subscribe to newsletter|newsletters", "^get our|the ... newsletter|newsletters",
        "sign up for|to our ... newsletter|newsletters|alerts", "to your inbox", "in your inbox",
        "straight to your", "^newsletter|newsletters$", "^newsletter sign up$",
        "^enter your e? mail|email",
        "^enter a valid", "^your e? mail|email address$", "^email address$", "^email$",
        "^e mail address$",
        "subscribe to our ... newsletter|newsletters", "receive our ... newsletter|newsletters",
        "^success you have been", "thank|thanks you? for subscribing", "unsubscribe at any time",
        "^get breaking news", "^get the latest news", "^daily newsletter|newsletters$",
        "^email newsletter|newsletters", "^never miss a", "^free newsletter", "you can unsubscribe",
        "^by signing up you agree", "^by subscribing you agree", "^by clicking submit|subscribe",
        "^an error has occurred", "^please try again later",
      ]),
    BoilerplateGroup(
      reason: "subscription-prompt", longestLine: 40,
      phrases: [
        "^subscribe$", "^subscribe now", "^subscribe today", "^subscribe here", "^become a member",
        "^become a subscriber", "^already a subscriber|member", "^log in", "^login$", "^sign in$",
        "^register now", "^register for free", "^support our journalism",
        "^support independent journalism",
        "subscribe to continue|read", "to continue reading", "to read the full|rest",
        "^unlock this article",
        "you have reached your ... free articles", "free articles remaining",
        "this is a premium article",
        "subscriber only content", "^start your free trial", "^make a donation", "^donate$",
        "^donate now",
        "^please consider donating|supporting", "^please subscribe", "^enable javascript",
        "please enable javascript", "your browser does not support", "^please disable your ad",
        "disable your ad blocker|block", "^create a free account", "^create an account",
        "^my account$",
        "^sign in or", "^please log in", "^try it? free",
      ]),
    BoilerplateGroup(
      reason: "social-prompt", longestLine: 30,
      phrases: [
        "^follow us", "^like us on", "^find us on", "^join us on", "^connect with us",
        "^join our whatsapp|telegram|facebook", "^join the conversation", "^join whatsapp|telegram",
        "^click here to join", "^follow ... on twitter|facebook|instagram|telegram|x$",
        "^follow @", "^@ {name}$", "^twitter @", "^join the discussion",
        "^subscribe to our youtube|telegram|whatsapp",
        "on twitter @", "^tweet at", "^follow google news", "follow us on", "^join our community",
        "^add us as a preferred source", "^also follow", "^stay connected$",
        "^stay up to date", "^stay informed$", "^catch all the",
        "^download our app", "^download the ... app", "^get the app$", "^download app",
        "^for ... latest news ... follow",
      ]),
    BoilerplateGroup(
      reason: "share-buttons", isLabel: true,
      phrases: [
        "^share$", "^share this", "^share on", "^share via", "^share with",
        "^share article|story|post",
        "^share facebook|twitter|tweet|whatsapp|email|link|on|0|#", "^share tweet", "^tweet$",
        "^pin it?$",
        "^facebook$", "^twitter$", "^whatsapp$", "^linkedin$", "^pinterest$", "^telegram$",
        "^reddit$",
        "^print$", "^email this", "^print this", "^copy link", "^link copied",
        "^copied to clipboard",
        "^facebook twitter", "^twitter facebook", "^facebook messenger", "^click to share",
        "^save$", "^save article", "^bookmark", "^# shares$", "^shares$", "^print email",
        "^email print",
        "^tweet this", "^like this", "^like loading", "^flipboard$", "^messenger$", "^viber$",
        "^vk$",
        "^tumblr$", "^instagram$", "^youtube$", "^rss$", "^opens in new window", "^send email",
        "^gift this article", "^share full article", "^font size", "^text size", "^listen to this",
        "^listen$", "^whatsapp telegram", "^x$", "^threads$", "^bluesky$", "^a a a$", "^share # ",
      ]),
  ]

  private static let comments: [BoilerplateGroup] = [
    BoilerplateGroup(
      reason: "comments-closed", endsArticle: true,
      phrases: [
        "^comments are closed", "^comments are off", "^comments closed$", "^commenting is closed",
        "^comments have been disabled|closed", "^comments are disabled|turned",
        "^this article is closed for comments", "^commenting has been",
      ]),
    BoilerplateGroup(
      reason: "comment-form", longestLine: 40, endsArticle: true,
      phrases: [
        "^please enter your", "^leave a reply|comment", "^leave your comment", "^post a? comment",
        "^add a? comment", "^write a? comment", "^comment$", "^comments$", "^# comments|comment",
        "^comments #$", "^no comments$", "^no comments yet", "^view comments|all", "^show comments",
        "^load comments", "^cancel reply", "^your email address will not be published",
        "^required fields are marked", "^save my name", "^name$", "^website$",
        "^name email website",
        "^you must be logged in", "^log in to leave", "^be the first to comment",
        "^join the conversation",
        "^notify me of", "^this site uses akismet", "^learn how your comment data",
        "^please log in to comment", "^you have entered an incorrect email", "^comments for this",
        "^what do you think", "^have your say", "^let us know in the comments",
        "^start the conversation", "^please read our comment", "^comment policy",
        "^commenting policy",
        "^reader comments", "^discussion about this post", "^log in to reply", "^reply$",
        "^facebook comments", "^loading comments", "^leave this field empty",
      ]),
  ]

  private static let links: [BoilerplateGroup] = [
    BoilerplateGroup(
      reason: "repost-link", longestLine: 30, endsArticle: true,
      phrases: [
        "^view original", "^view source version", "^view the original",
        "^read original article|post|story",
        "^read the original", "^read full? article|story|post at|on", "^see original",
        "^go to source",
        "^original article", "^original post", "^original story", "^originally posted|appeared",
        "^read more at", "^continue reading", "appeared first on", "^this post appeared",
        "^click here to read", "^click here for", "^click to read", "^to read the original",
        "^read full story", "^read the full", "^full story", "^full article", "^visit source",
        "^view on", "^read the rest", "^read the whole",
      ]),
    BoilerplateGroup(
      reason: "source-link", longestLine: 8, endsArticle: true, isLabel: true,
      phrases: [
        "^source link|url|article|website|site|credits|credit$", "^source$", "^sources$",
        "^news source$",
        "^source link", "^source http|https|www", "^via$", "^h t ", "^via http|https",
        "^http|https", "^www",
        "^source {name}$", "^link to original", "^original source", "^short url", "^short link",
        "^permalink", "^url$", "^copyright source",
      ]),
    BoilerplateGroup(
      reason: "related-articles", longestLine: 9, endsArticle: true, isLabel: true,
      phrases: [
        "^related articles|article|news|stories|story|posts|post|content|coverage|topics|topic|links|reading|items|videos|video",
        "^related$", "^more related", "^more from", "^more news|stories|articles|headlines",
        "^more in",
        "^more on this", "^more like this", "^more about", "^you may|might also", "^you may like",
        "^you might be interested", "^recommended$", "^recommended for",
        "^recommended stories|articles",
        "^read next", "^now read$", "^up next", "^what to read next", "^next article|story|post|up",
        "^previous article|story|post", "^next$", "^previous$", "^prev$", "^trending",
        "^most popular",
        "^most read", "^most viewed", "^most shared", "^most commented",
        "^top stories|news|headlines",
        "^latest news|stories|headlines|articles|posts|updates|videos$", "^latest from", "^latest$",
        "^popular posts|stories|articles|news|now", "^editor's|editors' picks|choice|pick",
        "^editors picks",
        "^don't miss", "^also on", "^in other news", "^other news|stories|articles",
        "^similar articles",
        "^similar posts|stories|news", "^see also$", "^must read|reads", "^featured$",
        "^featured stories|articles|posts|videos", "^recent posts|news|stories|articles|comments",
        "^sponsored", "^promoted", "^paid content", "^from the web", "^around the web",
        "^by taboola",
        "^partner content", "^from our partners", "^today's top", "^top picks",
        "^what others are reading",
        "^people also", "^keep reading$", "^stories you", "^others are reading", "^explore more",
        "^discover more", "^suggested", "^in this section", "^in this story", "^on this topic",
        "^breaking news$", "^live updates$", "^in pictures", "^watch more", "^view all", "^see all",
        "^load more", "^show more", "^browse", "^in case you missed", "^icymi",
      ]),
    BoilerplateGroup(
      reason: "read-more", longestLine: 32,
      phrases: [
        "^read more", "^also read", "^read also", "^see|watch|listen also",
        "^more$", "^see more$", "^learn more", "^find out more", "^watch now", "^watch live",
        "^watch|see the video",
        "^click here", "^recommended reading", "^further reading", "^story continues",
        "^article continues", "^continue reading", "^continued below", "^skip advertisement",
        "^must read", "^don't miss",
      ]),
  ]

  private static let widgets: [BoilerplateGroup] = [
    BoilerplateGroup(
      reason: "back-to-top", longestLine: 6, endsArticle: true,
      phrases: [
        "^back to top", "^back to the top", "^scroll to top", "^go to top", "^return to top",
        "^top of page",
        "^to top$",
      ]),
    BoilerplateGroup(
      reason: "navigation", longestLine: 12, isLabel: true,
      phrases: [
        "^skip to", "^skip navigation", "^jump to", "^toggle", "^menu$", "^main menu", "^search$",
        "^search for", "^home$", "^home news|world|politics|business|opinion", "^close$",
        "^close menu",
        "^open menu", "^go back", "^back to", "^go to", "^previous|next page", "^page #",
        "^loading$",
        "^please wait", "^show|hide caption", "^toggle caption", "^enlarge this image",
        "^hide caption",
        "^view gallery", "^image # of", "^# of #$", "^play$", "^play video", "^video player",
        "^pause$",
        "^unmute", "^media playback", "^now playing", "^mute$", "^current time", "^remaining time",
        "^duration", "^fullscreen",
        "^this is a modal window", "^no compatible source", "^submit$", "^ok$", "^got it$",
        "^sitemap$",
        "^site map$", "^archive|archives$", "^categories$", "^select language", "^translate",
        "^edition", "^switch edition", "^select category", "^uncategorized$", "^you are here",
        "^expand", "^collapse$", "^view all$", "^english$",
      ]),
    BoilerplateGroup(
      reason: "advertisement", longestLine: 8, isLabel: true,
      phrases: [
        "^advertisement", "^advertisment", "^advertisements", "^advert$", "^ad$", "^ads$",
        "^ads by",
        "^sponsored content", "^sponsored by", "^sponsored$", "^promoted content",
        "^story continues below",
        "^article continues below|after", "^scroll to continue", "^scroll down to continue",
        "^continue reading below", "^this ad will end", "^remove ads", "^report this ad",
        "^ad feedback",
        "^report ad", "^advertising$", "^skip ad", "^paid advertisement", "^click to play",
        "^loading ad", "^google news$",
      ]),
    BoilerplateGroup(
      reason: "tags", longestLine: 40, isLabel: true,
      phrases: [
        "^tags", "^tag$", "^tagged", "^topics$", "^filed under", "^posted in", "^categories",
        "^category", "^keywords", "^key words", "^labels", "^topics in this", "^hashtags",
        "^more on$", "^associated tags",
      ]),
    BoilerplateGroup(
      reason: "reading-time", longestLine: 8, isLabel: true,
      phrases: [
        "^# min|mins|minute|minutes read", "^reading time", "^read time", "^estimated reading",
        "^# min|mins|minute|minutes ago", "^# hours|hour|hrs|hr|days|day|weeks|week|months ago",
        "^# views",
        "^# view$", "^views #", "^reads #", "^just now$", "^min read", "^time to read", "^views$",
        "^less than a minute", "^less than # minute", "^a minute read", "^# seconds ago",
      ]),
  ]

  private static let credits: [BoilerplateGroup] = [
    BoilerplateGroup(
      reason: "agency-credit", longestLine: 70,
      phrases: [
        "contributed to this report|story|article", "contributed reporting", "contributed from",
        "contributed to this dispatch|piece", "^reporting by", "^additional reporting",
        "^editing by",
        "^writing by", "^compiled by", "^contributing", "^reported by", "^with reporting",
        "^with input|inputs from",
        "^with agencies", "^with agency input|inputs", "^inputs from",
        "^with input from", "^agency inputs", "^from wire reports",
        "^this report|story includes reporting",
        "^our standards the", "^material from ... was used in this", "^with material from",
        "^agencies contributed", "^with files from", "^with additional reporting",
        "^photo editing by",
        "^graphic by", "^graphics by", "^edited by", "^translated by", "^produced by",
        "^source reuters|ap|afp|pti|ani|ians|tass|xinhua|agencies|bbc|cnn|dpa|efe|interfax|upi$",
      ])
  ]

  private static let editorial: [BoilerplateGroup] = [
    BoilerplateGroup(
      reason: "editorial-note", longestLine: 120, onlyAtEdges: true,
      phrases: [
        "^this story|article|post|report has been updated|corrected|amended",
        "^this story|article|post|report was updated|corrected|amended",
        "^this is a developing story",
        "^this is a breaking news", "^developing story", "^more details|information to follow",
        "^more to follow",
        "^correction", "^clarification", "^editor's note", "^editors note", "^note to readers",
        "^an earlier version of this", "^a previous version of this", "^update this story|article",
        "^read our standards", "^ends$", "^end$", "^the end$", "^send us a news tip", "^got a tip",
        "^contact the reporter|author|writer", "^write to ... at", "^email ... at",
        "^for more information",
        "^about the author", "^about author", "^author bio", "^about the writer",
        "^views expressed", "^letters to the editor",
      ])
  ]
}
