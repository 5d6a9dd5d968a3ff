#!/usr/bin/env python3
"""Makes rules of one meaning for Sayso and for spaCy from the words of a corpus.

    make_rules.py ARTICLES.jsonl FOLDER

Writes FOLDER/rules-N.txt (a pattern of Sayso's a line) and FOLDER/rules-N.json (the same for spaCy's Matcher)
for N in 10, 100, 1000; a smaller set is the beginning of a larger one. The same articles give the same rules.

Every element has the same meaning in both: a word in any case (LOWER), a number in digits (IS_DIGIT), a
capitalised word as Python's str.istitle sees it (IS_TITLE), any word, and expressions over the whole word.
"""
import collections, json, os, random, re, sys

UPPER, LOWER_CASE = "A-ZÀ-ÖØ-Þ", "a-zß-öø-ÿ"
OTHER = f"[^{UPPER}{LOWER_CASE}]"
TITLE = f"/{OTHER}*[{UPPER}][{LOWER_CASE}]*({OTHER}+[{UPPER}][{LOWER_CASE}]*)*{OTHER}*/"


class Element:
    def __init__(self, sayso, spacy, quantifier=""):
        self.sayso, self.spacy, self.quantifier = sayso, spacy, quantifier

    def text(self):
        return self.sayso + self.quantifier

    def pattern(self):
        return dict(self.spacy, **({"OP": self.quantifier} if self.quantifier else {}))


def words(*options, quantifier=""):
    quoted = ['"' + option.replace('"', '\\"') + '"' for option in options]
    if len(options) == 1:
        return Element(quoted[0], {"LOWER": options[0]}, quantifier)
    return Element(f"[lower=({'|'.join(quoted)})]", {"LOWER": {"IN": list(options)}}, quantifier)


def number(quantifier=""):
    return Element("/[0-9]+/", {"IS_DIGIT": True}, quantifier)


def title(quantifier=""):
    return Element(TITLE, {"IS_TITLE": True}, quantifier)


def anything(quantifier=""):
    return Element("[]", {}, quantifier)


def expression(text):
    return Element(f"/{text}/", {"TEXT": {"REGEX": f"^(?:{text})$"}})


def by_hand():
    force = ("troops", "soldiers", "warships", "tanks", "officers", "people", "voters")
    say = ("said", "says", "told", "added")
    months = ("january february march april may june july august september october november "
              "december").split()
    return [
        [number(), anything("?"), words(*force)],
        [words("president", "senator", "secretary", "minister", "governor"), title("+"), words(*say)],
        [words("according"), words("to"), title("+")],
        [words("$"), number(), words("million", "billion", "trillion", quantifier="?")],
        [words(*months), number(), words("call", "meeting", "summit", "debate", "speech")],
        [words("imposed", "lifted", "announced"), words("new", quantifier="?"), words("sanctions")],
        [title("+"), words("said"), words("on", quantifier="?"), words("monday", "tuesday", "friday")],
        [words("sign"), words("up"), words("for"), anything("?"), title("+")],
        [expression("[A-Z][A-Z][A-Z]+"), words(","), title("+")],
        [words("a"), words("spokesman", "spokeswoman", "spokesperson"), words("for"),
         words("the", quantifier="?"), title("+")],
    ]


def made(tokens, count):
    chance = random.Random(20210413)
    frequent = collections.Counter(token for token in tokens if token.isalpha() and len(token) > 2)
    ranked = [word for word, _ in sorted(frequent.items(), key=lambda item: (-item[1], item[0]))]
    middle, rare = ranked[150:3000], ranked[3000:15000]
    phrases = [tokens[i:i + 3] for i in range(0, len(tokens) - 3, 41)
               if all(token.isalpha() for token in tokens[i:i + 3])]
    pick = lambda: chance.choice(middle)
    rules = by_hand()
    while len(rules) < count:
        kind = chance.random()
        if kind < 0.25:
            rules.append([number(), words(*sorted({pick() for _ in range(chance.randint(2, 5))}))])
        elif kind < 0.45:
            rules.append([words(*sorted({pick(), chance.choice(rare)})), title("+"), words("said", pick())])
        elif kind < 0.60:
            rules.append([words(pick()), words(*sorted({pick(), "to", "of", "in"})), title("+")])
        elif kind < 0.70:
            rules.append([words(pick()), anything("?"), anything("?"), words(pick())])
        elif kind < 0.90:
            rules.append([words(word) for word in chance.choice(phrases)])
        elif kind < 0.95:
            rules.append([expression(pick()[:3] + "[a-z]*(ing|ed|s)"), words("the", "a", "an", quantifier="?"),
                          title("+")])
        else:
            rules.append([title("+"), words(","), anything(), words(pick()),
                          words(pick(), chance.choice(rare), quantifier="*"), words("said", pick())])
    return rules


def main():
    articles, folder = sys.argv[1:3]
    with open(articles, encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    tokens = re.findall(r"[a-z]+|[0-9]+|[^\sa-z0-9]", " ".join(texts).lower())
    rules = made(tokens, 1000)
    os.makedirs(folder, exist_ok=True)
    for count in (10, 100, 1000):
        with open(f"{folder}/rules-{count}.txt", "w", encoding="utf-8") as out:
            out.writelines(" ".join(element.text() for element in rule) + "\n" for rule in rules[:count])
        with open(f"{folder}/rules-{count}.json", "w", encoding="utf-8") as out:
            json.dump([[element.pattern() for element in rule] for rule in rules[:count]], out)


main()
