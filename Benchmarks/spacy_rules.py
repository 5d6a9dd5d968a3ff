#!/usr/bin/env python3
"""Times spaCy's Matcher on rules of make_rules.py and compares its hits with Sayso's, rule by rule.

    spacy_rules.py ARTICLES.jsonl RULES.json TOKENS.tsv HITS.tsv MEGABYTES

TOKENS.tsv and HITS.tsv are what `sayso benchmark rules --tokens --hits` wrote. Times are CPU seconds of this
process: spaCy's own tokeniser on the text, then the Matcher on ready documents, over the first MEGABYTES of
text. Hits are counted on Sayso's tokens, so that both see the same words; of all the matches that spaCy
reports for a rule the leftmost are kept, of these the longest, as Sayso does.
"""
import collections, json, sys, time
import spacy
from spacy.matcher import Matcher
from spacy.tokens import Doc


def main():
    articles, rules_file, tokens_file, hits_file, megabytes = sys.argv[1:6]
    with open(articles, encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    size, some = 0, []
    for text in texts:
        if size >= float(megabytes) * 1e6:
            break
        some.append(text)
        size += len(text.encode())
    rules = json.load(open(rules_file, encoding="utf-8"))
    nlp = spacy.blank("en")
    matcher = Matcher(nlp.vocab, validate=False)
    start = time.process_time()
    for number, rule in enumerate(rules):
        matcher.add(str(number), [rule])
    compiling = time.process_time() - start
    for text in some:  # the first pass fills spaCy's cache of words
        nlp.tokenizer(text)
    start = time.process_time()
    documents = [nlp.tokenizer(text) for text in some]
    tokenising = time.process_time() - start
    start = time.process_time()
    for document in documents:
        matcher(document)
    matching = time.process_time() - start
    total = tokenising + matching
    print(f"spaCy {spacy.__version__}: {len(rules)} rules on {size / 1e6:.2f} MB: compile {compiling * 1e3:.0f} ms, "
          f"tokenise {size / tokenising / 1e6:.2f} MB/s, match {size / matching / 1e6:.4f} MB/s, "
          f"both {size / total / 1e6:.4f} MB/s")

    counts, shown = collections.Counter(), collections.Counter()
    with open(tokens_file, encoding="utf-8") as lines:
        own = [line.rstrip("\n").split("\t") for line in lines][:len(some)]
    for words in own:
        document = Doc(nlp.vocab, words=[word for word in words if word])
        found = collections.defaultdict(list)
        for key, first, end in matcher(document):
            found[int(nlp.vocab.strings[key])].append((first, -end))
        for number, matches in found.items():
            free = 0
            for first, end in sorted(matches):
                if first >= free:
                    counts[number] += 1
                    free = -end
    with open(hits_file, encoding="utf-8") as lines:
        for line in lines:
            article, number = map(int, line.split("\t")[:2])
            if article < len(some):
                shown[number] += 1
    different = [number for number in range(len(rules)) if counts[number] != shown[number]]
    print(f"hits on the same tokens: spaCy {sum(counts.values())}, Sayso {sum(shown.values())}, "
          f"{len(different)} of {len(rules)} rules differ")
    for number in different[:20]:
        print(f"  rule {number}: spaCy {counts[number]}, Sayso {shown[number]}: {json.dumps(rules[number])[:160]}")


main()
