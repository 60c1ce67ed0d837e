package org.anamnesis.interpret;

import java.util.Set;

/** Words between an observation and its limit, and those that end the search for one. */
final class LimitLinks {
    static final Set<String> BETWEEN =
            Set.of(
                    ("has have ought must needs need level levels value values measurement measurements score scores is "
                                    + "are was of reading readings concentration that : = a an the range "
                                    + "ranging being result results should to be in around about equal their "
                                    + "with averaging mean average target near")
                            .split(" "));
    static final Set<String> MEAN = Set.of("mean", "average", "avg", "averaging", "target");
    static final Set<String> STATED = Set.of("of", "is", "=", ":", "around", "about", "near", "at");

    /** Behind a number, these show that it is an age or a share, not the other limit. */
    static final Set<String> ELSE =
            Set.of("year", "years", "yr", "yrs", "%", "percent", "older", "younger");

    static final Set<String> ENDS =
            Set.of(
                    "and",
                    "or",
                    "but",
                    "with",
                    "on",
                    "without",
                    "no",
                    "not",
                    "those",
                    "them",
                    "everyone",
                    "everybody",
                    "all",
                    "only",
                    "who",
                    "whose",
                    "aged",
                    "age",
                    "make",
                    "set",
                    "missing",
                    "correlate",
                    "plus",
                    "include",
                    "add",
                    "taking",
                    "by");

    private LimitLinks() {}
}
