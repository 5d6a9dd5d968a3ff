-- What should I not trust? Every reason for caution, with the words that it is about.
sayso.api(1)

return corpus.notes:table{ "article", "line", "kind", "span", "text" }
